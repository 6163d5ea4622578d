import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { verifyWebhook, webhook } from '../../src/providers/webhook.ts'
import { code, contextOf, key, mail, messageOf, noon, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const to = 'jane@example.com'
const seconds = noon / 1000
const now = () => noon

/** The signature by the words of the standard, made without the code under test. */
function expectedSignature(body: string): string {
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', bytes).update(`${key}.${seconds}.${body}`).digest('base64')}`
}

providerContract('The signed webhook', {
  provider: (base) => webhook({ url: `${base}/hooks/messages`, secret }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/hooks/messages',
    headers: { 'webhook-id': key, 'webhook-timestamp': String(seconds) },
    json: {
      type: 'message.send',
      timestamp: '2026-03-01T12:00:00.000Z',
      data: {
        to,
        ...mail,
        kind: 'email',
        source: 'SignUp',
        poolId: 'eu-west-1_AbC123',
        userName: 'jane',
        locale: 'en',
      },
    },
    also: ({ headers, body }) => {
      assert.equal(headers['webhook-signature'], expectedSignature(body))
      assert.deepEqual(verifyWebhook({ headers, body }, { secret, now }), JSON.parse(body))
    },
  },
  accepted: { answer: { status: 200 }, outcome: { status: 'accepted' } },
  answers: {
    'a receiver that is gone': {
      answer: { status: 410 },
      outcome: { status: 'drop', reason: 'HTTP 410', http: 410, account: true },
    },
  },
  secrets: [secret, secret.slice('whsec_'.length)],
})

describe('The signed webhook', () => {
  test('adds the bare code and the client where it is to', async () => {
    const service = await startFakeService()
    const provider = webhook({ url: service.url, secret, includeCode: true })
    await provider.send(to, mail, messageOf({ clientId: 'client-1' }), contextOf())
    await service.close()
    const { data } = JSON.parse(service.only().body)
    assert.deepEqual([data.code, data.clientId], [code, 'client-1'])
  })

  test('can be repeated: the receiver knows the message by its id', () => {
    assert.equal(webhook({ url: 'https://acme.dev/hook', secret }).idempotent, true)
    assert.throws(() => webhook({ url: 'http://acme.dev/hook', secret }), TypeError)
  })

  test('a secret that is none keeps the message back', async () => {
    const outcome = await webhook({ url: 'http://127.0.0.1:9', secret: 'whsec_short' }).send(
      to,
      mail,
      messageOf(),
      contextOf(),
    )
    assert.deepEqual(outcome.status, 'retry')
    assert.doesNotMatch(JSON.stringify(outcome), /short/)
  })
})

describe('verifyWebhook', () => {
  const body = '{"a":1}'
  const headers = {
    'Webhook-Id': key,
    'webhook-timestamp': String(seconds),
    'webhook-signature': expectedSignature(body),
  }
  const verify = (change: object, options: object = {}) =>
    verifyWebhook({ headers: { ...headers, ...change }, body }, { secret, now, ...options })

  test('takes the example of the libraries of Standard Webhooks', () => {
    const example = {
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      body: '{"test": 2432232314}',
    }
    const options = { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', now: () => 1_614_265_330_000 }
    assert.deepEqual(verifyWebhook(example, options), { test: 2432232314 })
  })

  test('takes one right signature among several, and several secrets', () => {
    assert.deepEqual(verify({ 'webhook-signature': `v1a,x v1,AAAA ${expectedSignature(body)}` }), { a: 1 })
    assert.deepEqual(verify({}, { secret: ['whsec_b3RoZXIgc2VjcmV0IG9mIHNvbWVib2R5', secret] }), { a: 1 })
  })

  test('refuses what is changed, stale, early, or incomplete', () => {
    const changes = [
      { 'Webhook-Id': 'other' },
      { 'webhook-signature': 'v1,AAAA' },
      { 'webhook-signature': expectedSignature(body).replace('v1,', 'v2,') },
      { 'webhook-signature': '' },
      { 'webhook-timestamp': `${seconds}.0` },
      { 'Webhook-Id': undefined },
    ]
    for (const change of changes) assert.throws(() => verify(change), /the webhook/)
    for (const late of [-301, 301]) assert.throws(() => verify({}, { now: () => noon + late * 1000 }), /timestamp/)
    assert.throws(() => verify({}, { secret: 'whsec_b3RoZXIgc2VjcmV0IG9mIHNvbWVib2R5' }), /signature/)
    assert.deepEqual(verify({}, { now: () => noon + 400_000, toleranceS: 600 }), { a: 1 })
  })
})
