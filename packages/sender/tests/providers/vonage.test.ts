import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { type Outcome, vonage } from '../../src/index.ts'
import { contextOf, key, messageOf, noon, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const apiKey = 'a1b2c3d4'
const apiSecret = 'secret-of-the-account'
const given = { apiKey, apiSecret, from: 'AURORA' }
const message = messageOf({ to, expiresAt: new Date(noon + 180_000) })
const parts = (...statuses: string[]) => ({
  status: 200,
  body: {
    'message-count': String(statuses.length),
    messages: statuses.map((status, index) => ({
      to: '4915112345678',
      'message-id': `vo-${index + 1}`,
      status,
      ...(status === '0' ? {} : { 'error-text': `no: ${to}` }),
    })),
  },
})
const refused = (status: string, outcome: object) => ({
  answer: parts(status),
  outcome: { status: 'drop', reason: `HTTP 200 ${status}`, http: 200, ...outcome } as Outcome,
})

providerContract('Vonage’s SMS API', {
  provider: (baseUrl) => vonage({ ...given, baseUrl }),
  to,
  body: sms,
  message,
  wire: {
    method: 'POST',
    path: '/sms/json',
    headers: {},
    form: {
      api_key: apiKey,
      api_secret: apiSecret,
      from: 'AURORA',
      to: '4915112345678',
      text: sms.text,
      ttl: '180000',
      'client-ref': key,
    },
  },
  accepted: { answer: parts('0'), outcome: { status: 'accepted', id: 'vo-1', parts: 1 } },
  answers: {
    'a long message': { answer: parts('0', '0', '0'), outcome: { status: 'accepted', id: 'vo-1', parts: 3 } },
    'a message of which a piece was taken': {
      answer: parts('0', '1'),
      outcome: { status: 'unknown', reason: 'HTTP 200 1', http: 200 },
    },
    throttling: refused('1', { status: 'retry' }),
    'a fault inside': refused('5', { status: 'unknown' }),
    'a number that is none': refused('3', {}),
    'a number that is barred': refused('7', {}),
    'wrong credentials': refused('4', { account: true }),
    'an account without credit': refused('9', { account: true }),
    'a sender that is not allowed': refused('15', { account: true }),
    'a number outside of the trial’s list': refused('29', { account: true }),
    'a status of a new kind': refused('77', {}),
    'an answer without a status': {
      answer: { status: 200, body: '<html></html>' },
      outcome: { status: 'unknown', reason: 'HTTP 200 without a status', http: 200 },
    },
  },
  bodyDecides: true,
  secrets: [apiSecret],
})

providerContract('Vonage’s Messages API', {
  provider: (baseUrl) => vonage({ ...given, baseUrl, api: 'messages', entityId: '1234', contentId: '5678' }),
  to,
  body: sms,
  message,
  wire: {
    method: 'POST',
    path: '/v1/messages',
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}` },
    json: {
      message_type: 'text',
      channel: 'sms',
      from: 'AURORA',
      to: '4915112345678',
      text: sms.text,
      ttl: 180,
      client_ref: key,
      sms: { entity_id: '1234', content_id: '5678' },
    },
  },
  accepted: {
    answer: { status: 202, body: { message_uuid: 'vo-1' } },
    outcome: { status: 'accepted', id: 'vo-1' },
  },
  answers: {
    'an account without credit': {
      answer: { status: 402, body: { type: 'https://developer.vonage.com/api-errors/#low-balance', title: to } },
      outcome: { status: 'drop', reason: 'HTTP 402 low-balance', http: 402, account: true },
    },
    'a number that is none': {
      answer: { status: 422, body: { type: 'https://developer.vonage.com/api-errors/messages#1120', detail: to } },
      outcome: { status: 'drop', reason: 'HTTP 422 1120', http: 422 },
    },
  },
  secrets: [apiSecret],
})

describe('Vonage', () => {
  for (const api of ['sms', 'messages'] as const) {
    test(`its reference fits, and tells keys apart that begin alike (${api})`, async (t) => {
      const service = await openFakeService(t)
      service.behave(parts('0'))
      const provider = vonage({ ...given, api, baseUrl: service.url })
      const referenceOf = async (keyOfContext: string) => {
        await provider.send(to, sms, messageOf({ to }), contextOf({ key: keyOfContext }))
        const { body } = service.only()
        return String(api === 'sms' ? new URLSearchParams(body).get('client-ref') : JSON.parse(body).client_ref)
      }
      assert.equal(await referenceOf(`${key}-sms`), `${key}-sms`)
      const [one, other] = [await referenceOf(`${key.repeat(2)}-sms`), await referenceOf(`${key.repeat(2)}-voice`)]
      for (const reference of [one, other]) assert.ok(reference.length > 0 && reference.length <= 100)
      assert.notEqual(one, other)
    })
  }

  test('says when a text needs more than the GSM alphabet, and for India what it is', async (t) => {
    const service = await openFakeService(t)
    service.behave(parts('0'))
    const provider = vonage({ ...given, baseUrl: service.url, entityId: '1234', contentId: '5678' })
    await provider.send(to, { text: 'Ваш код' }, messageOf({ to }), contextOf())
    const form = new URLSearchParams(service.only().body)
    const names = ['type', 'entity-id', 'content-id', 'ttl']
    assert.deepEqual(
      names.map((name) => form.get(name)),
      ['unicode', '1234', '5678', null],
    )
  })

  test('checks the credit', async (t) => {
    const service = await openFakeService(t)
    const provider = vonage({ ...given, baseUrl: service.url })
    const check = (body: object) => {
      service.behave({ status: 200, body })
      return provider.check!(contextOf())
    }
    assert.deepEqual(await check({ value: 10.28, autoReload: false }), { ok: true })
    assert.deepEqual(await check({ value: 0, autoReload: true }), { ok: true })
    const empty = { ok: false, detail: 'the account has no credit' }
    assert.deepEqual(await check({ value: 0, autoReload: false }), empty)
    const { path, query, headers } = service.seen[0]!
    assert.deepEqual([path, query], ['/account/get-balance', {}])
    assert.match(headers.authorization ?? '', /^Basic /)
  })
})

describe('Vonage’s webhook', () => {
  const signatureSecret = 'secret-of-the-signatures'
  const provider = vonage({ ...given, api: 'messages', signatureSecret, now: () => noon })
  const report = (status: string, more: object = {}) =>
    JSON.stringify({ message_uuid: 'vo-1', to, status, timestamp: '2026-03-01T11:59:58Z', ...more })

  function signed(body: string, { secret = signatureSecret, claims = {}, head = {} } = {}) {
    const payload_hash = createHash('sha256').update(body).digest('hex')
    const part = (members: object) => Buffer.from(JSON.stringify(members)).toString('base64url')
    const text = [
      part({ alg: 'HS256', typ: 'JWT', ...head }),
      part({ iat: noon / 1000, jti: 'j-1', iss: 'Vonage', payload_hash, api_key: apiKey, ...claims }),
    ].join('.')
    return { Authorization: `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}` }
  }

  for (const [status, type] of Object.entries({
    submitted: 'sent',
    delivered: 'delivered',
    undeliverable: 'bounced',
    rejected: 'failed',
  })) {
    test(`${status} becomes ${type}`, async () => {
      const failed = type === 'failed'
      const body = report(status, failed ? { error: { title: 1050, detail: `barred: ${to}` } } : {})
      const [told] = await provider.webhook!({ headers: signed(body), body })
      const detail = failed ? { detail: '1050' } : {}
      assert.deepEqual(told, { id: 'vo-1', type, at: new Date('2026-03-01T11:59:58Z'), ...detail })
    })
  }

  test('is refused when it is forged, changed or unsigned', async () => {
    const body = report('delivered')
    const refusals: [Record<string, string>, string, RegExp][] = [
      [signed(body, { secret: 'another' }), body, /signature is wrong/],
      [{}, body, /signature is wrong/],
      [{ Authorization: 'Bearer ..' }, body, /signature is wrong/],
      [signed(body), report('rejected'), /body was changed/],
      [signed(body, { claims: { payload_hash: undefined } }), body, /body was changed/],
      [signed(body, { head: { alg: 'none' } }), body, /another kind/],
    ]
    for (const [headers, text, why] of refusals) await assert.rejects(provider.webhook!({ headers, body: text }), why)
  })

  test('is refused when it is more than five minutes old', async () => {
    const body = report('delivered')
    const at = (apart: number) =>
      provider.webhook!({ headers: signed(body, { claims: { iat: noon / 1000 + apart } }), body })
    await at(-300)
    await assert.rejects(at(-301), /timestamp/)
    await assert.rejects(
      provider.webhook!({ headers: signed(body, { claims: { iat: undefined } }), body }),
      /timestamp/,
    )
  })

  test('needs the signature secret', async () => {
    for (const api of ['sms', 'messages'] as const) {
      const request = { headers: signed('{}'), body: '{}' }
      await assert.rejects(vonage({ ...given, api }).webhook!(request), /signatureSecret is not set/)
    }
  })
})
