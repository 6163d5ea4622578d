import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { messagebird, type Outcome } from '../../src/index.ts'
import { contextOf, key, messageOf, noon, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const accessKey = 'live_key-of-the-account'
const created = (item: object = {}) => ({
  status: 201,
  body: {
    id: 'mb-1',
    recipients: {
      totalCount: 1,
      totalSentCount: 1,
      items: [{ recipient: 4915112345678, status: 'sent', messagePartCount: 1, ...item }],
    },
  },
})
const refused = (number: number, status: number, parameter: string | null, outcome: object) => ({
  answer: { status, body: { errors: [{ code: number, description: `${parameter}: ${to}`, parameter }] } },
  outcome: { status: 'drop', reason: `HTTP ${status} ${number}`, http: status, ...outcome } as Outcome,
})

providerContract('MessageBird', {
  provider: (baseUrl) => messagebird({ baseUrl, accessKey, from: 'AURORA' }),
  to,
  body: sms,
  message: messageOf({ to, expiresAt: new Date(noon + 180_000) }),
  wire: {
    method: 'POST',
    path: '/messages',
    headers: { authorization: `AccessKey ${accessKey}` },
    json: {
      originator: 'AURORA',
      recipients: ['4915112345678'],
      body: sms.text,
      datacoding: 'auto',
      reference: createHash('sha256').update(key).digest('base64url'),
      validity: 180,
    },
  },
  accepted: { answer: created(), outcome: { status: 'accepted', id: 'mb-1', parts: 1 } },
  answers: {
    'a long message': {
      answer: created({ messagePartCount: 2 }),
      outcome: { status: 'accepted', id: 'mb-1', parts: 2 },
    },
    'a message that failed at once': {
      answer: created({ status: 'delivery_failed' }),
      outcome: { status: 'drop', reason: 'HTTP 201 delivery_failed', http: 201 },
    },
    'a wrong key': refused(2, 401, 'access_key', { account: true }),
    'a number that is none': refused(10, 422, 'recipients', {}),
    'a sender that is none': refused(10, 422, 'originator', { account: true }),
    'an account without credit': refused(25, 422, null, { account: true }),
    'a fault inside': refused(99, 500, null, { status: 'unknown' }),
  },
  bodyDecides: true,
  secrets: [accessKey],
})

describe('MessageBird', () => {
  test('its reference fits, is the same in every attempt, and differs by channel', async (t) => {
    const service = await openFakeService(t)
    const provider = messagebird({ baseUrl: service.url, accessKey, from: 'AURORA' })
    service.behave(created())
    const referenceOf = async (keyOfContext: string) => {
      await provider.send(to, sms, messageOf({ to }), contextOf({ key: keyOfContext }))
      return JSON.parse(service.only().body).reference
    }
    const ofSms = await referenceOf(`${key}-sms`)
    assert.ok(ofSms.length > 0 && ofSms.length <= 60, `${ofSms.length} characters`)
    assert.equal(await referenceOf(`${key}-sms`), ofSms)
    assert.notEqual(await referenceOf(`${key}-voice`), ofSms)
    assert.equal(await referenceOf('short-key'), 'short-key')
  })

  test('checks the credit', async (t) => {
    const service = await openFakeService(t)
    const provider = messagebird({ baseUrl: service.url, accessKey, from: 'AURORA', reportUrl: 'https://acme.dev/mb' })
    const check = (body: object) => {
      service.behave({ status: 200, body })
      return provider.check!(contextOf())
    }
    assert.deepEqual(await check({ payment: 'prepaid', type: 'credits', amount: 9.2 }), { ok: true })
    assert.deepEqual(await check({ payment: 'postpaid', type: 'euros', amount: 0 }), { ok: true })
    assert.deepEqual(await check({ payment: 'prepaid', type: 'credits', amount: 0 }), {
      ok: false,
      detail: 'the account has no credit',
    })
    assert.equal(service.seen[0]?.path, '/balance')
    service.seen.length = 0
    service.behave(created())
    await provider.send(to, sms, messageOf({ to }), contextOf())
    const input = JSON.parse(service.only().body)
    assert.deepEqual([input.reportUrl, input.validity], ['https://acme.dev/mb', undefined])
  })
})
