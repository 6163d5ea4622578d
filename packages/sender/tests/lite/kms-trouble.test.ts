/** What the client of KMS for functions does when KMS refuses, is slow, breaks off, or answers nonsense. */
import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type FakeService, refusingUrl, startFakeService } from '../providers/fake-service.ts'
import { credentials, harmless, input, kmsClient, opened, timeOf } from './kms-client.ts'

let service: FakeService
beforeEach(async () => {
  service = await startFakeService()
})
afterEach(() => service.close())

const refused = (status: number, __type: string, message = 'because') => ({ status, body: { __type, message } })

describe('a refusal of KMS', () => {
  test('has the name and the words that KMS gave it', async () => {
    const { decrypt, pauses, pending } = kmsClient(service.url)
    for (const [body, headers] of [
      [{ __type: 'AccessDeniedException', message: 'no right' }, {}],
      [{ __type: 'AccessDeniedException', Message: 'no right' }, {}],
      [{ __type: 'com.amazonaws.kms#AccessDeniedException', message: 'no right' }, {}],
      [{ __type: 'AccessDeniedException:http://internal.amazon.com/coral/', message: 'no right' }, {}],
      [{ __type: 'Other', message: 'no right' }, { 'x-amzn-errortype': 'AccessDeniedException:http://coral.test/#a' }],
    ] as const) {
      service.behave({ status: 400, body, headers })
      const { name, message } = await harmless(decrypt())
      assert.deepEqual([name, message], ['AccessDeniedException', 'no right'])
      service.only()
    }
    assert.deepEqual([...pauses, ...pending()], [])
  })

  for (const [status, body, name] of [
    [400, '<html>', 'UnknownError'],
    [403, null, 'UnknownError'],
    [302, 7, 'UnknownError'],
    [501, [], 'ServiceUnavailable'],
    [400, { __type: 7, message: {} }, 'UnknownError'],
  ] as const) {
    test(`of status ${status} with ${JSON.stringify(body)} has a name too`, async () => {
      service.behave({ status, body: body === null ? 'null' : body, headers: { location: service.url } })
      const { decrypt, pauses } = kmsClient(service.url)
      const { name: told, message } = await harmless(decrypt())
      assert.deepEqual([told, message], [name, `KMS answered with status ${status}.`])
      service.only()
      assert.deepEqual(pauses, [])
    })
  }

  test('does not repeat the token that KMS quotes after a wrong signature', async () => {
    const words = 'The request signature we calculated does not match the signature you provided.'
    const quoted = `The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:${credentials.AWS_SESSION_TOKEN}`
    service.behave(refused(400, 'InvalidSignatureException', `${words}\n\n${quoted}`))
    assert.equal((await harmless(kmsClient(service.url).decrypt())).message, words)
  })
})

const transient = [20, 40]
const throttled = [400, 800]

describe('another attempt is made', () => {
  for (const [behaviour, name, pauses] of [
    [refused(500, 'KMSInternalException'), 'KMSInternalException', transient],
    [{ status: 502, body: '<html>' }, 'ServiceUnavailable', transient],
    [refused(503, 'DependencyTimeoutException'), 'DependencyTimeoutException', transient],
    [{ status: 504 }, 'ServiceUnavailable', transient],
    [refused(400, 'RequestTimeoutException'), 'RequestTimeoutException', transient],
    [refused(400, 'ThrottlingException'), 'ThrottlingException', throttled],
    [refused(400, 'LimitExceededException'), 'LimitExceededException', throttled],
    [refused(503, 'SlowDown'), 'SlowDown', throttled],
    [{ status: 429 }, 'ThrottlingException', throttled],
    [refused(429, 'Other'), 'Other', throttled],
  ] as const) {
    const what = `${behaviour.status} ${JSON.stringify('body' in behaviour ? behaviour.body : '')}`
    test(`after ${what}, three in all`, async () => {
      service.behave(behaviour)
      const client = kmsClient(service.url)
      assert.equal((await harmless(client.decrypt())).name, name)
      assert.equal(service.seen.length, 3)
      assert.deepEqual(client.pauses, pauses)
      assert.deepEqual(client.pending(), [])
    })
  }

  test('at a time that chance chooses', async () => {
    service.behave({ status: 500 })
    const pauses = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const client = kmsClient(service.url, { random: undefined })
        await harmless(client.decrypt())
        return client.pauses
      }),
    )
    for (const [first, second] of pauses) assert.ok(first! >= 0 && first! < 50 && second! >= 0 && second! < 100)
    assert.ok(new Set(pauses.flat()).size > 20, 'they are many')
    assert.ok(pauses.some(([, second]) => second! > 50))
  })

  test('and may succeed', async () => {
    service.behave(() => (service.seen.length < 3 ? refused(500, 'KMSInternalException') : opened))
    assert.equal((await kmsClient(service.url).decrypt()).KeyId, input.KeyId)
  })

  for (const behaviour of ['reset', 'reset after the body', 'reset within the answer'] as const) {
    test(`after a connection that ends with a ${behaviour}`, async () => {
      service.behave(behaviour)
      const client = kmsClient(service.url)
      const { name, message } = await harmless(client.decrypt())
      assert.equal(name, 'TimeoutError')
      assert.match(message, /^KMS at 127\.0\.0\.1:\d+ could not be reached: /)
      assert.deepEqual(client.pauses, transient)
      assert.deepEqual(client.pending(), [])
      service.behave(opened)
      assert.equal((await client.decrypt()).KeyId, input.KeyId)
    })
  }

  test('where nobody listens', async () => {
    const client = kmsClient(await refusingUrl())
    const { name, message } = await harmless(client.decrypt())
    assert.equal(name, 'TimeoutError')
    assert.match(message, /ECONNREFUSED/)
    assert.deepEqual([client.pauses, client.pending()], [transient, []])
  })

  for (const behaviour of ['hang', 'slow body'] as const) {
    test(`after three seconds of ${behaviour}`, async () => {
      service.behave(behaviour)
      const client = kmsClient(service.url)
      const failing = harmless(client.decrypt())
      for (let attempt = 1; attempt <= 3; attempt++) {
        await service.nextRequest()
        assert.deepEqual(client.pending(), [3_000])
        client.ring(3_000)
      }
      const { name, message } = await failing
      assert.equal(name, 'TimeoutError')
      assert.match(message, /^KMS at 127\.0\.0\.1:\d+ gave no answer within 3000 ms\.$/)
      assert.deepEqual([client.pauses, client.pending()], [transient, []])
      service.behave(opened)
      assert.equal((await client.decrypt()).KeyId, input.KeyId)
    })
  }

  test('after a second without a connection', async () => {
    let rings = 0
    const client = kmsClient(service.url, {
      timer: (ms, run) => {
        if (ms !== 3_000) {
          rings += ms === 1_000 ? 1 : 0
          queueMicrotask(run)
        }
        return () => {}
      },
    })
    const { name, message } = await harmless(client.decrypt())
    assert.equal(name, 'TimeoutError')
    assert.match(message, /gave no connection within 1000 ms\.$/)
    assert.equal(rings, 3)
  })
})

describe('an answer that is none', () => {
  for (const [what, body, message] of [
    ['text', `<p>${opened.body.Plaintext}`, /^The answer of KMS is no JSON\.$/],
    ['cut short', JSON.stringify(opened.body).slice(0, -2), /^The answer of KMS is no JSON\.$/],
    ['too large', ' '.repeat(65_537), /^The answer of KMS has more than 65536 bytes\.$/],
  ] as const) {
    test(`is refused: ${what}`, async () => {
      service.behave({ status: 200, body })
      const client = kmsClient(service.url)
      assert.match((await harmless(client.decrypt())).message, message)
      service.only()
      assert.deepEqual([client.pauses, client.pending()], [[], []])
    })
  }

  test('holds no key', async () => {
    for (const body of ['null', '[]', '"text"', '{}', '{"KeyId":7,"Plaintext":[1]}']) {
      service.behave({ status: 200, body })
      assert.deepEqual(await kmsClient(service.url).decrypt(), { KeyId: undefined, Plaintext: undefined })
    }
  })
})

describe('a clock that is off', () => {
  const hour = 3_600_000
  const now = () => Date.now() - hour

  test('is corrected by what KMS says, and stays so', async () => {
    service.behave(() => (service.seen.length < 2 ? refused(400, 'InvalidSignatureException') : opened))
    const client = kmsClient(service.url, { now })
    await client.decrypt()
    await client.decrypt()
    const hoursOff = service.seen.map((request) => Math.round((Date.now() - timeOf(request)) / hour))
    assert.deepEqual(hoursOff, [1, 0, 0])
    assert.deepEqual(client.pauses, [20])
  })

  test('is corrected once for a refusal that has other reasons', async () => {
    service.behave(refused(400, 'InvalidSignatureException'))
    assert.equal((await harmless(kmsClient(service.url, { now }).decrypt())).name, 'InvalidSignatureException')
    assert.equal(service.seen.length, 2)
  })

  test('is left as it is where KMS does not say the time', async () => {
    for (const date of ['', 'now']) {
      service.behave({ ...refused(400, 'InvalidSignatureException'), headers: { date } })
      await harmless(kmsClient(service.url, { now }).decrypt())
      service.only()
    }
  })
})
