import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { call, checkByCall } from '../../src/providers/call.ts'
import { baseUrl } from '../../src/providers/url-of.ts'
import { contextOf, providerContract, sms } from './contract.ts'
import { type FakeService, refusingUrl, startFakeService } from './fake-service.ts'

providerContract('the shared caller', {
  provider: (base) => ({
    name: 'bare',
    channels: ['sms'],
    send: (to, body, _message, context) =>
      call(
        {
          url: `${base}/messages`,
          headers: { authorization: 'Bearer key-of-the-account' },
          json: { to, text: body.text },
          id: ({ json }) => (json as { id: string }).id,
          code: ({ json }) => (json as { error: { code: string } }).error.code,
        },
        context,
      ),
  }),
  to: '+4915112345678',
  body: sms,
  wire: {
    method: 'POST',
    path: '/messages',
    headers: {
      authorization: 'Bearer key-of-the-account',
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'herald-sender',
      connection: 'close',
    },
    json: { to: '+4915112345678', text: sms.text },
  },
  accepted: { answer: { status: 200, body: { id: 'm-1' } }, outcome: { status: 'accepted', id: 'm-1' } },
  answers: {
    'a code that can be printed': {
      answer: { status: 422, body: { error: { code: 'invalid_sender' } } },
      outcome: { status: 'drop', reason: 'HTTP 422 invalid_sender', http: 422 },
    },
    'an unpaid account': {
      answer: { status: 402 },
      outcome: { status: 'drop', reason: 'HTTP 402', http: 402, account: true },
    },
  },
  secrets: ['key-of-the-account'],
})

describe('the shared caller', () => {
  let service: FakeService
  before(async () => {
    service = await startFakeService()
  })
  after(() => service.close())
  beforeEach(() => {
    service.seen.length = 0
    service.behave({ status: 200, body: {} })
  })

  for (const status of [408, 409, 425, 429, 503]) {
    test(`${status} is to be repeated`, async () => {
      service.behave({ status })
      assert.deepEqual(await call({ url: service.url }, contextOf()), {
        status: 'retry',
        reason: `HTTP ${status}`,
        http: status,
      })
    })
  }

  test('a form leaves out what is undefined and may repeat a name', async () => {
    await call({ url: service.url, form: { a: '1 &', b: undefined } }, contextOf())
    assert.equal(service.only().body, 'a=1+%26')
    const form = [
      ['to', 'a'],
      ['to', 'b'],
      ['x', undefined],
    ] as const
    await call({ url: service.url, form }, contextOf())
    assert.equal(service.only().body, 'to=a&to=b')
  })

  test('refused is asked about what is no 2xx, and judge about everything', async () => {
    const outcome = { status: 'drop', reason: 'theirs', account: true } as const
    const asked = (status: number, reader: 'judge' | 'refused') => {
      service.behave({ status })
      return call({ url: service.url, [reader]: () => outcome }, contextOf())
    }
    assert.deepEqual(await asked(200, 'refused'), { status: 'accepted' })
    assert.deepEqual(await asked(500, 'refused'), outcome)
    assert.deepEqual(await asked(200, 'judge'), outcome)
    assert.deepEqual(await asked(500, 'judge'), outcome)
  })

  test('text goes as it is, and its type may be another', async () => {
    await call({ url: service.url, text: '<x/>', headers: { 'content-type': 'text/xml' } }, contextOf())
    const { body, headers } = service.only()
    assert.deepEqual([body, headers['content-type']], ['<x/>', 'text/xml'])
  })

  test('an answer of more than 64 KB is not read to its end', async () => {
    service.behave({ status: 200, body: { id: 'm-1', padding: 'x'.repeat(70_000) } })
    const id = ({ json }: { json: unknown }) => (json as { id: string }).id
    assert.deepEqual(await call({ url: service.url, id }, contextOf()), { status: 'accepted' })
    const judge = () => undefined
    assert.equal((await call({ url: service.url, judge }, contextOf())).status, 'unknown')
  })

  test('an answer that stops halfway ends with the attempt', async () => {
    service.behave('slow body')
    const context = contextOf()
    const sending = call(
      { url: service.url },
      {
        ...context,
        fetch: async (...request) => {
          const response = await fetch(...request)
          setImmediate(context.abort)
          return response
        },
      },
    )
    assert.deepEqual(await sending, { status: 'accepted' })
  })

  test('says whether time ran out or the connection broke', async () => {
    service.behave('hang')
    const context = contextOf()
    const arrived = service.nextRequest()
    const sending = call({ url: service.url }, context)
    await arrived
    context.abort()
    assert.deepEqual(await sending, { status: 'unknown', reason: 'no answer in time' })
    service.behave('reset')
    assert.match(JSON.stringify(await call({ url: service.url }, contextOf())), /connection broken/)
  })

  test('a host that has no address is to be repeated', async () => {
    const cause = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause }))
    assert.deepEqual(await call({ url: 'https://service.invalid' }, contextOf({ fetch: failing })), {
      status: 'retry',
      reason: 'could not connect (ENOTFOUND)',
    })
  })

  test('a credential that cannot be read is to be repeated, and one with a line break drops', async () => {
    const missing = await call(() => Promise.reject(new Error('no parameter /auth/key')), contextOf())
    assert.equal(missing.status, 'retry')
    assert.doesNotMatch(JSON.stringify(missing), /auth/)
    const broken = await call({ url: service.url, headers: { authorization: 'Bearer secret\nkey' } }, contextOf())
    assert.deepEqual([broken.status, broken.status === 'drop' && broken.account], ['drop', true])
    assert.doesNotMatch(JSON.stringify(broken), /secret/)
    assert.equal(service.seen.length, 0)
  })

  test('a check says what the account is, or why it does not work', async () => {
    const get = { url: service.url, method: 'GET' }
    assert.deepEqual(await checkByCall(get, contextOf()), { ok: true })
    assert.deepEqual(await checkByCall(get, contextOf(), () => ({ ok: false, detail: 'none' })), {
      ok: false,
      detail: 'none',
    })
    service.behave({ status: 401 })
    assert.deepEqual(await checkByCall(get, contextOf()), { ok: false, detail: 'HTTP 401' })
    const refused = await checkByCall({ url: await refusingUrl() }, contextOf())
    assert.deepEqual(refused, { ok: false, detail: 'could not connect (ECONNREFUSED)' })
  })
})

test('a base URL is https, or of this machine, and holds no credential', () => {
  assert.equal(baseUrl(undefined, 'https://api.example.com/'), 'https://api.example.com')
  for (const fine of [
    'http://localhost:1',
    'http://127.0.0.1:9/x',
    'http://[::1]:1',
    'https://proxy.acme.dev/resend',
  ]) {
    assert.equal(baseUrl(fine, ''), fine)
  }
  for (const refused of [
    'http://api.example.com',
    'http://localhost.example.com',
    'ftp://localhost',
    'acme',
    'https://u:hunter2@h',
  ]) {
    assert.throws(
      () => baseUrl(refused, ''),
      (error: Error) => error instanceof TypeError && !error.message.includes('hunter2'),
    )
  }
})
