import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInTemplates, countSegments, fitsSegments, transliterate, withSmsEnding } from '@herald/sender'
import { messageOf } from './messages.ts'

const counted = (text: string) => {
  const { encoding, segments, units, left } = countSegments(text)
  return [encoding, segments, units, left]
}

test('segments are counted as networks divide a text', () => {
  assert.deepEqual(counted(''), ['GSM-7', 0, 0, 160])
  assert.deepEqual(counted('a'.repeat(160)), ['GSM-7', 1, 160, 0])
  assert.deepEqual(counted('a'.repeat(161)), ['GSM-7', 2, 161, 145])
  assert.deepEqual(counted('a'.repeat(306)), ['GSM-7', 2, 306, 0])
  assert.deepEqual(counted('a'.repeat(307)), ['GSM-7', 3, 307, 152])
  assert.deepEqual(counted('ж'.repeat(70)), ['UCS-2', 1, 70, 0])
  assert.deepEqual(counted('ж'.repeat(71)), ['UCS-2', 2, 71, 63])
  assert.deepEqual(counted('ж'.repeat(135)), ['UCS-2', 3, 135, 66])
})

test('characters of the extension table count twice, and none of two units is cut', () => {
  assert.deepEqual(counted('€'.repeat(80)), ['GSM-7', 1, 160, 0])
  // 152 septets, then an escape and its character do not fit into the 153rd.
  assert.deepEqual(counted(`${'a'.repeat(152)}€${'a'.repeat(151)}`), ['GSM-7', 2, 305, 0])
  assert.deepEqual(counted(`${'a'.repeat(152)}€${'a'.repeat(152)}`), ['GSM-7', 3, 306, 152])
  assert.deepEqual(counted('😀'.repeat(35)), ['UCS-2', 1, 70, 0])
  // 67 units hold 33 pairs.
  assert.deepEqual(counted('😀'.repeat(66)), ['UCS-2', 2, 132, 1])
  assert.deepEqual(counted('😀'.repeat(67)), ['UCS-2', 3, 134, 65])
})

test('GSM-7 has its own letters: è and Ç but not ê and ç', () => {
  for (const text of ['@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà', '^{}\\[~]|€\f\n\r'])
    assert.equal(countSegments(text).encoding, 'GSM-7')
  for (const text of ['ê', 'ç', 'ã', 'ł', '`', '’', 'á']) assert.deepEqual(countSegments(text).beyondGsm, [text])
})

test('typographic quotes are spelt as GSM-7 has them, which keeps a text in one segment', () => {
  const text = `It’s “here” – ${'a'.repeat(60)}…`
  assert.equal(fitsSegments(text), false)
  assert.equal(fitsSegments(transliterate(text)), true)
  assert.equal(transliterate('„a“ ‘b’ «c» d—e\u00A0f ê'), '"a" \'b\' "c" d-e f ê')
})

test('programs on the phone find the code: the hash of the app, and the bound domain in the last line', () => {
  assert.equal(
    withSmsEnding('Code 123456.', '123456', { webOtpDomain: 'example.com' }),
    'Code 123456.\n\n@example.com #123456',
  )
  assert.equal(
    withSmsEnding('Code 123456.', '123456', {
      webOtpDomain: 'a.example',
      webOtpFrame: 'b.example',
      androidHash: 'FA+9qCX9VSu',
      androidPrefix: true,
    }),
    '<#> Code 123456.\nFA+9qCX9VSu\n\n@a.example #123456 @b.example',
  )
})

test('the built-in SMS has that ending where it is a code, and a wrong ending is refused when the sender is made', async () => {
  const templates = builtInTemplates({ sms: { webOtpDomain: 'example.com', androidHash: 'FA+9qCX9VSu' } })
  const { text } = await templates.render(messageOf('Authentication'), 'sms', 'en')
  assert.match(text, /\nFA\+9qCX9VSu\n\n@example\.com #481526$/)
  assert.ok(fitsSegments(text))
  assert.doesNotMatch((await templates.render(messageOf('AdminCreateUser'), 'sms', 'en')).text, /@example|FA\+/)
  assert.doesNotMatch((await templates.render(messageOf('SignUp'), 'whatsapp', 'en')).text, /@example/)
  for (const sms of [
    { webOtpDomain: 'https://example.com' },
    { webOtpDomain: 'a b' },
    { androidHash: 'short' },
    { webOtpFrame: 'a.example' },
  ]) {
    assert.throws(() => builtInTemplates({ sms }), TypeError)
  }
})
