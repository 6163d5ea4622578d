import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failover, type Provider, SenderError } from '@herald/sender'
import { container, context, eventOf, letTimeOut, service } from '../pipeline/place.ts'

const refused = (error: unknown) => error instanceof SenderError && error.code === 'NotDelivered'

test('the second provider has the message when the first could not be reached', async () => {
  const down = await service('down')
  const up = await service('up')
  await down.close()
  const place = container({ email: failover(down.provider, up.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.match(up.posts()[0]!.text, /482913/)
  assert.equal(place.metric('FailedOver'), 1)
  assert.equal(place.metrics('Accepted')[0]!.provider, 'up')
  assert.equal(place.logged('not sent')[0]!.outcome, 'retry')
  place.isClean(['482913'])
})

test('a refusal of the account goes to the next provider, a refusal of the recipient does not', async () => {
  const first = await service('first')
  const second = await service('second')
  const place = container({ email: failover(first.provider, second.provider) })
  first.behave({ status: 401 })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(second.seen.length, 1)
  first.behave({ status: 422 })
  await place.handler(await eventOf('SignUp', '482914'), context())
  assert.equal(second.seen.length, 1)
  assert.equal(place.metric('Dropped'), 1)
})

test('a message is thrown back to Lambda when both providers are down, and sent by its retry', async () => {
  const first = await service('first')
  const second = await service('second')
  for (const each of [first, second]) each.behave({ status: 503 })
  const place = container({ email: failover(first.provider, second.provider) })
  const event = await eventOf('SignUp', '482913')
  await assert.rejects(place.handler(event, context()), (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.equal(error.code, 'NotDelivered')
    assert.match(error.message, /first: retry, HTTP 503; second: retry, HTTP 503/)
    assert.doesNotMatch(error.message, /jane|482913/)
    return true
  })
  second.behave({ status: 200, body: { id: 'm-1' } })
  await place.handler(event, context())
  assert.equal(second.seen.length, 2)
  assert.equal(place.metric('Accepted'), 1)
  place.isClean(['482913'])
})

test('a refused account everywhere is an error too, so that nobody waits without anybody knowing', async () => {
  const only = await service('only')
  only.behave({ status: 403 })
  await assert.rejects(
    container({ email: only.provider }).handler(await eventOf('SignUp', '482913'), context()),
    refused,
  )
})

test('a code goes to the next provider when the first was silent after it had the message', async () => {
  const silent = await service('silent')
  const next = await service('next')
  silent.behave('hang')
  const place = container({ email: failover(silent.provider, next.provider) })
  const sending = place.handler(await eventOf('ForgotPassword', '482913'), context())
  await letTimeOut(silent, place.clock)
  await sending
  assert.equal(next.seen.length, 1)
  assert.equal(place.logged('not sent')[0]!.outcome, 'unknown')
  assert.equal(place.logged('not sent')[0]!.latencyMs, 4000)
})

test('an idempotent provider that was silent is asked once more with the same key before anybody else', async () => {
  const silent = await service('silent', { idempotent: true })
  const next = await service('next')
  silent.behave('hang')
  const place = container({ email: failover(silent.provider, next.provider) })
  const sending = place.handler(await eventOf('ForgotPassword', '482913'), context())
  await silent.nextRequest()
  silent.behave({ status: 200 })
  place.clock.advance(4000)
  await sending
  const [first, second] = silent.posts()
  assert.equal(first!.key, second!.key)
  assert.match(first!.key, /^[0-9a-f]{64}-email$/)
  assert.equal(next.seen.length, 0)
  assert.equal(place.metric('Retried'), 1)
})

test('a temporary password that may have been sent goes to nobody else, and Lambda does not send it again', async () => {
  const silent = await service('silent')
  const next = await service('next')
  silent.behave('hang')
  const failed: string[] = []
  const place = container({
    email: failover(silent.provider, next.provider),
    on: { failed: (_message, error) => failed.push(error.message) },
  })
  const event = await eventOf('AdminCreateUser', 'Temp&lt;42!x')
  const sending = place.handler(event, context())
  await letTimeOut(silent, place.clock)
  await sending
  await place.handler(event, context())
  assert.deepEqual([silent.seen.length, next.seen.length], [1, 0])
  assert.equal(place.metric('Unknown'), 1)
  assert.equal(place.metric('Duplicates'), 1)
  assert.match(failed[0]!, /AdminCreateUser may have been sent/)
  place.isClean(['Temp<42!x', 'Temp&lt;42!x'])
})

test('a temporary password that may have been sent is tried again where the provider itself sends only once', async () => {
  const silent = await service('silent', { idempotent: true })
  silent.behave({ status: 500 })
  const place = container({ email: silent.provider })
  await assert.rejects(place.handler(await eventOf('AdminCreateUser', 'Temp42!xy'), context()), refused)
  assert.equal(silent.seen.length, 2)
})

test('a temporary password that may have been sent goes to nobody else, though asking again found the provider down', async () => {
  const [first, next] = [await service('first', { idempotent: true }), await service('next')]
  let asked = 0
  first.behave(() => ({ status: asked++ === 0 ? 500 : 503 }))
  const place = container({ email: failover(first.provider, next.provider) })
  await place.handler(await eventOf('AdminCreateUser', 'Temp42!xy'), context())
  assert.deepEqual([first.seen.length, next.seen.length], [2, 0])
  assert.equal(place.metric('Unknown'), 1)
})

test('onUnknown chooses: resend also a password, or stop also a code', async () => {
  const first = await service('first')
  const second = await service('second')
  first.behave({ status: 500 })
  const email = failover(first.provider, second.provider)
  await container({ email, onUnknown: 'resend' }).handler(await eventOf('AdminCreateUser', 'Temp42!xy'), context())
  assert.equal(second.seen.length, 1)
  await container({ email, onUnknown: 'stop' }).handler(await eventOf('SignUp', '482913'), context())
  assert.equal(second.seen.length, 1)
})

test('a provider that fails three times is passed over, and tried by one message after 30 seconds', async () => {
  const shaky = await service('shaky')
  const steady = await service('steady')
  shaky.behave({ status: 503 })
  const place = container({ email: failover(shaky.provider, steady.provider) })
  const send = async (code: string) => place.handler(await eventOf('SignUp', code), context())
  for (const code of ['100001', '100002', '100003', '100004']) await send(code)
  assert.equal(shaky.seen.length, 3)
  place.clock.advance(29_999)
  await send('100005')
  assert.equal(shaky.seen.length, 3)
  place.clock.advance(1)
  await send('100006')
  assert.equal(shaky.seen.length, 4, 'the probe')
  await send('100007')
  assert.equal(shaky.seen.length, 4, 'the probe failed')
  shaky.behave({ status: 200 })
  place.clock.advance(30_000)
  await send('100008')
  await send('100009')
  assert.equal(shaky.seen.length, 6)
  assert.equal(steady.seen.length, 7)
})

test('while one message finds out whether a provider works again, others do not wait for it', async () => {
  const shaky = await service('shaky')
  const steady = await service('steady')
  shaky.behave({ status: 503 })
  const place = container({ email: failover(shaky.provider, steady.provider) })
  const send = async (code: string) => place.handler(await eventOf('SignUp', code), context())
  for (const code of ['100001', '100002', '100003']) await send(code)
  place.clock.advance(30_000)
  shaky.behave('hang')
  const probing = send('100004')
  await shaky.nextRequest()
  await send('100005')
  assert.deepEqual([shaky.seen.length, steady.seen.length], [4, 4])
  place.clock.advance(4000)
  await probing
  assert.equal(steady.seen.length, 5)
})

test('a provider that is passed over is still asked when nobody else can', async () => {
  const shaky = await service('shaky')
  const other = await service('other')
  shaky.behave({ status: 503 })
  const place = container({ email: failover(shaky.provider, other.provider) })
  for (const code of ['100001', '100002', '100003']) await place.handler(await eventOf('SignUp', code), context())
  shaky.behave({ status: 200 })
  other.behave({ status: 503 })
  await place.handler(await eventOf('SignUp', '100004'), context())
  assert.equal(shaky.seen.length, 4)
})

test('a provider that throws is one that failed, and what it throws is not written', async () => {
  const good = await service('good')
  const bad: Provider = {
    name: 'bad',
    channels: ['email'],
    async send(to) {
      throw new Error(`cannot send to ${to}`)
    },
  }
  const place = container({ email: failover(bad, good.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(good.seen.length, 1)
  place.isClean(['482913'])
})

test('a failover within a failover is one provider of it', async () => {
  const [a, b, c] = [await service('a'), await service('b'), await service('c')]
  for (const each of [a, b]) each.behave({ status: 503 })
  const place = container({ email: failover(failover(a.provider, b.provider), c.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([a.seen.length, b.seen.length, c.seen.length], [1, 1, 1])
})
