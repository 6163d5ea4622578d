/** Providers of one's own around `failover` and `route`: what they change counts, and what lies inside keeps its limits. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failover, mailgun, type Provider, resend, route, SenderError } from '@herald/sender'
import { container, context, eventOf, letTimeOut, service } from '../pipeline/place.ts'

const signUp = () => eventOf('SignUp', '482913')

/** As users write them: with spread, with a fresh object, and with a class. */
const wrappings: Record<string, (inner: Provider, note: (to: string) => void) => Provider> = {
  'an object that spreads it': (inner, note) => ({
    ...inner,
    name: 'mine',
    send(to, body, message, given) {
      note(to)
      return inner.send(to, body, message, given)
    },
  }),
  'an object that calls it with a changed context': (inner, note) => ({
    name: 'mine',
    channels: inner.channels,
    send(to, body, message, given) {
      note(to)
      return inner.send(to, body, message, { ...given, key: `mine-${given.key}` })
    },
  }),
  'an object that inherits from it': (inner, note) =>
    Object.assign(Object.create(inner) as Provider, {
      send(...given: Parameters<Provider['send']>) {
        note(given[0])
        return inner.send(...given)
      },
    }),
}

for (const [what, wrap] of Object.entries(wrappings)) {
  test(`${what}: its own send is called, and every provider inside has a whole attempt's time`, async () => {
    const all = await Promise.all(['a', 'b', 'c'].map((name) => service(name)))
    const [a, b, c] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]]
    a.behave('hang')
    b.behave('hang')
    const seen: string[] = []
    const email = wrap(failover(...all.map(({ provider }) => provider)), (to) => seen.push(to))
    const place = container({ email, attemptTimeoutMs: 3000 })
    const sending = place.handler(await signUp(), context())
    await letTimeOut(a, place.clock, 3000)
    await letTimeOut(b, place.clock, 3000)
    await sending
    assert.deepEqual(seen, ['jane.doe@mail.acme.dev'])
    assert.deepEqual([a.seen.length, b.seen.length, c.seen.length], [1, 1, 1])
    assert.deepEqual([place.metric('FailedOver'), place.metric('Accepted')], [2, 1])
    place.isClean(['482913'])
  })
}

test('what lies inside ends with the whole deadline, and the error names each provider', async () => {
  const [a, b] = [await service('a'), await service('b')]
  for (const each of [a, b]) each.behave('hang')
  const inner = failover(a.provider, b.provider)
  const place = container({ email: { ...inner, name: 'mine', send: (...given) => inner.send(...given) } })
  const sending = assert.rejects(place.handler(await signUp(), context(6000)), (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.match(error.message, /a: unknown, no answer in time; b: unknown.*mine: unknown/)
    return true
  })
  await letTimeOut(a, place.clock)
  await letTimeOut(b, place.clock, 1000)
  await sending
})

test('a temporary password goes to nobody else inside a wrapper either, and onUnknown is heeded there', async () => {
  const [a, b] = [await service('a'), await service('b')]
  a.behave({ status: 500 })
  const inner = failover(a.provider, b.provider)
  const email: Provider = { ...inner, send: (...given) => inner.send(...given) }
  await container({ email }).handler(await eventOf('AdminCreateUser', 'Temp42!xy'), context())
  await container({ email, onUnknown: 'stop' }).handler(await signUp(), context())
  assert.equal(b.seen.length, 0)
  await container({ email, onUnknown: 'resend' }).handler(await eventOf('AdminCreateUser', 'Temp42!xy'), context())
  assert.equal(b.seen.length, 1)
})

test('a delivery report is read by the provider it comes from; without one that reads any, there is no webhook', async () => {
  const delivered = { id: 'm-1', type: 'delivered' as const, at: new Date(0) }
  const mine: Provider = {
    name: 'mine',
    channels: ['email'],
    send: async () => ({ status: 'accepted' }),
    async webhook({ headers }) {
      if (headers['x-mine'] !== 'secret') throw new Error('not mine')
      return [delivered]
    },
  }
  const silent = await service('silent')
  const from = 'Acme <no-reply@acme.dev>'
  const first = resend({ apiKey: 're_123', from, webhookSecret: `whsec_${Buffer.alloc(24, 1).toString('base64')}` })
  const others = [first, mailgun({ apiKey: 'k', domain: 'acme.dev', from }), silent.provider]
  const request = { headers: { 'x-mine': 'secret' }, body: '{}' }
  for (const provider of [
    failover(...others, mine),
    route(() => 'a', { a: failover(...others), default: failover(mine) }),
  ]) {
    assert.deepEqual(await provider.webhook!(request), [delivered])
    await assert.rejects(provider.webhook!({ headers: {}, body: '{}' }), (error: unknown) => {
      assert.match(String(error), /no provider recognises/)
      return true
    })
  }
  await assert.rejects(failover(mine, silent.provider).webhook!({ headers: {}, body: '{}' }), /not mine/)
  assert.equal(failover(silent.provider).webhook, undefined)
})
