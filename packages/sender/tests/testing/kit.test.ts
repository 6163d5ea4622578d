/** The kit for tests of handlers, used as those tests use it. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import {
  type CustomEmailSenderEvent,
  createDecryptor,
  createSender,
  emailSources,
  parseEvent,
  smsSources,
} from '@herald/sender'
import { liteDecryptor } from '@herald/sender/lite'
import { expectNoSecrets, fakeProvider, lambdaContext, senderEvents, startLocalKms } from '@herald/sender/testing'
import { readHeader } from '../../src/lite/read-header.ts'

const captured = JSON.parse(
  readFileSync(new URL('../fixtures/sign-up-2023.json', import.meta.url), 'utf8'),
) as CustomEmailSenderEvent
const kms = await startLocalKms()
Object.assign(process.env, kms.environment)
after(kms.close)
const events = senderEvents(kms)

/** A sender as users make it, with the kit's provider; the environment says where KMS is. */
function sender(provider = fakeProvider()) {
  const lines: string[] = []
  const handler = createSender({
    email: provider,
    sms: provider,
    write: (line) => lines.push(line),
    lookUpUser: async () => ({ email: 'jane@mail.acme.dev' }),
  })
  return { handler, provider, lines }
}

test('every source of both triggers has an event that a sender sends, with its secret', async () => {
  const { handler, provider, lines } = sender()
  const all = events.every()
  assert.deepEqual(
    all.map(({ triggerSource }) => triggerSource),
    [
      ...emailSources.map((source) => `CustomEmailSender_${source}`),
      ...smsSources.map((source) => `CustomSMSSender_${source}`),
    ],
  )
  for (const event of all) await handler(event, lambdaContext())
  assert.equal(provider.delivered.length, 15)
  for (const { body, message, secret, to } of provider.delivered) {
    const wanted = { AdminCreateUser: 'Tmp-7<q>R&z.2w', AccountTakeOverNotification: undefined }
    assert.equal(secret, message.source in wanted ? wanted[message.source as keyof typeof wanted] : '481526')
    assert.ok(body.text.includes(secret ?? 'Opera 74, Linux'), message.source)
    assert.equal(to, message.kind === 'email' ? 'jane@mail.acme.dev' : '+4915123456789')
  }
  expectNoSecrets(lines, { secrets: ['481526', 'Tmp-7<q>R&z.2w'], addresses: ['jane@mail.acme.dev', '+4915123456789'] })
})

test('a ciphertext has Cognito’s format, byte by byte of its header, and about its length', () => {
  const bytes = Buffer.from(events.email('SignUp').request.code!, 'base64')
  assert.equal(bytes.subarray(0, 4).toString('hex'), '01800378')
  const { header } = readHeader(bytes)
  assert.deepEqual(Object.keys(header.context), ['aws-crypto-public-key', 'userpool-id'])
  assert.equal(header.context['userpool-id'], kms.poolId)
  assert.ok(bytes.length > 580 && bytes.length < 640, String(bytes.length))
})

/** Names and types at every level, in their order. */
const shapeOf = (value: unknown): unknown =>
  value === null || typeof value !== 'object'
    ? value === null
      ? 'null'
      : typeof value
    : Object.entries(value).map(([name, member]) => [name, shapeOf(member)])

test('an event has the members of one captured from a live pool, in its order, and its code is laid out as that one’s', () => {
  const event = events.email('SignUp')
  assert.deepEqual(shapeOf(event), shapeOf(captured))
  const [{ header: ours }, { header: real }] = [event, captured].map(({ request }) =>
    readHeader(Buffer.from(request.code!, 'base64')),
  ) as [ReturnType<typeof readHeader>, ReturnType<typeof readHeader>]
  const laidOut = ({ suiteId, context, dataKeys, framed, frameLength, iv, raw }: typeof ours) => ({
    ...{ suiteId, framed, frameLength, iv, length: raw.length - context['userpool-id']!.length },
    context: Object.keys(context),
    dataKeys: dataKeys.map(({ provider, info, ciphertext }) => [provider, info.length, ciphertext.length]),
  })
  assert.deepEqual(laidOut(ours), laidOut(real))
})

test('both decryptors open what the kit sealed, and neither opens it when a byte was altered', async () => {
  const options = { keyArn: kms.keyArn, poolIds: [kms.poolId] }
  for (const decrypt of [createDecryptor(options), liteDecryptor(options)]) {
    const parsed = parseEvent(events.sms('Authentication', { secret: '918273' }), { requestId: 'r' })
    assert.equal((await decrypt(parsed))?.reveal(), '918273')
    for (const at of [30, 300, 400, 520, 600]) {
      const altered = Buffer.from(parsed.code!, 'base64')
      altered[Math.min(at, altered.length - 1)]! ^= 1
      await assert.rejects(decrypt({ ...parsed, code: altered.toString('base64') }), { name: 'SenderError' })
    }
  }
})

test('a code is sealed for one pool, and another pool’s event with it is refused', async () => {
  const { handler, provider } = sender()
  const event = { ...events.email('SignUp'), userPoolId: 'eu-west-1_Foreign12' }
  await assert.rejects(handler(event, lambdaContext()), { code: 'ForeignPool' })
  assert.equal(provider.attempts.length, 0)
})

test('two events are two messages; one event twice is a retry, and is sent once', async () => {
  const { handler, provider } = sender()
  const event = events.email('SignUp')
  assert.notEqual(event.request.code, events.email('SignUp').request.code)
  await handler(event, lambdaContext())
  await handler(event, lambdaContext())
  assert.equal(provider.delivered.length, 1)
  await handler(events.email('SignUp'), lambdaContext())
  assert.equal(provider.delivered.length, 2)
})

test('what is to differ differs: name, client, metadata, attributes, and a code that is null', () => {
  const event = events.email('ForgotPassword', {
    secret: null,
    userName: 'ada',
    clientId: null,
    clientMetadata: { tenant: 'acme' },
    attributes: { locale: 'de', email: undefined },
  })
  assert.equal(event.request.code, null)
  assert.deepEqual([event.userName, event.callerContext?.clientId], ['ada', null])
  assert.deepEqual(event.request.clientMetadata, { tenant: 'acme' })
  assert.equal(event.request.userAttributes.locale, 'de')
  assert.ok(!('email' in event.request.userAttributes))
  assert.equal(events.email('AdminCreateUser').callerContext?.clientId, 'CLIENT_ID_NOT_APPLICABLE')
  assert.equal(events.sms('SignUp').request.clientMetadata, null)
})

test('the fake provider does what it was told, in turn, and records every attempt', async () => {
  const first = fakeProvider([{ status: 'retry', reason: 'busy' }, new Error('broken')], { name: 'first' })
  const { handler, provider } = sender(first)
  await assert.rejects(handler(events.email('SignUp'), lambdaContext()), { code: 'NotDelivered' })
  await assert.rejects(handler(events.email('SignUp'), lambdaContext()), { code: 'NotDelivered' })
  await handler(events.email('SignUp'), lambdaContext())
  assert.deepEqual(
    provider.attempts.map(({ outcome }) => outcome?.status),
    ['retry', undefined, 'accepted'],
  )
  assert.equal(provider.delivered.length, 1)
  assert.match(provider.delivered[0]!.key, /^[0-9a-f]{64}-email$/)
  first.reset()
  assert.equal(first.attempts.length, 0)
})

test('a silent provider ends with the attempt’s time, and nobody knows whether it sent', async () => {
  const provider = fakeProvider(['silence'])
  const handler = createSender({ email: provider, attemptTimeoutMs: 20, write() {} })
  await assert.rejects(handler(events.email('SignUp'), lambdaContext()), /fake: unknown/)
})

test('a KMS that refuses is told by its error, and works again afterwards', async () => {
  const { handler, provider } = sender()
  const event = events.email('SignUp')
  kms.refuse('AccessDeniedException')
  await assert.rejects(handler(event, lambdaContext()), { code: 'DecryptFailed', message: /kms:Decrypt/ })
  kms.refuse(undefined)
  await handler(event, lambdaContext())
  assert.equal(provider.delivered.length, 1)
})
