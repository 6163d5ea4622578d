import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { http } from '../../src/providers/http.ts'
import { code, contextOf, key, messageOf, providerContract, sms } from './contract.ts'
import { startFakeService } from './fake-service.ts'

const to = '+4915112345678'

providerContract('A gateway described by options', {
  provider: (base) =>
    http({
      name: 'gateway',
      channels: ['sms'],
      url: ({ key }) => `${base}/v1/send?ref=${key.slice(0, 8)}`,
      secrets: { user: 'acme', password: 'password-of-acme' },
      headers: ({ secrets }) => ({ 'x-user': secrets.user!, 'x-password': secrets.password! }),
      body: ({ to, text, message }) => ({ form: { to, text, lang: message.locale } }),
      accepted: ({ json }) => (json as { status: string }).status === 'OK',
      id: ({ json }) => (json as { ref: string }).ref,
      code: ({ json }) => (json as { code: string }).code,
    }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/v1/send',
    query: { ref: key.slice(0, 8) },
    headers: { 'x-user': 'acme', 'x-password': 'password-of-acme' },
    form: { to, text: sms.text, lang: 'en' },
  },
  accepted: { answer: { status: 200, body: { status: 'OK', ref: 'g-1' } }, outcome: { status: 'accepted', id: 'g-1' } },
  answers: {
    'a 200 that the predicate refuses': {
      answer: { status: 200, body: { status: 'ERR', code: 'no_credit' } },
      outcome: { status: 'drop', reason: 'HTTP 200 no_credit', http: 200, account: true },
    },
    'a 200 whose body the predicate cannot read': {
      answer: { status: 200, body: 'OK' },
      outcome: { status: 'unknown', reason: 'HTTP 200 with an unexpected body', http: 200 },
    },
    'a 400 that the predicate would take': {
      answer: { status: 400, body: { status: 'OK' } },
      outcome: { status: 'drop', reason: 'HTTP 400', http: 400 },
    },
  },
  bodyDecides: true,
  secrets: ['password-of-acme'],
})

describe('A gateway described by options', () => {
  test('gets JSON of the message where nothing else is said', async () => {
    const service = await startFakeService()
    await http({ url: `${service.url}/send`, method: 'PUT' }).send(
      to,
      { subject: 'S', text: 'T' },
      messageOf(),
      contextOf(),
    )
    await service.close()
    const { method, body } = service.only()
    assert.deepEqual([method, JSON.parse(body)], ['PUT', { to, subject: 'S', text: 'T' }])
  })

  test('may decide the whole outcome', async () => {
    const service = await startFakeService()
    service.behave({ status: 400, body: 'BUSY' })
    const accepted = ({ text }: { text: string }) =>
      text === 'BUSY' ? { status: 'retry' as const, reason: 'busy', afterMs: 5000 } : true
    const outcome = await http({ url: service.url, accepted }).send(to, sms, messageOf(), contextOf())
    await service.close()
    assert.deepEqual(outcome, { status: 'retry', reason: 'busy', afterMs: 5000 })
  })

  test('is https unless it says otherwise, when it is made or when its function answers', async () => {
    assert.throws(() => http({ url: 'http://gateway.internal/send' }), TypeError)
    assert.doesNotThrow(() => http({ url: 'http://gateway.internal/send', allowHttp: true }))
    const asked: unknown[] = []
    const fetch = async (url: unknown) => {
      asked.push(url)
      return new Response()
    }
    const provider = http({ url: () => `http://gateway.internal/${code}` })
    const outcome = await provider.send(to, sms, messageOf(), contextOf({ fetch }))
    assert.equal(outcome.status, 'retry')
    assert.deepEqual(asked, [])
  })
})
