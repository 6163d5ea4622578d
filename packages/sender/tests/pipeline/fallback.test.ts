import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countries, insteadBy, type Options, SenderError } from '@herald/sender'
import { container, context, eventOf, type Service, service } from './place.ts'

const verified = { email_verified: 'true' }
const phone = '+4915123456789'
const sms = (attributes: Record<string, string> = verified) =>
  eventOf('Authentication', '482913', { phone, attributes }, { kind: 'sms' })

async function three(options: Partial<Options> = {}) {
  const [texts, chat, mail] = [await service('texts'), await service('chat'), await service('mail')]
  const place = container({
    sms: texts.provider,
    whatsapp: chat.provider,
    email: mail.provider,
    fallback: { sms: ['whatsapp', 'email'] },
    ...options,
  })
  return { texts, chat, mail, place }
}

const counts = (...services: Service[]) => services.map(({ seen }) => seen.length)

test('an SMS that cannot be delivered goes to WhatsApp, and then to the verified e-mail address', async () => {
  const { texts, chat, mail, place } = await three()
  texts.behave({ status: 503 })
  await place.handler(await sms(), context())
  assert.deepEqual(counts(texts, chat, mail), [1, 1, 0])
  assert.equal(chat.posts()[0]!.to, phone)
  chat.behave({ status: 401 })
  await place.handler(await sms(), context())
  assert.deepEqual(counts(texts, chat, mail), [2, 2, 1])
  assert.equal(mail.posts()[0]!.to, 'jane.doe@mail.acme.dev')
  assert.ok(mail.posts()[0]!.subject, 'it was rendered as an e-mail')
  assert.deepEqual(
    place.metrics('Accepted').map(({ channel }) => channel),
    ['whatsapp', 'email'],
  )
  place.isClean(['482913'], [phone, 'jane.doe@mail.acme.dev'])
})

test('a number that SMS refuses may still be reached by another channel', async () => {
  const { texts, chat, place } = await three()
  texts.behave({ status: 400 })
  await place.handler(await sms(), context())
  assert.equal(chat.seen.length, 1)
})

test('an address that Cognito has not verified gets no code in place of an SMS', async () => {
  const { texts, mail, place } = await three({ fallback: { sms: ['email'] } })
  texts.behave({ status: 503 })
  for (const attributes of [{}, { email_verified: 'false' }] as Record<string, string>[]) {
    await assert.rejects(place.handler(await sms(attributes), context()), SenderError)
  }
  assert.equal(mail.seen.length, 0)
})

test('a service that sends once for one key gets another for the fallback, and the same again from Lambda’s retry', async () => {
  const one = await service('one', { idempotent: true })
  const place = container({ sms: one.provider, email: one.provider, fallback: { sms: ['email'] } })
  one.behave({ status: 503 })
  const event = await sms()
  await assert.rejects(place.handler(event, context()), SenderError)
  await assert.rejects(place.handler(event, context()), SenderError)
  const channels = one.posts().map(({ key }) => key.replace(/^[0-9a-f]{64}-/, ''))
  assert.deepEqual(channels, ['sms', 'email', 'sms', 'email'])
  assert.equal(new Set(one.posts().map(({ key }) => key)).size, 2)
})

test('without fallback an SMS stays an SMS', async () => {
  const { texts, chat, mail, place } = await three({ fallback: {} })
  texts.behave({ status: 503 })
  await assert.rejects(place.handler(await sms(), context()), SenderError)
  assert.deepEqual(counts(texts, chat, mail), [1, 0, 0])
})

test('a rule may ask for e-mail in place of a dear SMS, where that is allowed', async () => {
  const { texts, chat, mail, place } = await three({ guard: [insteadBy('email', countries({ allow: ['US'] }))] })
  await place.handler(await sms(), context())
  assert.deepEqual(counts(texts, chat, mail), [0, 0, 1])
  assert.equal(place.metric('Denied'), 1)
  const strict = await three({ fallback: {}, guard: [insteadBy('email', countries({ allow: ['US'] }))] })
  await strict.place.handler(await sms(), context())
  assert.deepEqual(counts(strict.texts, strict.mail), [0, 0])
})

test('with WhatsApp as the provider for SMS, the words are WhatsApp’s', async () => {
  const chat = await service('chat', { channels: ['whatsapp'] })
  const channels: string[] = []
  const templates = {
    async render(_message: unknown, channel: string) {
      channels.push(channel)
      return { text: 'code' }
    },
  }
  await container({ sms: chat.provider, templates }).handler(await sms(), context())
  assert.deepEqual(channels, ['whatsapp'])
})

test('every channel down is one error that names each', async () => {
  const { texts, chat, mail, place } = await three()
  for (const each of [texts, chat, mail]) each.behave({ status: 503 })
  await assert.rejects(place.handler(await sms(), context()), /texts: retry.*chat: retry.*mail: retry/)
})
