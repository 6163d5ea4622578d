import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failover, type Provider, SenderError } from '@herald/sender'
import { container, context, eventOf, letTimeOut, service } from '../pipeline/place.ts'

const notDelivered = (error: unknown) => error instanceof SenderError && error.code === 'NotDelivered'

test('a Retry-After beyond the deadline sends the message to the next provider at once', async () => {
  const limited = await service('limited')
  const next = await service('next')
  limited.behave({ status: 429, headers: { 'retry-after': '60' } })
  const place = container({ email: failover(limited.provider, next.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([limited.seen.length, next.seen.length], [1, 1])
})

test('a Retry-After longer than an attempt is not waited for while another provider is left', async () => {
  const limited = await service('limited')
  const next = await service('next')
  limited.behave({ status: 429, headers: { 'retry-after': '4' } })
  const place = container({ email: failover(limited.provider, next.provider) })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([limited.seen.length, next.seen.length], [1, 1])
})

test('a short Retry-After is waited for, and the same provider asked again', async () => {
  const limited = await service('limited')
  const next = await service('next')
  let waited = false
  limited.behave(() => (waited ? { status: 200 } : { status: 429, headers: { 'retry-after': '2' } }))
  const place = container({ email: failover(limited.provider, next.provider) })
  const sending = place.handler(await eventOf('SignUp', '482913'), context())
  await until(() => place.clock.pending().includes(2000))
  waited = true
  place.clock.advance(2000)
  await sending
  assert.deepEqual([limited.seen.length, next.seen.length], [2, 0])
  assert.equal(place.metric('Retried'), 1)
})

test('the last provider is waited for as long as the whole deadline allows, and no longer', async () => {
  const only = await service('only')
  let after = '15'
  only.behave(() => (after === '' ? { status: 200 } : { status: 429, headers: { 'retry-after': after } }))
  const place = container({ email: only.provider })
  const sending = place.handler(await eventOf('SignUp', '482913'), context())
  await until(() => place.clock.pending().includes(15_000))
  after = ''
  place.clock.advance(15_000)
  await sending
  after = '25'
  await assert.rejects(place.handler(await eventOf('SignUp', '482914'), context()), notDelivered)
  assert.equal(only.seen.length, 3)
})

test('attempts end one second before the function does', async () => {
  const [first, second] = [await service('first'), await service('second')]
  for (const each of [first, second]) each.behave('hang')
  const place = container({ email: failover(first.provider, second.provider) })
  const sending = assert.rejects(place.handler(await eventOf('SignUp', '482913'), context(6000)), notDelivered)
  await letTimeOut(first, place.clock)
  await letTimeOut(second, place.clock, 1000)
  await sending
})

test('all attempts together take 20 seconds at most', async () => {
  const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => service(name)))
  for (const each of all) each.behave('hang')
  const place = container({ email: failover(...all.map(({ provider }) => provider)) })
  const sending = assert.rejects(place.handler(await eventOf('SignUp', '482913'), context(900_000)), notDelivered)
  for (const each of all.slice(0, 5)) await letTimeOut(each, place.clock)
  await sending
  assert.equal(all[5]!.seen.length, 0)
})

test('with no time left nothing is begun, and Lambda tries again', async () => {
  const only = await service('only')
  const place = container({ email: only.provider })
  await assert.rejects(place.handler(await eventOf('SignUp', '482913'), context(900)), notDelivered)
  assert.equal(only.seen.length, 0)
})

test('a provider that was not asked for want of time is not one that failed', async () => {
  const [first, second] = [await service('first'), await service('second')]
  const place = container({ email: failover(first.provider, second.provider) })
  for (const code of ['100001', '100002', '100003', '100004']) {
    await assert.rejects(place.handler(await eventOf('SignUp', code), context(900)), notDelivered)
  }
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([first.seen.length, second.seen.length], [1, 0])
})

test('nor is the one message that may find out whether a provider works again used up so', async () => {
  const [shaky, steady] = [await service('shaky'), await service('steady')]
  const place = container({ email: failover(shaky.provider, steady.provider) })
  shaky.behave({ status: 503 })
  for (const code of ['100001', '100002', '100003']) await place.handler(await eventOf('SignUp', code), context())
  shaky.behave({ status: 200 })
  place.clock.advance(30_000)
  await assert.rejects(place.handler(await eventOf('SignUp', '100004'), context(900)), notDelivered)
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([shaky.seen.length, steady.seen.length], [4, 3])
})

test('a provider that the message’s end overtook before it sent is not one that failed either', async () => {
  const [slow, next] = [await service('slow'), await service('next')]
  let takesMs = 2000
  const place = container({
    email: failover(
      {
        ...slow.provider,
        send(to, body, message, given) {
          place.clock.advance(takesMs)
          return slow.provider.send(to, body, message, given)
        },
      },
      next.provider,
    ),
  })
  for (const code of ['100001', '100002', '100003', '100004']) {
    await assert.rejects(place.handler(await eventOf('SignUp', code), context(3000)), notDelivered)
  }
  takesMs = 0
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual([slow.seen.length, next.seen.length], [1, 0])
})

test('a provider that does not heed its signal is left behind', async () => {
  const next = await service('next')
  let asked = () => {}
  const begun = new Promise<void>((resolve) => {
    asked = resolve
  })
  const deaf: Provider = {
    name: 'deaf',
    channels: ['email'],
    send() {
      asked()
      return new Promise(() => {})
    },
  }
  const place = container({ email: failover(deaf, next.provider), attemptTimeoutMs: 1500 })
  const sending = place.handler(await eventOf('SignUp', '482913'), context())
  await begun
  place.clock.advance(1500)
  await sending
  assert.equal(next.seen.length, 1)
})

/** Lets the event loop turn until something is so; the test's own timeout ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
