import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { resend } from '../../src/providers/resend.ts'
import { signWebhook } from '../../src/providers/standard-webhooks.ts'
import { contextOf, key, mail, messageOf, noon, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const apiKey = 're_123_key-of-the-account'
const from = 'Acme <no-reply@acme.dev>'
const to = 'jane@example.com'
const error = (status: number, name: string) => ({
  answer: { status, body: { statusCode: status, name, message: `Something about ${to}` } },
})

providerContract('Resend', {
  provider: (baseUrl) => resend({ apiKey, from, replyTo: 'help@acme.dev', baseUrl }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/emails',
    headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': key },
    json: {
      from,
      to: [to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      reply_to: 'help@acme.dev',
    },
  },
  accepted: {
    answer: { status: 200, body: { id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' } },
    outcome: { status: 'accepted', id: '49a3999c-0ce1-4ea6-ab68-afcd6dc2e794' },
  },
  answers: {
    'a key whose first request is still in progress': {
      ...error(409, 'concurrent_idempotent_requests'),
      outcome: { status: 'unknown', reason: 'HTTP 409 concurrent_idempotent_requests', http: 409 },
    },
    'a key that was used with other words': {
      ...error(409, 'invalid_idempotent_request'),
      outcome: { status: 'unknown', reason: 'HTTP 409 invalid_idempotent_request', http: 409 },
    },
    'a sender address that Resend does not take': {
      ...error(422, 'invalid_from_address'),
      outcome: { status: 'drop', reason: 'HTTP 422 invalid_from_address', http: 422, account: true },
    },
    'a domain that is not verified': {
      ...error(403, 'validation_error'),
      outcome: { status: 'drop', reason: 'HTTP 403 validation_error', http: 403, account: true },
    },
    'a recipient that is none': {
      ...error(422, 'validation_error'),
      outcome: { status: 'drop', reason: 'HTTP 422 validation_error', http: 422 },
    },
    'a used-up quota': {
      ...error(429, 'daily_quota_exceeded'),
      outcome: { status: 'retry', reason: 'HTTP 429 daily_quota_exceeded', http: 429 },
    },
  },
  secrets: [apiKey],
})

describe('Resend', () => {
  test('sends once only for one key, and says so', () => {
    assert.equal(resend({ apiKey, from }).idempotent, true)
  })

  test('does not send to a list, nor take a sender that is none', async () => {
    const service = await startFakeService()
    try {
      const provider = resend({ apiKey, from, baseUrl: service.url })
      for (const list of [
        'jane@example.com,joe@example.com',
        'jane@example.com\nbcc: joe@example.com',
        'Jane <j@e.com>',
      ]) {
        const outcome = await provider.send(list, mail, messageOf(), contextOf())
        assert.deepEqual(outcome, { status: 'drop', reason: 'the recipient is not one e-mail address' })
      }
      assert.equal(service.seen.length, 0)
    } finally {
      await service.close()
    }
    for (const wrong of ['Acme', 'a@b.c, d@e.f', 'Acme <no-reply>', 'A\r\nBcc: x@y.z <a@b.c>']) {
      assert.throws(() => resend({ apiKey, from: wrong }), TypeError)
    }
  })

  test('its check looks at the domain of the sender', async () => {
    const service = await startFakeService()
    const check = () => resend({ apiKey, from, baseUrl: service.url }).check!(contextOf())
    const domains = (own: object, details: object = {}) =>
      service.behave(({ path }) => ({
        status: 200,
        body:
          path === '/domains'
            ? {
                data: [
                  { id: 'd-0', name: 'other.dev' },
                  { id: 'd-1', ...own },
                ],
              }
            : details,
      }))
    try {
      domains({ name: 'acme.dev', status: 'verified' }, { open_tracking: false, click_tracking: false })
      assert.deepEqual(await check(), { ok: true, detail: 'the domain acme.dev is verified' })
      assert.deepEqual(
        service.seen.map(({ method, path }) => `${method} ${path}`),
        ['GET /domains', 'GET /domains/d-1'],
      )
      domains({ name: 'acme.dev', status: 'pending' })
      assert.deepEqual(await check(), { ok: false, detail: 'the domain acme.dev is pending' })
      domains({ name: 'mail.acme.dev', status: 'verified' })
      service.seen.length = 0
      assert.deepEqual(await check(), { ok: false, detail: 'the domain acme.dev is not in the account' })
      assert.equal(service.only().path, '/domains')
      domains({ name: 'acme.dev', status: 'verified' }, { click_tracking: true })
      assert.deepEqual(await check(), {
        ok: true,
        detail: 'the domain acme.dev is verified, but switch off click_tracking',
      })
      service.behave({ status: 401, body: { name: 'restricted_api_key' } })
      assert.equal((await check()).ok, true)
      service.behave({ status: 403, body: { name: 'invalid_api_key' } })
      assert.deepEqual(await check(), { ok: false, detail: 'HTTP 403 invalid_api_key' })
    } finally {
      await service.close()
    }
  })
})

describe("Resend's webhook", () => {
  const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const seconds = noon / 1000
  const now = () => noon
  const provider = resend({ apiKey, from, webhookSecret, now })
  const event = (type: string, data: object = {}) =>
    JSON.stringify({ type, created_at: '2026-03-01T11:59:58.000Z', data: { email_id: 'm-1', to: [to], ...data } })
  const signed = (body: string, at = seconds, secret = webhookSecret) => ({
    headers: {
      'Svix-Id': 'msg_1',
      'svix-timestamp': String(at),
      'svix-signature': `v1,forged ${signWebhook(secret, 'msg_1', at, body)}`,
    },
    body,
  })

  test('tells what became of a message', async () => {
    const at = new Date('2026-03-01T11:59:58Z')
    assert.deepEqual(await provider.webhook!(signed(event('email.delivered'))), [{ id: 'm-1', type: 'delivered', at }])
    const bounce = { bounce: { type: 'Permanent', subType: 'Suppressed', message: `${to} is gone` } }
    assert.deepEqual(await provider.webhook!(signed(event('email.bounced', bounce))), [
      { id: 'm-1', type: 'bounced', at, detail: 'Permanent Suppressed' },
    ])
    assert.deepEqual(await provider.webhook!(signed(event('email.opened'))), [])
    assert.deepEqual(await provider.webhook!(signed(event('constructor'))), [])
  })

  test('refuses what is forged, changed, stale, early, or not signed', async () => {
    const good = signed(event('email.delivered'))
    const wrong = [
      { ...good, body: event('email.bounced') },
      { ...good, headers: { ...good.headers, 'Svix-Id': 'msg_2' } },
      { ...good, headers: { ...good.headers, 'svix-timestamp': String(seconds + 1) } },
      signed(good.body, seconds, 'whsec_b3RoZXIgc2VjcmV0IG9mIHNvbWVib2R5'),
      signed(good.body, seconds - 301),
      signed(good.body, seconds + 301),
      { headers: {}, body: good.body },
      { ...good, headers: { ...good.headers, 'svix-timestamp': 'now' } },
    ]
    for (const request of wrong) await assert.rejects(provider.webhook!(request), /the webhook/)
    await assert.rejects(resend({ apiKey, from }).webhook!(good), /webhookSecret is not set/)
  })
})
