import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failover, memory, perPhone, SenderError, type Store } from '@herald/sender'
import { manualClock } from './manual-clock.ts'
import { container, context, eventOf, service } from './place.ts'

const broken: Store = {
  claim: () => Promise.reject(new Error('table of jane.doe@mail.acme.dev is gone')),
  done: () => Promise.reject(new Error('gone')),
  release: () => Promise.reject(new Error('gone')),
  hit: () => Promise.reject(new Error('gone')),
}

const failed = (code: string) => (error: unknown) => error instanceof SenderError && error.code === code

/** A memory that notes what is asked of it. */
function noted(store: Store) {
  const calls: string[] = []
  const leases: number[] = []
  const watched: Store = {
    claim(key, leaseS) {
      calls.push(`claim ${key}`)
      leases.push(leaseS)
      return store.claim(key, leaseS)
    },
    done(key) {
      calls.push(`done ${key}`)
      return store.done(key)
    },
    release(key) {
      calls.push(`release ${key}`)
      return store.release(key)
    },
    hit: (...given) => store.hit(...given),
  }
  return { calls, leases, watched }
}

test('a store that does not answer lets messages out by default, with a metric', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, store: broken })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(mail.seen.length, 1)
  assert.equal(place.metric('StoreError'), 2)
  assert.equal(place.logged('store failed')[0]!.policy, 'open')
  place.isClean(['482913'])
})

test('a store that does not answer keeps SMS back where it is closed for SMS', async () => {
  const both = await service('both')
  const place = container({
    email: both.provider,
    sms: both.provider,
    store: broken,
    whenStoreFails: { sms: 'closed' },
  })
  const sms = await eventOf('SignUp', '482913', { phone: '+4915123456789' }, { kind: 'sms' })
  await assert.rejects(place.handler(sms, context()), failed('StoreFailed'))
  await place.handler(await eventOf('SignUp', '482914'), context())
  assert.equal(both.seen.length, 1)
})

test('a store that hangs is one that does not answer', async () => {
  const mail = await service('mail')
  const hanging: Store = { ...broken, claim: () => new Promise(() => {}), done: () => Promise.resolve() }
  const place = container({ email: mail.provider, store: hanging })
  const sending = place.handler(await eventOf('SignUp', '482913'), context())
  while (!place.clock.pending().includes(2000)) await new Promise((resolve) => setImmediate(resolve))
  place.clock.advance(2000)
  await sending
  assert.equal(mail.seen.length, 1)
})

test('the claim bears key and channel, outlives the work by 5 seconds, and ends as the message does', async () => {
  const mail = await service('mail')
  const clock = manualClock()
  const { calls, leases, watched } = noted(memory({ now: clock.now }))
  const place = container({ email: mail.provider, store: watched }, clock)
  const event = await eventOf('SignUp', '482913')
  mail.behave({ status: 503 })
  await assert.rejects(place.handler(event, context()), failed('NotDelivered'))
  mail.behave({ status: 200 })
  await place.handler(event, context(10_000))
  const names = calls.map((call) => call.replace(/[0-9a-f]{64}/, 'key'))
  assert.deepEqual(names, ['claim key#email', 'release key#email', 'claim key#email', 'done key#email'])
  assert.deepEqual(leases, [25, 14])
})

test('what was denied or refused is not counted as sent, so that a replay may send it', async () => {
  const mail = await service('mail')
  let denied = true
  const guard = [
    { name: 'incident', needsStore: false, check: () => (denied ? { deny: 'stopped' } : ('allow' as const)) },
  ]
  const place = container({ email: mail.provider, guard })
  const event = await eventOf('SignUp', '482913')
  await place.handler(event, context())
  denied = false
  mail.behave({ status: 400 })
  await place.handler(event, context())
  mail.behave({ status: 200 })
  await place.handler(event, context())
  assert.equal(mail.seen.length, 2)
})

test('limits of the guard count in the store, a retry once; without the store they let out or throw', async () => {
  const texts = await service('texts')
  const sms = (code: string) => eventOf('SignUp', code, { phone: '+4915123456789' }, { kind: 'sms' })
  const place = container({ sms: texts.provider, guard: [perPhone(2, '1h')] })
  for (const code of ['100001', '100002', '100003']) await place.handler(await sms(code), context())
  assert.equal(texts.seen.length, 2)
  assert.equal(place.metrics('Denied')[0]!.rule, 'perPhone')
  const closed = container({ sms: texts.provider, guard: [perPhone(2, '1h')], store: broken, whenStoreFails: 'closed' })
  await assert.rejects(closed.handler(await sms('100004'), context()), failed('StoreFailed'))
  const open = container({ sms: texts.provider, guard: [perPhone(2, '1h')], store: { ...memory(), hit: broken.hit } })
  await open.handler(await sms('100005'), context())
  assert.equal(texts.seen.length, 3)
})

test('a message that was accepted stays so though the store cannot note it', async () => {
  const mail = await service('mail')
  const place = container({ email: failover(mail.provider), store: { ...memory(), done: broken.done } })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(place.metric('Accepted'), 1)
})
