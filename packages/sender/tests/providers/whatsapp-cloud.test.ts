import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, type TestContext, test } from 'node:test'
import { type Outcome, type Rendered, whatsappCloud } from '../../src/index.ts'
import { code, contextOf, messageOf, providerContract, sms } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const token = 'EAAJB-token-of-the-system-user'
const given = { token, phoneNumberId: '106540352242922', template: 'auth_code' }
const accepted = {
  messaging_product: 'whatsapp',
  contacts: [{ input: to, wa_id: '4915112345678' }],
  messages: [{ id: 'wamid.1', message_status: 'accepted' }],
}
const refused = (number: number, status: number, outcome: object) => ({
  answer: { status, body: { error: { message: `(#${number}) ${to}`, type: 'OAuthException', code: number } } },
  outcome: { reason: `HTTP ${status} ${number}`, http: status, ...outcome } as Outcome,
})
const recipient = { status: 'drop' }
const account = { status: 'drop', account: true }

providerContract('WhatsApp Cloud', {
  provider: (baseUrl) => whatsappCloud({ ...given, baseUrl }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/v24.0/106540352242922/messages',
    headers: { authorization: `Bearer ${token}` },
    json: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to,
      type: 'template',
      template: {
        name: 'auth_code',
        language: { code: 'en' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: code }] },
          { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: code }] },
        ],
      },
    },
  },
  accepted: { answer: { status: 200, body: accepted }, outcome: { status: 'accepted', id: 'wamid.1' } },
  answers: {
    'too many messages': refused(130429, 400, { status: 'retry' }),
    'too many messages to one person': refused(131056, 400, { status: 'retry' }),
    'a service that is overloaded': refused(131016, 500, { status: 'retry' }),
    'a person without WhatsApp': refused(131026, 400, recipient),
    'a token that expired': refused(190, 401, account),
    'a permission that is missing': refused(200, 400, account),
    'a method that is not allowed': refused(3, 500, account),
    'a template that is not there': refused(132001, 404, account),
    'a template that was paused': refused(132015, 400, account),
    'an account that was locked': refused(131031, 403, account),
    'something that went wrong': refused(131000, 500, { status: 'unknown' }),
  },
  bodyDecides: true,
  secrets: [token],
})

describe('WhatsApp Cloud', () => {
  async function templateOf(t: TestContext, options: object, body: Rendered = sms, locale = 'pt-BR') {
    const service = await openFakeService(t)
    service.behave({ status: 200, body: accepted })
    const provider = whatsappCloud({ ...given, baseUrl: service.url, ...options })
    await provider.send(to, body, messageOf({ to, locale }), contextOf())
    const { body: text, path } = service.only()
    return { ...JSON.parse(text).template, path }
  }

  test('takes what was rendered for it in place of its own settings', async (t) => {
    const whatsapp = { template: 'welcome', language: 'de', params: ['Jane', 'Acme'] }
    const template = await templateOf(t, { button: false, graphVersion: 'v25.0' }, { ...sms, whatsapp })
    assert.deepEqual(template, {
      name: 'welcome',
      language: { code: 'de' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', text: 'Jane' },
            { type: 'text', text: 'Acme' },
          ],
        },
      ],
      path: '/v25.0/106540352242922/messages',
    })
  })

  test('speaks the nearest language that the template has', async (t) => {
    const language = async (locale: string, languages?: string[]) =>
      (await templateOf(t, { languages }, sms, locale)).language.code
    assert.equal(await language('pt-BR'), 'pt_BR')
    assert.equal(await language('pt-BR', ['en', 'pt_BR']), 'pt_BR')
    assert.equal(await language('de-AT', ['en', 'de']), 'de')
    assert.equal(await language('de-AT', ['de_CH', 'de']), 'de')
    assert.equal(await language('pt', ['en', 'pt_PT']), 'pt_PT')
    assert.equal(await language('fr', ['en_US', 'de']), 'en_US')
  })

  test('drops a message that has nothing to put into its template', async () => {
    const { secret: _, ...message } = messageOf({ to })
    assert.equal((await whatsappCloud(given).send(to, sms, message, contextOf())).status, 'drop')
  })

  test('checks the number', async (t) => {
    const service = await openFakeService(t)
    const provider = whatsappCloud({ ...given, baseUrl: service.url })
    service.behave({ status: 200, body: { id: '1', quality_rating: 'GREEN' } })
    assert.deepEqual(await provider.check!(contextOf()), { ok: true })
    service.behave({ status: 400, body: { error: { code: 190 } } })
    assert.deepEqual(await provider.check!(contextOf()), { ok: false, detail: 'HTTP 400 190' })
    assert.equal(service.seen[0]?.path, '/v24.0/106540352242922')
  })

  test('refuses a version that is none', () => {
    assert.throws(() => whatsappCloud({ ...given, graphVersion: '24' }), TypeError)
  })
})

describe('Meta’s webhook', () => {
  const appSecret = 'secret-of-the-app'
  const provider = whatsappCloud({ ...given, appSecret })
  const payload = (statuses: object[]) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', statuses } }] }],
    })
  const sign = (body: string, secret = appSecret) => ({
    'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  })
  const status = (status: string, more = {}) => ({ id: 'wamid.1', status, timestamp: '1772366400', ...more })
  const at = new Date('2026-03-01T12:00:00Z')

  test('tells what became of messages', async () => {
    const errors = [{ code: 131026, title: `Message undeliverable to ${to}` }]
    const body = payload([status('sent'), status('delivered'), status('read'), status('failed', { errors })])
    assert.deepEqual(await provider.webhook!({ headers: sign(body), body }), [
      { id: 'wamid.1', type: 'sent', at },
      { id: 'wamid.1', type: 'delivered', at },
      { id: 'wamid.1', type: 'delivered', at },
      { id: 'wamid.1', type: 'failed', at, detail: '131026' },
    ])
  })

  test('with somebody’s message in it tells nothing', async () => {
    const body = JSON.stringify({ entry: [{ changes: [{ value: { messages: [{ id: 'wamid.2' }] } }] }] })
    assert.deepEqual(await provider.webhook!({ headers: sign(body), body }), [])
  })

  test('is refused when it is forged, changed or unsigned', async () => {
    const body = payload([status('delivered')])
    const forged = [
      { headers: sign(body, 'another'), body },
      { headers: sign(body), body: body.replace('delivered', 'failed') },
      { headers: {}, body },
      { headers: { 'X-Hub-Signature-256': 'sha256=' }, body },
    ]
    for (const request of forged) await assert.rejects(provider.webhook!(request), /signature is wrong/)
    await assert.rejects(whatsappCloud(given).webhook!({ headers: sign(body), body }), /appSecret is not set/)
  })
})
