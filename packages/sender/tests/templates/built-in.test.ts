import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  builtInTemplates,
  builtInWords,
  countSegments,
  emailSources,
  fitsSegments,
  Secret,
  smsSources,
} from '@herald/sender'
import { messageOf } from './messages.ts'

const locales = Object.keys(builtInWords)
const acme = { name: 'Acme', support: 'help@acme.dev', logoUrl: 'https://acme.dev/logo.png', colour: '#0a7d4f' }

test('every source has an e-mail in every language, in two parts that show the secret once', async () => {
  const templates = builtInTemplates({ brand: acme })
  assert.equal(locales.length, 11)
  for (const locale of locales) {
    const subjects = new Set<string>()
    for (const source of emailSources) {
      const message = messageOf(source, { locale })
      const { subject, html, text } = await templates.render(message, 'email', locale)
      const secret = message.secret?.reveal()
      assert.ok(subject!.startsWith('Acme: '), subject)
      assert.ok(html!.startsWith('<!doctype html>') && html!.includes(`<html lang="${locale}" dir="ltr">`))
      assert.match(html!, /alt="Acme"/)
      assert.ok(html!.includes('help@acme.dev') && text.includes('help@acme.dev'))
      for (const part of [html!, text]) {
        assert.equal(secret === undefined ? 1 : part.split(secret).length - 1, 1, `${source} ${locale}`)
        assert.doesNotMatch(part, /undefined|null|NaN|\[secret|\[object/)
      }
      if (secret !== undefined) assert.ok(text.includes(`\n\n    ${secret}\n\n`))
      subjects.add(subject!)
    }
    // Two sources verify an address, and some languages say that in the same words.
    assert.ok(subjects.size >= 7, `${locale}: ${[...subjects]}`)
  }
})

test('every source of SMS has a text in every language, which is one segment but for long words', async () => {
  const templates = builtInTemplates({ brand: acme })
  const longer: string[] = []
  for (const locale of locales) {
    for (const source of smsSources) {
      const message = messageOf(source, { kind: 'sms', locale })
      const { subject, html, text } = await templates.render(message, 'sms', locale)
      assert.equal(subject ?? html, undefined)
      assert.equal(text.split(message.secret!.reveal()).length, 2, text)
      const { segments } = countSegments(text)
      assert.ok(segments <= 2, text)
      if (segments === 2) longer.push(locale)
    }
  }
  assert.deepEqual(
    [...new Set(longer)].filter((locale) => locale !== 'tr' && locale !== 'pl'),
    [],
  )
})

test('what to do with a code not asked for is said in an SMS where that costs nothing', async () => {
  const short = await builtInTemplates().render(messageOf('SignUp', { kind: 'sms' }), 'sms', 'en')
  assert.equal(
    short.text,
    '481526 is your sign-up code. Valid for 24 hours. Never share it. Not you? Ignore this message.',
  )
  const brand = { name: 'The Association of Long Names of Enterprises and Companies Ltd.' }
  const long = await builtInTemplates({ brand }).render(messageOf('ForgotPassword', { kind: 'sms' }), 'sms', 'en')
  assert.match(long.text, /Never share it\.$/)
  assert.ok(fitsSegments(long.text))
})

test('a message is in its language, a near one, or the default', async () => {
  const templates = builtInTemplates({ defaultLocale: 'de' })
  const subject = async (locale: string) =>
    (await templates.render(messageOf('SignUp', { locale }), 'email', locale)).subject
  assert.equal(await subject('fr-CA'), builtInWords.fr!.codes.SignUp.subject)
  assert.equal(await subject('pt-PT'), builtInWords['pt-BR']!.codes.SignUp.subject)
  assert.equal(await subject('zh-CN'), builtInWords['zh-Hans']!.codes.SignUp.subject)
  assert.equal(await subject('zh-TW'), builtInWords.de!.codes.SignUp.subject)
  assert.equal(await subject('../../x'), builtInWords.de!.codes.SignUp.subject)
})

test('it says how long the secret is good, as the pool is set', async () => {
  const templates = builtInTemplates({ validity: { Authentication: 900, AdminCreateUser: 86400 * 30, SignUp: 0 } })
  const text = async (source: 'Authentication' | 'AdminCreateUser' | 'SignUp' | 'ForgotPassword') =>
    (await templates.render(messageOf(source), 'email', 'en')).text
  assert.match(await text('Authentication'), /valid for 15 minutes\./)
  assert.match(await text('AdminCreateUser'), /valid for 30 days\./)
  assert.match(await text('ForgotPassword'), /valid for 1 hour\./)
  assert.doesNotMatch(await text('SignUp'), /valid for/)
})

test('a takeover notification tells time, place, device, action, and has its one-click links where there are any', async () => {
  const templates = builtInTemplates()
  const { html, text } = await templates.render(messageOf('AccountTakeOverNotification'), 'email', 'en')
  for (const part of [/Friday, March 19, 2021 02:25 PM UTC/, /Porto, Portugal/, /Opera 74, Linux/, /203\.0\.113\.7/]) {
    assert.match(text, part)
    assert.match(html!, part)
  }
  assert.match(text, /We blocked the sign-in\./)
  assert.match(html!, /href="https:\/\/auth\.example\.com\/feedback\?token=a&amp;valid=false"/)
  assert.match(text, /No, this was not me:\nhttps:\/\/auth\.example\.com\/feedback\?token=a&valid=false/)
  const device = 'Opera at https://evil.example\r\n\u202Ex'
  const odd = await templates.render(
    messageOf('AccountTakeOverNotification', { risk: { action: 'X', device } }),
    'email',
    'en',
  )
  assert.match(odd.text, /Device: Opera at x\n\nIf this was not you/)
  const clear = 'http://auth.example.com/feedback'
  const bare = messageOf('AccountTakeOverNotification', {
    risk: { action: 'MFA_REQUIRED', linkValid: 'javascript:alert(1)', linkInvalid: clear },
  })
  const without = await templates.render(bare, 'email', 'en')
  assert.doesNotMatch(without.html!, /<a /)
  assert.match(without.text, /second proof/)
})

test('an invitation names what the person signs in with: the address where the user name is a UUID', async () => {
  const templates = builtInTemplates()
  const message = messageOf('AdminCreateUser', { userName: '37877a9f-6d2f-4ff2-b1f4-3c9ee4c2a001' })
  assert.match((await templates.render(message, 'email', 'en')).text, /User name: ann@example\.com\n/)
  assert.match((await templates.render(messageOf('AdminCreateUser'), 'sms', 'en')).text, /Your user name is ann and /)
})

test('a temporary password arrives exactly, and escaped once in HTML', async () => {
  const password = '<b>&amp;"\'$&$`$1 {{7*7}} %41 BRAND 😀'
  const message = messageOf('AdminCreateUser', { secret: new Secret(password) })
  for (const locale of locales) {
    const { html, text } = await builtInTemplates().render(message, 'email', locale)
    assert.ok(text.includes(`\n\n    ${password}\n\n`))
    assert.ok(html!.includes('>&lt;b&gt;&amp;amp;&quot;&#39;$&amp;$`$1 {{7*7}} %41 BRAND 😀</p>'))
    assert.ok((await builtInTemplates().render(message, 'sms', locale)).text.endsWith(password))
  }
})

test('each client may have its own brand', async () => {
  const templates = builtInTemplates({ brand: (m) => (m.clientId === 'shop' ? { name: 'Shop & Co' } : undefined) })
  const shop = await templates.render(messageOf('SignUp', { clientId: 'shop' }), 'email', 'en')
  assert.equal(shop.subject, 'Shop & Co: Confirm your e-mail address')
  assert.match(shop.html!, />Shop &amp; Co</)
  assert.equal((await templates.render(messageOf('SignUp'), 'email', 'en')).subject, 'Confirm your e-mail address')
})

test('a source of the future is told as a code, and one without a code is refused', async () => {
  for (const source of ['PasskeyReset', 'constructor', '__proto__']) {
    const message = { ...messageOf('SignUp'), source: source as 'SignUp' }
    assert.equal((await builtInTemplates().render(message, 'email', 'en')).subject, 'Your code')
  }
  const { secret: _, ...without } = messageOf('SignUp')
  await assert.rejects(builtInTemplates().render(without, 'email', 'en'), /SignUp came without a code/)
})

test('digits are read out one by one, and WhatsApp gets the code as the parameter of a template', async () => {
  const templates = builtInTemplates({ whatsapp: { template: 'otp' } })
  assert.match((await templates.render(messageOf('SignUp'), 'voice', 'en')).text, /4, 8, 1, 5, 2, 6/)
  const { whatsapp } = await templates.render(messageOf('SignUp', { locale: 'pt-BR' }), 'whatsapp', 'pt-BR')
  assert.deepEqual(whatsapp, { template: 'otp', language: 'pt_BR', params: ['481526'] })
})

test('texts in a further language are used like the built-in ones, from right to left where it is written so', async () => {
  const arabic = { ...builtInWords.en!, yourCode: 'رمزك' }
  const templates = builtInTemplates({ words: { ar: arabic } })
  const { html } = await templates.render(messageOf('SignUp', { locale: 'ar-EG' }), 'email', 'ar-EG')
  assert.match(html!, /<html lang="ar" dir="rtl">[\s\S]*رمزك/)
  assert.ok(templates.locales!.includes('ar') && templates.locales!.includes('pl'))
})
