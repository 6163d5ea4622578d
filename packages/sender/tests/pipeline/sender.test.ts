import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createSender, emailSources, resend, SenderError, type SenderErrorCode, smsSources } from '@herald/sender'
import { liteDecryptor } from '@herald/sender/lite'
import { expectNoSecrets } from '../../src/observe/expect-no-secrets.ts'
import { atTrace, container, context, eventOf, keyArn, kms, poolId, service } from './place.ts'

const fails =
  (code: SenderErrorCode, ...says: RegExp[]) =>
  (error: unknown) => {
    assert.ok(error instanceof SenderError, String(error))
    assert.equal(error.code, code)
    for (const pattern of says) assert.match(error.message, pattern)
    assert.doesNotMatch(error.message, /jane\.doe|482913/)
    return true
  }

test('a sender with nothing but Resend sends every source of both triggers that has a code', async () => {
  const mail = await service('mail')
  const texts = await service('texts')
  const place = container({
    email: resend({ apiKey: 're_123', from: 'Acme <no-reply@acme.dev>', baseUrl: mail.url }),
    sms: texts.provider,
  })
  const coded = emailSources.filter((source) => source !== 'AccountTakeOverNotification')
  for (const source of coded) await place.handler(await eventOf(source, '482913'), context())
  for (const source of smsSources) {
    await place.handler(await eventOf(source, '482913', { phone: '+4915123456789' }, { kind: 'sms' }), context())
  }
  assert.equal(mail.seen.length, coded.length)
  assert.equal(texts.seen.length, smsSources.length)
  for (const { body } of [...mail.seen, ...texts.seen]) assert.match(body, /482913/)
  for (const { headers } of mail.seen) assert.match(headers['idempotency-key']!, /^[0-9a-f]{64}/)
  place.isClean(['482913'], ['jane.doe@mail.acme.dev', '+4915123456789'])
})

test('the lite decryptor can be given', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, decryptor: liteDecryptor({ keyArn, endpoint: kms.url }) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.match(mail.posts()[0]!.text, /482913/)
})

test('an expired message is not sent: by the life of its code, or by maxAgeS', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  await atTrace(place.clock.now() - 179_000, async () =>
    place.handler(await eventOf('Authentication', '482913'), context()),
  )
  assert.equal(mail.seen.length, 1)
  assert.equal(place.metrics('AgeMs')[0]!.AgeMs, 179_000)
  await atTrace(place.clock.now() - 180_000, async () =>
    place.handler(await eventOf('Authentication', '482914'), context()),
  )
  assert.equal(mail.seen.length, 1)
  assert.equal(place.metric('Expired'), 1)
  const strict = container({ email: mail.provider, maxAgeS: { SignUp: 60 } })
  await atTrace(strict.clock.now() - 61_000, async () => {
    await strict.handler(await eventOf('SignUp', '482915'), context())
    await strict.handler(await eventOf('ForgotPassword', '482916'), context())
  })
  assert.match(mail.posts().at(-1)!.text, /482916/)
  assert.equal(mail.seen.length, 2)
})

test('an unknown source throws, or is dropped, or goes to the templates, as onUnhandled says', async () => {
  const mail = await service('mail')
  const event = await eventOf('SomethingNew', '482913')
  const place = container({ email: mail.provider })
  await assert.rejects(place.handler(event, context()), fails('UnhandledSource', /SomethingNew/))
  assert.equal(place.metric('Failed'), 1)
  const dropping = container({ email: mail.provider, onUnhandled: 'drop' })
  await dropping.handler(event, context())
  assert.equal(dropping.metric('Dropped'), 1)
  assert.equal(mail.seen.length, 0)
  const templates = { render: async () => ({ subject: 'News', text: 'Something new' }) }
  await container({ email: mail.provider, onUnhandled: 'send', templates }).handler(event, context())
  assert.equal(mail.posts()[0]!.subject, 'News')
  await container({ email: mail.provider, onUnhandled: 'send' }).handler(event, context())
  assert.match(mail.posts()[1]!.text, /482913/)
})

test('a channel without a provider throws, or is dropped', async () => {
  const mail = await service('mail')
  const event = await eventOf('SignUp', '482913', { phone: '+4915123456789' }, { kind: 'sms' })
  await assert.rejects(container({ email: mail.provider }).handler(event, context()), fails('UnhandledSource', /sms/))
  await container({ email: mail.provider, onUnhandled: 'drop' }).handler(event, context())
})

test('what cannot be decrypted throws, is counted, and can be sent when the key works again', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  const event = await eventOf('SignUp', '482913')
  kms.refusal = 'AccessDeniedException'
  await assert.rejects(place.handler(event, context()), fails('DecryptFailed', /kms:Decrypt/)).finally(() => {
    kms.refusal = undefined
  })
  assert.equal(place.metric('DecryptError'), 1)
  await place.handler(event, context())
  assert.equal(mail.seen.length, 1)
})

test('another pool’s event is refused', async () => {
  const mail = await service('mail')
  const event = { ...(await eventOf('SignUp', '482913')), userPoolId: 'eu-west-1_Foreign' }
  await assert.rejects(container({ email: mail.provider }).handler(event, context()), fails('ForeignPool'))
  const anyPool = createSender({ keyArn, email: mail.provider, write() {} })
  await assert.rejects(anyPool(event, context()), fails('ForeignPool', new RegExp(poolId)))
})

test('what is no event throws BadEvent, and is logged without its contents', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  await assert.rejects(place.handler({ Records: [{ body: 'jane.doe@mail.acme.dev' }] }, context()), fails('BadEvent'))
  place.isClean(['Records'])
})

test('an override replaces the usual way, drops, or lets it go on; it sees the secret', async () => {
  const mail = await service('mail')
  const seen: string[] = []
  const place = container({
    email: mail.provider,
    overrides: {
      SignUp: async (message) => {
        seen.push(message.secret!.reveal())
      },
      ResendCode: () => 'drop',
      ForgotPassword: () => 'default',
    },
  })
  const signUp = await eventOf('SignUp', '482913')
  await place.handler(signUp, context())
  await place.handler(signUp, context())
  await place.handler(await eventOf('ResendCode', '482914'), context())
  await place.handler(await eventOf('ForgotPassword', '482915'), context())
  assert.deepEqual(seen, ['482913'])
  assert.equal(mail.seen.length, 1)
  assert.match(mail.posts()[0]!.text, /482915/)
  const failing = container({
    email: mail.provider,
    overrides: {
      async SignUp(message) {
        throw new Error(`no ${message.secret!.reveal()} for ${message.to}`)
      },
    },
  })
  await assert.rejects(failing.handler(signUp, context()), (error: unknown) => {
    expectNoSecrets(inspect(error, { depth: 9 }), { secrets: ['482913'], addresses: ['jane.doe@mail.acme.dev'] })
    assert.match(inspect(error, { depth: 9 }), /no \[secret 6\] for j\*\*\*@/)
    return fails('NotDelivered', /override for SignUp/)(error)
  })
  failing.isClean(['482913'])
})

test('hooks hear what happened, and what they throw stops nothing', async () => {
  const mail = await service('mail')
  const heard: string[] = []
  const place = container({
    email: mail.provider,
    guard: [
      {
        name: 'no-resends',
        needsStore: false,
        check: ({ source }) => (source === 'ResendCode' ? { deny: 'not now' } : 'allow'),
      },
    ],
    on: {
      accepted(message, outcome, provider) {
        heard.push(`accepted ${message.source} ${outcome.status} ${provider}`)
        throw new Error(`hook for ${message.to}`)
      },
      denied: (message, rule, why) => heard.push(`denied ${message.source} ${rule} ${why}`),
      failed: (message, error) => heard.push(`failed ${message.source} ${error.name}`),
    },
  })
  await place.handler(await eventOf('SignUp', '482913'), context())
  await place.handler(await eventOf('ResendCode', '482914'), context())
  mail.behave({ status: 503 })
  await assert.rejects(place.handler(await eventOf('ForgotPassword', '482915'), context()))
  assert.deepEqual(heard, [
    'accepted SignUp accepted mail',
    'denied ResendCode no-resends not now',
    'failed ForgotPassword SenderError',
  ])
  assert.equal(place.logged('hook failed').length, 1)
  place.isClean(['482913', '482914', '482915'])
})

test('a denial returns, with a metric by rule and country, a masked line, and no message', async () => {
  const texts = await service('texts')
  const place = container({
    sms: texts.provider,
    guard: [{ name: 'countries', needsStore: false, check: () => ({ deny: 'country not allowed' }) }],
  })
  await place.handler(await eventOf('SignUp', '482913', { phone: '+4915123456789' }, { kind: 'sms' }), context())
  assert.equal(texts.seen.length, 0)
  const [denied] = place.metrics('Denied')
  assert.deepEqual([denied!.rule, denied!.country, denied!.channel], ['countries', 'DE', 'sms'])
  assert.equal(place.logged('denied')[0]!.to, '+49***89')
  place.isClean(['482913'], ['+4915123456789'])
})

test('the locale comes from the client where it is allowed, else from the user', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, locales: ['en', 'de', 'fr'] })
  const send = async (locale: string, wanted: string) =>
    place.handler(
      await eventOf('SignUp', '482913', { attributes: { locale } }, { clientMetadata: { locale: wanted } }),
      context(),
    )
  await send('de', 'fr')
  await send('de', 'xx')
  const [french, german] = mail.posts()
  assert.match(french!.text, /code/i)
  assert.notEqual(french!.text, german!.text)
  assert.match(german!.text, /Code/)
})

test('without a list, the client chooses among the locales of the templates', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  await place.handler(await eventOf('SignUp', '482913', {}, { clientMetadata: { locale: 'de-CH' } }), context())
  await place.handler(await eventOf('SignUp', '482914', {}, { clientMetadata: { locale: '../x' } }), context())
  const [german, english] = mail.posts()
  assert.match(german!.html!, /lang="de/)
  assert.match(english!.html!, /lang="en/)
})

test('templates that fail are an error without the secret', async () => {
  const mail = await service('mail')
  const templates = {
    render: (message: { secret?: { reveal(): string } }) =>
      Promise.reject(new Error(`no place for ${message.secret!.reveal()}`)),
  }
  const place = container({ email: mail.provider, templates })
  await assert.rejects(
    place.handler(await eventOf('SignUp', '482913'), context()),
    fails('Configuration', /no place for \[secret 6\]/),
  )
  place.isClean(['482913'])
})

test('options that cannot work are refused when the sender is made', async () => {
  const mail = await service('mail', { channels: ['email'] })
  const refused = { name: 'SenderError', code: 'Configuration' }
  assert.throws(() => createSender({}), refused)
  assert.throws(() => createSender({ sms: mail.provider }), refused)
  assert.throws(() => createSender({ email: mail.provider, fallback: { sms: ['whatsapp'] } }), refused)
  assert.throws(() => createSender({ email: mail.provider, attemptTimeoutMs: 0 }), refused)
  assert.throws(() => createSender({ email: mail.provider, maxAgeS: Number('') }), refused)
  assert.throws(() => createSender({ email: mail.provider, maxAgeS: { SignUp: Number('5m') } }), refused)
})
