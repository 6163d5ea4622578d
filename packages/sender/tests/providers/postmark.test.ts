import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { postmark } from '../../src/providers/postmark.ts'
import { contextOf, mail, providerContract } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const serverToken = 'token-of-the-server'
const from = 'Acme <no-reply@acme.dev>'
const to = 'jane@example.com'
const error = (ErrorCode: number, Message = `About ${to}`, status = 422) => ({
  answer: { status, body: { ErrorCode, Message } },
})

providerContract('Postmark', {
  provider: (baseUrl) => postmark({ serverToken, from, replyTo: 'help@acme.dev', messageStream: 'codes', baseUrl }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/email',
    headers: { 'x-postmark-server-token': serverToken, accept: 'application/json' },
    json: {
      From: from,
      To: to,
      ReplyTo: 'help@acme.dev',
      Subject: mail.subject,
      TextBody: mail.text,
      HtmlBody: mail.html,
      MessageStream: 'codes',
      TrackOpens: false,
      TrackLinks: 'None',
    },
  },
  accepted: {
    answer: { status: 200, body: { To: to, MessageID: 'b7bc2f4a', ErrorCode: 0, Message: 'OK' } },
    outcome: { status: 'accepted', id: 'b7bc2f4a' },
  },
  answers: {
    'an inactive recipient': {
      ...error(406),
      outcome: { status: 'drop', reason: 'HTTP 422 406', http: 422 },
    },
    'an error with the status 200': {
      ...error(406, 'OK', 200),
      outcome: { status: 'drop', reason: 'HTTP 200 406', http: 200 },
    },
    'a sender that is not confirmed': {
      ...error(401),
      outcome: { status: 'drop', reason: 'HTTP 422 401', http: 422, account: true },
    },
    'a sender that is not allowed, as a malformed request': {
      ...error(300, "Invalid 'From' address: not a verified sender signature"),
      outcome: { status: 'drop', reason: 'HTTP 422 300', http: 422, account: true },
    },
    'a recipient that is none': {
      ...error(300, "Invalid 'To' address"),
      outcome: { status: 'drop', reason: 'HTTP 422 300', http: 422 },
    },
    'an account that may not send': {
      ...error(412),
      outcome: { status: 'drop', reason: 'HTTP 422 412', http: 422, account: true },
    },
    maintenance: { ...error(100), outcome: { status: 'retry', reason: 'HTTP 422 100', http: 422 } },
  },
  bodyDecides: true,
  secrets: [serverToken],
})

test("Postmark's check tells a server that delivers nothing", async () => {
  const service = await startFakeService()
  const check = () => postmark({ serverToken, from, baseUrl: service.url }).check!(contextOf())
  try {
    service.behave({ status: 200, body: { DeliveryType: 'Live' } })
    assert.deepEqual(await check(), { ok: true })
    assert.equal(service.only().path, '/server')
    service.behave({ status: 200, body: { DeliveryType: 'Sandbox' } })
    assert.equal((await check()).ok, false)
    service.behave({ status: 401, body: { ErrorCode: 10 } })
    assert.deepEqual(await check(), { ok: false, detail: 'HTTP 401 10' })
  } finally {
    await service.close()
  }
})

describe("Postmark's webhook", () => {
  const provider = postmark({ serverToken, from, webhookLogin: { user: 'postmark', password: 'long password' } })
  const authorization = `Basic ${Buffer.from('postmark:long password').toString('base64')}`
  const read = (record: object, headers: Record<string, string> = { Authorization: authorization }) =>
    provider.webhook!({ headers, body: JSON.stringify({ MessageID: 'm-1', ...record }) })

  test('tells what became of a message', async () => {
    const time = '2026-03-01T11:59:58Z'
    const at = new Date(time)
    assert.deepEqual(await read({ RecordType: 'Delivery', DeliveredAt: time }), [{ id: 'm-1', type: 'delivered', at }])
    assert.deepEqual(await read({ RecordType: 'Bounce', BouncedAt: time, Type: 'HardBounce', Email: to }), [
      { id: 'm-1', type: 'bounced', at, detail: 'HardBounce' },
    ])
    assert.deepEqual(await read({ RecordType: 'Open' }), [])
  })

  test('refuses another login, and none', async () => {
    const wrong = Buffer.from('postmark:other').toString('base64')
    for (const headers of [{ authorization: `Basic ${wrong}` }, { authorization: '' }, {}]) {
      await assert.rejects(read({ RecordType: 'Delivery' }, headers as Record<string, string>), /the webhook/)
    }
  })
})
