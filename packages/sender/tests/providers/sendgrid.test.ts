import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, test } from 'node:test'
import { sendgrid } from '../../src/providers/sendgrid.ts'
import { contextOf, mail, messageOf, noon, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const apiKey = 'SG.key-of-the-account'
const from = 'Acme, Inc. <no-reply@acme.dev>'
const to = 'jane@example.com'

providerContract('SendGrid', {
  provider: (baseUrl) => sendgrid({ apiKey, from, replyTo: 'help@acme.dev', baseUrl }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/v3/mail/send',
    headers: { authorization: `Bearer ${apiKey}` },
    json: {
      personalizations: [{ to: [{ email: to }] }],
      from: { email: 'no-reply@acme.dev', name: 'Acme, Inc.' },
      reply_to: { email: 'help@acme.dev' },
      subject: mail.subject,
      content: [
        { type: 'text/plain', value: mail.text },
        { type: 'text/html', value: mail.html },
      ],
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
        subscription_tracking: { enable: false },
        ganalytics: { enable: false },
      },
      mail_settings: { bypass_unsubscribe_management: { enable: true } },
    },
  },
  accepted: {
    answer: { status: 202, headers: { 'x-message-id': '14c5d75ce93.dfd.64b469' }, body: '' },
    outcome: { status: 'accepted', id: '14c5d75ce93.dfd.64b469' },
  },
  answers: {
    'a sender that is not verified': {
      answer: { status: 403, body: { errors: [{ message: 'The from address does not match', field: 'from' }] } },
      outcome: { status: 'drop', reason: 'HTTP 403 field:from', http: 403, account: true },
    },
    'a malformed sender': {
      answer: { status: 400, body: { errors: [{ message: 'no', field: 'from.email' }] } },
      outcome: { status: 'drop', reason: 'HTTP 400 field:from', http: 400, account: true },
    },
    'a recipient that is none': {
      answer: { status: 400, body: { errors: [{ message: `${to}`, field: 'personalizations.0.to.0.email' }] } },
      outcome: { status: 'drop', reason: 'HTTP 400 field:personalizations', http: 400 },
    },
  },
  secrets: [apiKey],
})

describe('SendGrid', () => {
  test('sends text alone where there is no HTML', async () => {
    const service = await startFakeService()
    const provider = sendgrid({ apiKey, from, baseUrl: service.url })
    await provider.send(to, { subject: 'Hi', text: 'Text' }, messageOf(), contextOf())
    await service.close()
    assert.deepEqual(JSON.parse(service.only().body).content, [{ type: 'text/plain', value: 'Text' }])
  })

  test('its check asks whether the key may send', async () => {
    const service = await startFakeService()
    const check = () => sendgrid({ apiKey, from, baseUrl: service.url }).check!(contextOf())
    try {
      service.behave({ status: 200, body: { scopes: ['mail.send', 'stats.read'] } })
      assert.deepEqual(await check(), { ok: true })
      assert.equal(service.only().path, '/v3/scopes')
      service.behave({ status: 200, body: { scopes: ['stats.read'] } })
      assert.deepEqual(await check(), { ok: false, detail: 'the key has not the scope mail.send' })
    } finally {
      await service.close()
    }
  })
})

describe("SendGrid's event webhook", () => {
  const keys = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const webhookPublicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const provider = sendgrid({ apiKey, from, webhookPublicKey, now: () => noon })
  const seconds = noon / 1000
  const body = JSON.stringify([
    { event: 'delivered', email: to, timestamp: seconds - 2, sg_message_id: 'abc-1.recvd-5bd7-x-1-2.0' },
    {
      event: 'bounce',
      email: to,
      timestamp: seconds,
      type: 'blocked',
      status: '5.1.1',
      reason: to,
      sg_message_id: '14c.dfd.64.filter0001.1',
    },
    { event: 'open', email: to, timestamp: seconds, sg_message_id: 'abc-1.recvd' },
    { event: 'deferred', email: to, timestamp: seconds, sg_message_id: 'abc-1.recvd' },
  ])
  const signed = (at = seconds, key = keys.privateKey) => ({
    headers: {
      'X-Twilio-Email-Event-Webhook-Timestamp': String(at),
      'X-Twilio-Email-Event-Webhook-Signature': sign('sha256', Buffer.from(`${at}${body}`), key).toString('base64'),
    },
    body,
  })

  test('tells what became of messages, by the ids that sending gave', async () => {
    const expected = [
      { id: 'abc-1', type: 'delivered', at: new Date(noon - 2000) },
      { id: '14c.dfd.64', type: 'bounced', at: new Date(noon), detail: 'blocked 5.1.1' },
    ]
    assert.deepEqual(await provider.webhook!(signed()), expected)
    const pem = keys.publicKey.export({ format: 'pem', type: 'spki' }).toString()
    const withPem = sendgrid({ apiKey, from, webhookPublicKey: pem, now: () => noon })
    assert.deepEqual(await withPem.webhook!(signed()), expected)
  })

  test('refuses what is forged, changed, stale, or not signed', async () => {
    const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
    const good = signed()
    const wrong = [
      signed(seconds, stranger),
      { ...good, body: good.body.replace('delivered', 'processed') },
      { ...good, headers: { ...good.headers, 'X-Twilio-Email-Event-Webhook-Timestamp': String(seconds + 1) } },
      signed(seconds - 301),
      signed(seconds + 301),
      { headers: {}, body },
    ]
    for (const request of wrong) await assert.rejects(provider.webhook!(request), /the webhook/)
    await assert.rejects(sendgrid({ apiKey, from }).webhook!(good), /webhookPublicKey is not set/)
  })
})
