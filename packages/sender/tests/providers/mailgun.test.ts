import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { mailgun } from '../../src/providers/mailgun.ts'
import { contextOf, mail, messageOf, noon, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const apiKey = 'key-of-the-account'
const from = 'Acme <no-reply@mg.acme.dev>'
const domain = 'mg.acme.dev'
const to = 'jane@example.com'

providerContract('Mailgun', {
  provider: (baseUrl) => mailgun({ apiKey, domain, from, replyTo: 'help@acme.dev', baseUrl }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/v3/mg.acme.dev/messages',
    headers: { authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}` },
    form: {
      from,
      to,
      subject: mail.subject!,
      text: mail.text,
      html: mail.html!,
      'h:Reply-To': 'help@acme.dev',
      'o:tracking': 'no',
      'o:tracking-clicks': 'no',
      'o:tracking-opens': 'no',
    },
  },
  accepted: {
    answer: { status: 200, body: { id: '<2026.1@mg.acme.dev>', message: 'Queued. Thank you.' } },
    outcome: { status: 'accepted', id: '<2026.1@mg.acme.dev>' },
  },
  answers: {
    'a domain that is not the account’s': {
      answer: { status: 404, body: { message: `Domain not found: ${domain}` } },
      outcome: { status: 'drop', reason: 'HTTP 404 of the domain', http: 404, account: true },
    },
    'a domain that may not send': {
      answer: { status: 400, body: { message: `Domain ${domain} is not allowed to send: Free accounts are for test` } },
      outcome: { status: 'drop', reason: 'HTTP 400 of the domain', http: 400, account: true },
    },
    'a recipient that is none': {
      answer: { status: 400, body: { message: 'to parameter is not a valid address. please check documentation' } },
      outcome: { status: 'drop', reason: 'HTTP 400', http: 400 },
    },
  },
  secrets: [apiKey],
})

describe('Mailgun', () => {
  test('is asked in the region of the domain', async () => {
    const urls: string[] = []
    const context = contextOf({
      fetch: async (url) => {
        urls.push(String(url))
        return new Response('{}')
      },
    })
    for (const region of ['us', 'eu'] as const) {
      await mailgun({ apiKey, domain, from, region }).send(to, mail, messageOf(), context)
    }
    assert.deepEqual(urls, [
      'https://api.mailgun.net/v3/mg.acme.dev/messages',
      'https://api.eu.mailgun.net/v3/mg.acme.dev/messages',
    ])
    assert.throws(() => mailgun({ apiKey, domain: 'acme.dev/../x', from }), TypeError)
  })

  test('its check looks at the domain', async () => {
    const service = await startFakeService()
    const check = () => mailgun({ apiKey, domain, from, baseUrl: service.url }).check!(contextOf())
    try {
      service.behave({ status: 200, body: { domain: { name: domain, state: 'active' } } })
      assert.deepEqual(await check(), { ok: true })
      assert.equal(service.only().path, '/v4/domains/mg.acme.dev')
      service.behave({ status: 200, body: { domain: { name: domain, state: 'unverified' } } })
      assert.deepEqual(await check(), { ok: false, detail: 'the domain mg.acme.dev is unverified' })
    } finally {
      await service.close()
    }
  })
})

describe("Mailgun's webhook", () => {
  const webhookSigningKey = 'signing-key'
  const provider = mailgun({ apiKey, domain, from, webhookSigningKey, now: () => noon })
  const seconds = noon / 1000
  const token = 'e0b5477167110d68991efc6b9f89f0a11066af27834600e123'
  const hmac = (at: number | string, key = webhookSigningKey) =>
    createHmac('sha256', key).update(`${at}${token}`).digest('hex')
  const request = (
    event: object,
    signature: object = { timestamp: String(seconds), token, signature: hmac(seconds) },
  ) => ({
    headers: {},
    body: JSON.stringify({ signature, 'event-data': { timestamp: seconds + 0.5, message, recipient: to, ...event } }),
  })
  const message = { headers: { 'message-id': '2026.1@mg.acme.dev' } }

  test('tells what became of a message, by the id that sending gave', async () => {
    const at = new Date(noon + 500)
    const id = '<2026.1@mg.acme.dev>'
    const read = (event: object) => provider.webhook!(request(event))
    assert.deepEqual(await read({ event: 'delivered' }), [{ id, type: 'delivered', at }])
    const bounce = { severity: 'permanent', reason: 'suppress-bounce', 'delivery-status': { code: 605, message: to } }
    assert.deepEqual(await read({ event: 'failed', ...bounce }), [{ id, type: 'bounced', at, detail: '605' }])
    const refusal = { severity: 'permanent', reason: 'generic', 'delivery-status': { code: 550 } }
    assert.deepEqual(await read({ event: 'failed', ...refusal }), [{ id, type: 'failed', at, detail: '550' }])
    assert.deepEqual(await read({ event: 'failed', severity: 'temporary' }), [])
    assert.deepEqual(await read({ event: 'opened' }), [])
  })

  test('takes the signature of the account above a subaccount', async () => {
    const both = {
      timestamp: seconds,
      token,
      signature: hmac(seconds, 'key of the subaccount'),
      'parent-signature': hmac(seconds),
    }
    assert.equal((await provider.webhook!(request({ event: 'delivered' }, both))).length, 1)
  })

  test('refuses what is forged, stale, or not signed', async () => {
    const wrong = [
      { timestamp: String(seconds), token, signature: hmac(seconds, 'another key') },
      { timestamp: String(seconds), token: `${token}0`, signature: hmac(seconds) },
      { timestamp: String(seconds + 1), token, signature: hmac(seconds) },
      { timestamp: String(seconds - 301), token, signature: hmac(seconds - 301) },
      { timestamp: String(seconds + 301), token, signature: hmac(seconds + 301) },
      { timestamp: String(seconds), token },
      {},
    ]
    for (const signature of wrong) {
      await assert.rejects(provider.webhook!(request({ event: 'delivered' }, signature)), /the webhook/)
    }
    await assert.rejects(mailgun({ apiKey, domain, from }).webhook!(request({})), /webhookSigningKey is not set/)
  })
})
