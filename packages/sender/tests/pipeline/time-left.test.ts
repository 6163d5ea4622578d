/** The store is waited for no longer than the function has left, as Lambda ends the function whatever it waits for. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memory, type Provider, type Rule, SenderError, type Store } from '@herald/sender'
import { type ManualClock, manualClock } from './manual-clock.ts'
import { container, context, eventOf } from './place.ts'

const never = () => new Promise<never>(() => {})

/** A provider that takes so many milliseconds and accepts. */
const slow = (clock: ManualClock, ms: number): Provider => ({
  name: 'slow',
  channels: ['email'],
  async send() {
    clock.advance(ms)
    return { status: 'accepted' }
  },
})

/** A memory of which one call does what is given instead; `asked` comes true when it was called. */
function storeWith(call: 'claim' | 'done' | 'release', answer: () => Promise<never>) {
  let asked = () => {}
  const called = new Promise<void>((resolve) => {
    asked = resolve
  })
  const store: Store = {
    ...memory(),
    [call]: () => {
      asked()
      return answer()
    },
  }
  return { store, called }
}

test('a store that hangs after the message was accepted ends with the function’s time, a tenth of a second before it', async () => {
  const clock = manualClock()
  const { store, called } = storeWith('done', never)
  const place = container({ email: slow(clock, 3900), store }, clock)
  const sending = place.handler(await eventOf('SignUp', '482913'), context(5000))
  await called
  assert.deepEqual(clock.pending(), [4000, 1000])
  clock.advance(1000)
  await sending
  assert.equal(place.metric('Accepted'), 1)
  assert.equal(place.logged('store failed')[0]!.at, 'done')
})

test('a message that was accepted at the very end is noted as sent by a store that answers', async () => {
  const clock = manualClock()
  const store = memory({ now: clock.now })
  let sent = 0
  const email: Provider = {
    name: 'late',
    channels: ['email'],
    async send() {
      sent += 1
      clock.advance(4990)
      return { status: 'accepted' }
    },
  }
  const place = container({ email, store, attemptTimeoutMs: 9000 }, clock)
  const event = await eventOf('SignUp', '482913')
  await place.handler(event, context(5000))
  await place.handler(event, context(5000))
  assert.deepEqual([sent, place.metric('Duplicates')], [1, 1])
})

test('a rule that hangs, and a store that then hangs as well, leave the function time to end', async () => {
  const clock = manualClock()
  const asked = Promise.withResolvers<void>()
  const rule: Rule = {
    name: 'hanging',
    needsStore: true,
    check() {
      asked.resolve()
      return never()
    },
  }
  const { store, called } = storeWith('release', never)
  const began = clock.now()
  const place = container({ email: slow(clock, 0), store, guard: [rule], whenStoreFails: 'closed' }, clock)
  const sending = assert.rejects(
    place.handler(await eventOf('SignUp', '482913'), context(2500)),
    (error: unknown) => error instanceof SenderError && error.code === 'StoreFailed',
  )
  await asked.promise
  assert.deepEqual(clock.pending(), [1500, 1500])
  clock.advance(1500)
  await called
  assert.deepEqual(clock.pending(), [900])
  clock.advance(900)
  await sending
  assert.equal(clock.now() - began, 2400)
})

test('a claim is waited for no longer than the message’s time', async () => {
  const clock = manualClock()
  const { store, called } = storeWith('claim', never)
  const place = container({ email: slow(clock, 0), store }, clock)
  const sending = assert.rejects(place.handler(await eventOf('SignUp', '482913'), context(1800)), /No time was left/)
  await called
  assert.deepEqual(clock.pending(), [800, 800])
  clock.advance(800)
  await sending
})

test('without a Lambda around it, the store has its two seconds', async () => {
  const clock = manualClock()
  const { store, called } = storeWith('done', never)
  const place = container({ email: slow(clock, 0), store }, clock)
  const sending = place.handler(await eventOf('SignUp', '482913'), undefined as never)
  await called
  assert.deepEqual(clock.pending(), [20_000, 2000])
  clock.advance(2000)
  await sending
})
