import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { plivo } from '../../src/index.ts'
import { contextOf, messageOf, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const authId = 'MAXXXXXXXXXXXXXXXXXX'
const authToken = 'token-of-the-account'
const authorization = `Basic ${Buffer.from(`${authId}:${authToken}`).toString('base64')}`
const queued = { status: 202, body: { message: 'message(s) queued', message_uuid: ['pl-1'], api_id: 'a-1' } }
const refused = (status: number, error: string) => ({ status, body: { api_id: 'a-1', error } })

providerContract('Plivo', {
  provider: (baseUrl) => plivo({ baseUrl, authId, authToken, from: 'AURORA' }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: `/v1/Account/${authId}/Message/`,
    headers: { authorization },
    json: { src: 'AURORA', dst: '4915112345678', text: sms.text, type: 'sms' },
  },
  accepted: { answer: queued, outcome: { status: 'accepted', id: 'pl-1' } },
  answers: {
    'a number that is none': {
      answer: refused(400, `${to} is not a valid phone number`),
      outcome: { status: 'drop', reason: 'HTTP 400', http: 400 },
    },
    'a number that is none, among those that were queued': {
      answer: { status: 202, body: { message: 'message(s) queued', message_uuid: [], invalid_number: [to] } },
      outcome: { status: 'drop', reason: 'HTTP 202 invalid_number', http: 202 },
    },
    'a sender that is none': {
      answer: refused(400, 'src is invalid'),
      outcome: { status: 'drop', reason: 'HTTP 400', http: 400, account: true },
    },
    'an account that is not there': {
      answer: refused(404, 'not found'),
      outcome: { status: 'drop', reason: 'HTTP 404', http: 404, account: true },
    },
  },
  bodyDecides: true,
  secrets: [authToken],
})

describe('Plivo', () => {
  test('sends by a powerpack, and keeps the text out of its logs where asked', async (t) => {
    const service = await openFakeService(t)
    service.behave(queued)
    const provider = plivo({
      baseUrl: service.url,
      authId,
      authToken,
      from: 'AURORA',
      powerpackUuid: 'pp-1',
      log: 'false',
      statusUrl: 'https://acme.dev/plivo',
      entityId: '1234',
      templateId: '5678',
    })
    await provider.send(to, sms, messageOf({ to }), contextOf())
    assert.deepEqual(JSON.parse(service.only().body), {
      powerpack_uuid: 'pp-1',
      dst: '4915112345678',
      text: sms.text,
      type: 'sms',
      log: 'false',
      url: 'https://acme.dev/plivo',
      dlt_entity_id: '1234',
      dlt_template_id: '5678',
    })
  })

  test('checks the account, and needs a sender', async (t) => {
    const service = await openFakeService(t)
    const provider = plivo({ baseUrl: service.url, authId, authToken, from: 'AURORA' })
    assert.deepEqual(await provider.check!(contextOf()), { ok: true })
    const { method, path } = service.only()
    assert.deepEqual([method, path], ['GET', `/v1/Account/${authId}/`])
    service.behave({ status: 401 })
    assert.deepEqual(await provider.check!(contextOf()), { ok: false, detail: 'HTTP 401' })
    assert.throws(() => plivo({ authId, authToken }), /from or powerpackUuid/)
  })
})
