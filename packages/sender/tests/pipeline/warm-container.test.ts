import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memory, SenderError } from '@herald/sender'
import { container, context, eventOf, service } from './place.ts'

test('of two users in one warm container, each gets their own code, however their invocations interleave', async () => {
  const mail = await service('mail')
  const released: (() => void)[] = []
  const place = container({
    email: {
      ...mail.provider,
      async send(to, body, message, given) {
        await new Promise<void>((resolve) => released.push(resolve))
        return mail.provider.send(to, body, message, given)
      },
    },
  })
  const ada = await eventOf('SignUp', '111222', { email: 'ada@mail.acme.dev', name: 'ada' })
  const bob = await eventOf('ForgotPassword', '333444', { email: 'bob@mail.acme.dev', name: 'bob' })
  const first = place.handler(ada, context())
  await until(() => released.length === 1)
  const second = place.handler(bob, context())
  await until(() => released.length === 2)
  released[1]!()
  await second
  released[0]!()
  await first
  const got = Object.fromEntries(mail.posts().map(({ to, text }) => [to, text]))
  assert.deepEqual(Object.keys(got), ['bob@mail.acme.dev', 'ada@mail.acme.dev'])
  assert.match(got['ada@mail.acme.dev']!, /111222/)
  assert.doesNotMatch(got['ada@mail.acme.dev']!, /333444/)
  assert.match(got['bob@mail.acme.dev']!, /333444/)
  assert.doesNotMatch(got['bob@mail.acme.dev']!, /111222/)
  place.isClean(['111222', '333444'], ['ada@mail.acme.dev', 'bob@mail.acme.dev'])
})

test('thirty users at once each get their own code', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  const codes = Array.from({ length: 30 }, (_, each) => String(500_000 + each * 7919))
  const events = await Promise.all(
    codes.map((code, each) => eventOf('SignUp', code, { email: `u${each}@mail.acme.dev` })),
  )
  await Promise.all(events.map((event) => place.handler(event, context())))
  const got = new Map(mail.posts().map(({ to, text }) => [to, text]))
  for (const [each, code] of codes.entries()) {
    const text = got.get(`u${each}@mail.acme.dev`)!
    assert.deepEqual(
      codes.filter((other) => text.includes(other)),
      [code],
    )
  }
  place.isClean(codes, ['u17@mail.acme.dev'])
})

test('a user whose event has no code gets none, least of all that of the user before', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  await place.handler(await eventOf('SignUp', '111222', { email: 'ada@mail.acme.dev' }), context())
  await place.handler(await eventOf('SignUp', null, { email: 'bob@mail.acme.dev' }), context()).catch(() => {})
  assert.ok(mail.posts().every(({ to, text }) => to.startsWith('ada') || !text.includes('111222')))
})

test('two deliveries of one event at the same time send once: the other one is tried again by Lambda, and then suppressed', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  const event = await eventOf('SignUp', '482913')
  const results = await Promise.allSettled([place.handler(event, context()), place.handler(event, context())])
  const [refused] = results.filter((result) => result.status === 'rejected')
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  assert.ok(refused!.reason instanceof SenderError)
  assert.equal(refused!.reason.code, 'Busy')
  assert.deepEqual([place.metric('Busy'), place.metric('Failed'), place.metric('Accepted')], [1, 0, 1])
  await place.handler(event, context())
  assert.equal(mail.seen.length, 1)
  assert.equal(place.metric('Duplicates'), 1)
  assert.equal(place.logged('duplicate').length, 1)
})

test('two containers with one store send once', async () => {
  const mail = await service('mail')
  const store = memory()
  const [one, two] = [container({ email: mail.provider, store }), container({ email: mail.provider, store })]
  const event = await eventOf('SignUp', '482913')
  await one.handler(event, context())
  await two.handler(event, context())
  assert.equal(mail.seen.length, 1)
})

test('the same code by e-mail and by SMS is two messages', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, sms: mail.provider })
  const event = await eventOf('SignUp', '482913', { phone: '+4915123456789' })
  const twin = {
    ...event,
    triggerSource: 'CustomSMSSender_SignUp',
    request: { ...event.request, type: 'customSMSSenderRequestV1' },
  }
  await place.handler(event, context())
  await place.handler(twin, context())
  assert.deepEqual(
    mail.posts().map(({ to }) => to),
    ['jane.doe@mail.acme.dev', '+4915123456789'],
  )
})

/** Lets the event loop turn until something is so; the test's own timeout ends a wait in vain. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}
