import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Message, Outcome, Provider, Rendered, SendContext } from '../../src/index.ts'
import { Secret } from '../../src/index.ts'
import { type Behaviour, type FakeService, refusingUrl, type SeenRequest, startFakeService } from './fake-service.ts'

/** Noon of a day; what providers take for the time. */
export const noon = Date.parse('2026-03-01T12:00:00Z')
export const key = '5f'.repeat(32)
export const code = '493817'

/** A message of a sign-up, e-mail unless `kind` says otherwise. */
export function messageOf(members: Partial<Message> = {}): Message {
  return {
    kind: 'email',
    source: 'SignUp',
    poolId: 'eu-west-1_AbC123',
    region: 'eu-west-1',
    userName: 'jane',
    secret: new Secret(code),
    attributes: {},
    clientMetadata: {},
    locale: 'en',
    key,
    raw: {},
    ...members,
  }
}

export const mail: Rendered = {
  subject: 'Confirm your e-mail address',
  text: `Your code is ${code}. Grüße!`,
  html: `<p>Your code is <b>${code}</b>. Grüße!</p>`,
}
export const sms: Rendered = { text: `Your code is ${code}` }

export interface TestContext extends SendContext {
  /** Every line logged, with its members. */
  lines: string[]
  abort(): void
}

export function contextOf(members: Partial<SendContext> = {}): TestContext {
  const lines: string[] = []
  const write = (text: string, more?: object) => void lines.push(`${text} ${JSON.stringify(more ?? {})}`)
  const controller = new AbortController()
  return {
    signal: controller.signal,
    key,
    attempt: 1,
    fetch,
    log: { debug: write, info: write, warn: write, error: write },
    now: () => noon,
    lines,
    abort: () => controller.abort(),
    ...members,
  }
}

export interface Contract {
  provider: (baseUrl: string) => Provider
  to: string
  body: Rendered
  message?: Message
  /** The request field by field. Headers: those named, in lower case; a value may be a pattern. */
  wire: {
    method: string
    path: string
    query?: Record<string, string>
    headers: Record<string, string | RegExp>
    /** One of the three, or a look at the whole request. */
    json?: unknown
    form?: Record<string, string>
    text?: string
    also?: (request: SeenRequest) => void
  }
  /** What the service answers to an accepted message, and the outcome that is expected. */
  accepted: { answer: Extract<Behaviour, { status: number }>; outcome: Extract<Outcome, { status: 'accepted' }> }
  /** The service's further answers by name: refusals of recipient or account, a 200 with an error in it. Outcomes whole. */
  answers?: Record<string, { answer: Extract<Behaviour, { status: number }>; outcome: Outcome }>
  /** A 200 may mean a refusal, so that a broken body leaves the outcome open. */
  bodyDecides?: boolean
  /** Leaves out the case of a bare 202: the service has statuses of its own for that. */
  no202?: boolean
  /** Credentials; no reason nor log line may hold them, nor the recipient, the code, or the text. */
  secrets: string[]
}

/** Tests that every provider that speaks HTTP has to pass, against a real server. */
export function providerContract(name: string, contract: Contract): void {
  const { to, body, wire, accepted, message = messageOf({ to }) } = contract
  const unspeakable = [...contract.secrets, to, code, body.text]

  describe(`${name} over HTTP`, () => {
    let service: FakeService
    let provider: Provider
    before(async () => {
      service = await startFakeService()
      provider = contract.provider(service.url)
    })
    after(() => service.close())

    async function send(behaviour: Behaviour, context = contextOf()): Promise<Outcome> {
      service.seen.length = 0
      service.behave(behaviour)
      const outcome = await provider.send(to, body, message, context)
      hidesAll(outcome, context)
      return outcome
    }

    function hidesAll(outcome: Outcome, context: TestContext) {
      const told = [('reason' in outcome && outcome.reason) || '', ...context.lines].join('\n')
      for (const text of unspeakable) assert.ok(!told.includes(text), `told: ${told}`)
    }

    test('the request is the documented one, and an accepted message has its id', async () => {
      assert.deepEqual(await send(accepted.answer), accepted.outcome)
      const request = service.only()
      assert.equal(request.method, wire.method)
      assert.equal(request.path, wire.path)
      assert.deepEqual(request.query, wire.query ?? {})
      for (const [header, value] of Object.entries(wire.headers)) {
        const got = request.headers[header] ?? ''
        if (typeof value === 'string') assert.equal(got, value, header)
        else assert.match(got, value, header)
      }
      if (wire.json !== undefined) {
        assert.match(request.headers['content-type'] ?? '', /^application\/json/)
        assert.deepEqual(JSON.parse(request.body), wire.json)
      }
      if (wire.form) {
        assert.match(request.headers['content-type'] ?? '', /^application\/x-www-form-urlencoded/)
        assert.deepEqual(Object.fromEntries(new URLSearchParams(request.body)), wire.form)
      }
      if (wire.text !== undefined) assert.equal(request.body, wire.text)
      wire.also?.(request)
    })

    for (const [named, { answer, outcome }] of Object.entries(contract.answers ?? {})) {
      test(`${named} is ${outcome.status}`, async () => assert.deepEqual(await send(answer), outcome))
    }

    if (!contract.no202) {
      test('a 202 is accepted', async () => {
        assert.equal((await send({ ...accepted.answer, status: 202 })).status, 'accepted')
      })
    }

    test('a 429 is to be repeated after the seconds that the service names', async () => {
      const outcome = await send({ status: 429, headers: { 'retry-after': '7' }, body: echo() })
      assert.equal(outcome.status, 'retry')
      assert.deepEqual(outcome.status === 'retry' && [outcome.afterMs, outcome.http], [7000, 429])
    })

    test('a 429 may name a date instead', async () => {
      const outcome = await send({ status: 429, headers: { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' } })
      assert.deepEqual(outcome.status === 'retry' && outcome.afterMs, 30_000)
    })

    test('a 503 is to be repeated', async () => assert.equal((await send({ status: 503 })).status, 'retry'))

    test('a 500 leaves it open whether it was sent', async () => {
      assert.equal((await send({ status: 500, body: echo() })).status, 'unknown')
    })

    for (const status of [401, 403]) {
      test(`a ${status} is the account's fault`, async () => {
        const outcome = await send({ status, body: echo() })
        assert.deepEqual(outcome.status === 'drop' && [outcome.account, outcome.http], [true, status])
      })
    }

    test('a 400 that repeats everything it got is dropped, and nothing of it is told', async () => {
      assert.equal((await send({ status: 400, body: echo() })).status, 'drop')
    })

    test('a redirect is not followed', async () => {
      const elsewhere = await startFakeService()
      try {
        const outcome = await send({ status: 307, headers: { location: `${elsewhere.url}/elsewhere` } })
        assert.equal(outcome.status, 'drop')
        assert.equal(elsewhere.seen.length, 0)
      } finally {
        await elsewhere.close()
      }
    })

    test('no answer in time leaves it open', async () => {
      const context = contextOf()
      const arrived = service.nextRequest()
      const sending = send('hang', context)
      await arrived
      context.abort()
      assert.equal((await sending).status, 'unknown')
    })

    test('without any time left nothing is sent', async () => {
      const context = contextOf()
      context.abort()
      assert.equal((await send(accepted.answer, context)).status, 'retry')
      assert.equal(service.seen.length, 0)
    })

    for (const behaviour of ['reset', 'reset after the body'] as const) {
      test(`a connection broken by a ${behaviour} leaves it open`, async () => {
        assert.equal((await send(behaviour)).status, 'unknown')
      })
    }

    test('a 200 whose body breaks off is what its status says, unless the body decides', async () => {
      assert.equal((await send('reset within the answer')).status, contract.bodyDecides ? 'unknown' : 'accepted')
    })

    test('a connection that is refused is to be repeated: nothing was sent', async () => {
      const context = contextOf()
      const outcome = await contract.provider(await refusingUrl()).send(to, body, message, context)
      assert.equal(outcome.status, 'retry')
      hidesAll(outcome, context)
    })

    /** What a careless service answers: everything it was sent, in every member that an error may have. */
    function echo() {
      const all = unspeakable.join(' ')
      const error = { code: code, type: to, name: to, message: all, title: all, detail: all }
      return {
        ...error,
        error,
        errors: [error],
        error_code: code,
        message: all,
        requestError: { serviceException: error },
      }
    }
  })
}
