import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, type TestContext, test } from 'node:test'
import { type Outcome, type Provider, twilio, twilioWhatsapp } from '../../src/index.ts'
import { code, contextOf, messageOf, noon, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const accountSid = `AC${'0a'.repeat(16)}`
const authToken = 'token-of-the-account'
const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`
const basic = (login: string) => `Basic ${Buffer.from(login).toString('base64')}`
const created = (more: object = {}) => ({
  status: 201,
  body: { sid: 'SM1', status: 'queued', num_segments: '1', error_code: null, error_message: null, ...more },
})
const refused = (number: number, status: number, outcome: object) => ({
  answer: { status, body: { code: number, message: `${to}: ${sms.text}`, status, more_info: 'https://twilio.com' } },
  outcome: { reason: `HTTP ${status} ${number}`, http: status, ...outcome } as Outcome,
})
const recipient = { status: 'drop' }
const account = { status: 'drop', account: true }

providerContract('Twilio', {
  provider: (baseUrl) => twilio({ baseUrl, accountSid, authToken, from: 'AURORA' }),
  to,
  body: sms,
  message: messageOf({ to, expiresAt: new Date(noon + 180_000) }),
  wire: {
    method: 'POST',
    path,
    headers: { authorization: basic(`${accountSid}:${authToken}`) },
    form: { To: to, From: 'AURORA', Body: sms.text, ValidityPeriod: '180' },
  },
  accepted: { answer: created(), outcome: { status: 'accepted', id: 'SM1', parts: 1 } },
  answers: {
    'a number that is none': refused(21211, 400, recipient),
    'a number that unsubscribed': refused(21610, 400, recipient),
    'a landline': refused(21614, 400, recipient),
    'a delivery code': refused(30005, 400, recipient),
    'a message that pumping protection blocked': refused(30450, 400, recipient),
    'a wrong token': refused(20003, 401, account),
    'an account that is not there': refused(20404, 404, account),
    'a country that is not allowed': refused(21408, 400, account),
    'a sender that is not the account’s': refused(21659, 400, account),
    'too many requests': refused(20429, 429, { status: 'retry' }),
    'a full queue': refused(21611, 400, { status: 'retry' }),
    'a code that says nothing more': refused(21999, 400, recipient),
    'a message that was made and failed at once': {
      answer: created({ status: 'failed', error_code: 30004 }),
      outcome: { status: 'drop', reason: 'HTTP 201 30004', http: 201 },
    },
    'a message made for a suspended account': {
      answer: created({ status: 'failed', error_code: 30002 }),
      outcome: { status: 'drop', reason: 'HTTP 201 30002', http: 201, account: true },
    },
    'a long message': {
      answer: created({ num_segments: '3' }),
      outcome: { status: 'accepted', id: 'SM1', parts: 3 },
    },
    'a messaging service’s message': {
      answer: created({ num_segments: '0' }),
      outcome: { status: 'accepted', id: 'SM1' },
    },
  },
  bodyDecides: true,
  secrets: [authToken],
})

providerContract('Twilio for WhatsApp', {
  provider: (baseUrl) =>
    twilioWhatsapp({
      baseUrl,
      accountSid,
      authToken,
      from: '+14155238886',
      contentSid: ({ locale }) => `HX-${locale}`,
    }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path,
    headers: {},
    form: {
      To: `whatsapp:${to}`,
      From: 'whatsapp:+14155238886',
      ContentSid: 'HX-en',
      ContentVariables: `{"1":"${code}"}`,
    },
  },
  accepted: { answer: created({ num_segments: '0' }), outcome: { status: 'accepted', id: 'SM1' } },
  answers: {
    'a number without WhatsApp': refused(63003, 400, recipient),
    'a template that is not there': refused(63027, 400, account),
    'a rate limit of WhatsApp': refused(63018, 400, { status: 'retry' }),
  },
  bodyDecides: true,
  secrets: [authToken],
})

describe('Twilio', () => {
  async function formOf(t: TestContext, make: (baseUrl: string) => Provider, body = sms) {
    const service = await openFakeService(t)
    service.behave(created())
    await make(service.url).send(to, body, messageOf({ to }), contextOf())
    const { headers, body: text } = service.only()
    return { form: Object.fromEntries(new URLSearchParams(text)), authorization: headers.authorization }
  }

  test('takes an API key, a messaging service, and its own checks', async (t) => {
    const { form, authorization } = await formOf(t, (baseUrl) =>
      twilio({
        baseUrl,
        accountSid,
        apiKey: { sid: 'SK1', secret: 'secret' },
        messagingServiceSid: 'MG1',
        riskCheck: 'enable',
        contentRetention: 'discard',
        statusCallback: 'https://acme.dev/twilio',
      }),
    )
    assert.equal(authorization, basic('SK1:secret'))
    assert.deepEqual(form, {
      To: to,
      MessagingServiceSid: 'MG1',
      Body: sms.text,
      RiskCheck: 'enable',
      ContentRetention: 'discard',
      StatusCallback: 'https://acme.dev/twilio',
    })
  })

  test('puts the rendered parameters into a WhatsApp template, in their order', async (t) => {
    const whatsapp = { template: 't', language: 'de', params: ['Jane "J"', '42'] }
    const { form } = await formOf(
      t,
      (baseUrl) => twilioWhatsapp({ baseUrl, accountSid, authToken, messagingServiceSid: 'MG1', contentSid: 'HX1' }),
      { ...sms, ...{ whatsapp } },
    )
    assert.deepEqual(JSON.parse(form.ContentVariables!), { 1: 'Jane "J"', 2: '42' })
  })

  test('drops a WhatsApp message that has nothing to put into its template', async () => {
    const { secret: _, ...message } = messageOf({ to })
    const provider = twilioWhatsapp({ accountSid, authToken, from: '+1', contentSid: 'HX1' })
    assert.equal((await provider.send(to, sms, message, contextOf())).status, 'drop')
  })

  test('without a sender or a credential is refused when it is made', () => {
    assert.throws(() => twilio({ accountSid, authToken }), /from or messagingServiceSid/)
    assert.throws(() => twilio({ accountSid, from: 'AURORA' }), /authToken or apiKey/)
  })

  test('checks the account', async (t) => {
    const service = await openFakeService(t)
    const provider = twilio({ baseUrl: service.url, accountSid, authToken, from: 'AURORA' })
    const check = (body: object) => {
      service.behave({ status: 200, body })
      return provider.check!(contextOf())
    }
    assert.deepEqual(await check({ status: 'active', type: 'Full' }), { ok: true })
    assert.deepEqual(await check({ status: 'active', type: 'Trial' }), {
      ok: true,
      detail: 'a trial account: verified numbers only',
    })
    assert.deepEqual(await check({ status: 'suspended' }), { ok: false, detail: 'the account is suspended' })
    assert.equal(service.seen[0]?.path, `/2010-04-01/Accounts/${accountSid}.json`)
  })
})

describe('Twilio’s status callback', () => {
  const url = 'https://acme.dev/twilio?stage=dev'
  const provider = twilio({ accountSid, authToken, from: 'AURORA', statusCallback: url, now: () => noon })
  const report = (members: Record<string, string>) =>
    new URLSearchParams({ MessageSid: 'SM1', AccountSid: accountSid, ApiVersion: '2010-04-01', ...members })

  /** As Twilio's page has it, step by step. */
  function sign(form: URLSearchParams, { token = authToken, at = url } = {}) {
    const text = [...form].sort(([a], [b]) => (a < b ? -1 : 1)).reduce((all, [name, value]) => all + name + value, at)
    return { 'X-Twilio-Signature': createHmac('sha1', token).update(text).digest('base64') }
  }

  test('agrees with the signature of Twilio’s own example', async () => {
    const example = twilio({
      accountSid,
      authToken: '12345',
      from: 'x',
      statusCallback: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    })
    const body = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    }).toString()
    const headers = { 'X-Twilio-Signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' }
    assert.deepEqual(await example.webhook!({ headers, body }), [])
  })

  for (const [status, type] of Object.entries({
    sent: 'sent',
    delivered: 'delivered',
    read: 'delivered',
    undelivered: 'bounced',
    failed: 'failed',
  })) {
    test(`${status} becomes ${type}`, async () => {
      const form = report({ MessageStatus: status, ...(type === 'failed' && { ErrorCode: '30008' }) })
      const events = await provider.webhook!({ headers: sign(form), body: form.toString() })
      const detail = type === 'failed' ? { detail: '30008' } : {}
      assert.deepEqual(events, [{ id: 'SM1', type, at: new Date(noon), ...detail }])
    })
  }

  test('tells nothing of a message that is only queued', async () => {
    const form = report({ MessageStatus: 'queued' })
    assert.deepEqual(await provider.webhook!({ headers: sign(form), body: form.toString() }), [])
  })

  test('is refused when it is forged, changed, unsigned, or of another URL', async () => {
    const form = report({ MessageStatus: 'delivered' })
    const changed = report({ MessageStatus: 'failed' })
    const forged = [
      { headers: sign(form, { token: 'another' }), body: form.toString() },
      { headers: sign(form), body: changed.toString() },
      { headers: {}, body: form.toString() },
      { headers: { 'X-Twilio-Signature': '' }, body: form.toString() },
      { headers: sign(form, { at: 'https://acme.dev/twilio' }), body: form.toString() },
    ]
    for (const request of forged) await assert.rejects(provider.webhook!(request), /signature is wrong/)
  })

  test('cannot be verified without the token and the URL', async () => {
    const open = twilio({ accountSid, authToken, from: 'AURORA' })
    await assert.rejects(open.webhook!({ headers: {}, body: '' }), /statusCallback/)
  })
})
