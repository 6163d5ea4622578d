import assert from 'node:assert/strict'
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, test } from 'node:test'
import { type Outcome, telnyx } from '../../src/index.ts'
import { contextOf, messageOf, noon, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const apiKey = 'KEY-of-the-account'
const sent = (more: object = {}) => ({
  status: 200,
  body: { data: { id: 'tx-1', parts: 1, to: [{ phone_number: to, status: 'queued' }], errors: [], ...more } },
})
const refused = (number: string, status: number, outcome: object) => ({
  answer: { status, body: { errors: [{ code: number, title: 'no', detail: `${to} is not`, source: {} }] } },
  outcome: { reason: `HTTP ${status} ${number}`, http: status, ...outcome } as Outcome,
})
const recipient = { status: 'drop' }
const account = { status: 'drop', account: true }

providerContract('Telnyx', {
  provider: (baseUrl) => telnyx({ baseUrl, apiKey, from: '+15551234567' }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/v2/messages',
    headers: { authorization: `Bearer ${apiKey}` },
    json: { from: '+15551234567', to, text: sms.text, type: 'SMS' },
  },
  accepted: { answer: sent(), outcome: { status: 'accepted', id: 'tx-1', parts: 1 } },
  answers: {
    'a number that said STOP': refused('40300', 400, recipient),
    'a number that is none': refused('40310', 400, recipient),
    'a sender that is not the account’s': refused('40305', 400, account),
    'a country that the profile does not allow': refused('40309', 400, account),
    'a wrong key': refused('10009', 401, account),
    'an account without credit': refused('20100', 400, account),
    'a full queue': refused('40318', 400, { status: 'retry' }),
    'a code that says nothing more': refused('49999', 422, recipient),
    'a message of three parts': {
      answer: sent({ parts: 3 }),
      outcome: { status: 'accepted', id: 'tx-1', parts: 3 },
    },
    'a message that failed at once without saying why': {
      answer: sent({ to: [{ status: 'sending_failed' }] }),
      outcome: { status: 'drop', reason: 'HTTP 200', http: 200 },
    },
    'a message that failed at once': {
      answer: sent({ to: [{ status: 'sending_failed' }], errors: [{ code: '40001' }] }),
      outcome: { status: 'drop', reason: 'HTTP 200 40001', http: 200 },
    },
  },
  bodyDecides: true,
  secrets: [apiKey],
})

describe('Telnyx', () => {
  test('sends from the pool of a messaging profile', async (t) => {
    const service = await openFakeService(t)
    service.behave(sent())
    const provider = telnyx({
      baseUrl: service.url,
      apiKey,
      messagingProfileId: 'mp-1',
      webhookUrl: 'https://acme.dev/telnyx',
    })
    await provider.send(to, sms, messageOf({ to }), contextOf())
    const input = JSON.parse(service.only().body)
    assert.deepEqual([input.from, input.messaging_profile_id], [undefined, 'mp-1'])
    assert.equal(input.webhook_url, 'https://acme.dev/telnyx')
  })

  test('checks the credit', async (t) => {
    const service = await openFakeService(t)
    const provider = telnyx({ baseUrl: service.url, apiKey, from: 'x' })
    service.behave({ status: 200, body: { data: { available_credit: '12.30' } } })
    assert.deepEqual(await provider.check!(contextOf()), { ok: true })
    service.behave({ status: 200, body: { data: { available_credit: '0.00' } } })
    assert.deepEqual(await provider.check!(contextOf()), { ok: false, detail: 'the account has no credit' })
  })

  test('without a sender, or with a key that is none, is refused when it is made', () => {
    assert.throws(() => telnyx({ apiKey }), /from or messagingProfileId/)
    assert.throws(() => telnyx({ apiKey, from: 'x', publicKey: 'short' }), /publicKey/)
  })
})

describe('Telnyx’s webhook', () => {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  const provider = telnyx({ apiKey, from: 'x', publicKey, now: () => noon })
  const event = (status: string, more: object = {}) =>
    JSON.stringify({
      data: {
        event_type: 'message.finalized',
        id: 'event-1',
        occurred_at: '2026-03-01T11:59:58.000+00:00',
        payload: { id: 'tx-1', to: [{ phone_number: to, status }], ...more },
      },
    })

  function signed(body: string, { seconds = noon / 1000, key = pair.privateKey as KeyObject } = {}) {
    const signature = sign(null, Buffer.from(`${seconds}|${body}`), key).toString('base64')
    return { 'Telnyx-Signature-Ed25519': signature, 'Telnyx-Timestamp': String(seconds) }
  }

  for (const [status, type] of Object.entries({
    sent: 'sent',
    delivered: 'delivered',
    delivery_failed: 'bounced',
    sending_failed: 'failed',
  })) {
    test(`${status} becomes ${type}`, async () => {
      const failed = type === 'bounced' || type === 'failed'
      const body = event(status, failed ? { errors: [{ code: '40008', detail: to }] } : {})
      const [told] = await provider.webhook!({ headers: signed(body), body })
      const detail = failed ? { detail: '40008' } : {}
      assert.deepEqual(told, { id: 'tx-1', type, at: new Date('2026-03-01T11:59:58Z'), ...detail })
    })
  }

  test('of another kind tells nothing', async () => {
    const body = JSON.stringify({ data: { event_type: 'call.initiated', payload: { id: 'x' } } })
    assert.deepEqual(await provider.webhook!({ headers: signed(body), body }), [])
  })

  test('is refused when it is forged, changed or unsigned', async () => {
    const body = event('delivered')
    const forged = [
      { headers: signed(body, { key: generateKeyPairSync('ed25519').privateKey }), body },
      { headers: signed(body), body: event('sending_failed') },
      { headers: { ...signed(body), 'Telnyx-Timestamp': String(noon / 1000 + 1) }, body },
      { headers: {}, body },
    ]
    for (const request of forged) await assert.rejects(provider.webhook!(request), /signature is wrong/)
    await assert.rejects(
      telnyx({ apiKey, from: 'x' }).webhook!({ headers: signed(body), body }),
      /publicKey is not set/,
    )
  })

  test('is refused when it is more than five minutes old, or of the future', async () => {
    const body = event('delivered')
    const at = (apart: number) => provider.webhook!({ headers: signed(body, { seconds: noon / 1000 + apart }), body })
    await at(-300)
    await assert.rejects(at(-301), /timestamp/)
    await assert.rejects(at(301), /timestamp/)
  })
})
