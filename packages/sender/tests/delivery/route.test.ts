import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failover, type Provider, route, routeByCountry, SenderError } from '@herald/sender'
import { container, context, eventOf, service } from '../pipeline/place.ts'

const sms = (phone: string) => eventOf('SignUp', '482913', { phone }, { kind: 'sms' })

test('routeByCountry picks by the number: also among countries that share a calling code', async () => {
  const [us, de, rest] = [await service('us'), await service('de'), await service('rest')]
  const place = container({
    sms: routeByCountry({ US: us.provider, DE: de.provider, default: rest.provider }),
  })
  for (const phone of ['+12015550123', '+4915123456789', '+12425550123'])
    await place.handler(await sms(phone), context())
  assert.deepEqual(
    [us, de, rest].map((each) => each.posts().map(({ to }) => to)),
    [['+12015550123'], ['+4915123456789'], ['+12425550123']],
  )
  assert.deepEqual(
    place.metrics('Accepted').map(({ provider, country }) => [provider, country]),
    [
      ['us', 'US'],
      ['de', 'DE'],
      ['rest', 'BS'],
    ],
  )
})

test('route picks by anything a message holds, and a row may be a failover', async () => {
  const [vip, a, b] = [await service('vip'), await service('a'), await service('b')]
  a.behave({ status: 503 })
  const email = route((message) => (message.attributes['custom:plan'] === 'gold' ? 'vip' : 'default'), {
    vip: vip.provider,
    default: failover(a.provider, b.provider),
  })
  const place = container({ email })
  await place.handler(await eventOf('SignUp', '482913', { attributes: { 'custom:plan': 'gold' } }), context())
  await place.handler(await eventOf('SignUp', '482914'), context())
  assert.deepEqual([vip.seen.length, a.seen.length, b.seen.length], [1, 1, 1])
})

test('without a row and without a default the message is not lost in silence', async () => {
  const us = await service('us')
  const place = container({ sms: routeByCountry({ US: us.provider }) })
  await assert.rejects(place.handler(await sms('+4915123456789'), context()), (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.match(error.message, /no provider stands for the route/)
    return true
  })
  const other = await service('other')
  await container({ sms: failover(routeByCountry({ US: us.provider }), other.provider) }).handler(
    await sms('+4915123456789'),
    context(),
  )
  assert.equal(other.seen.length, 1)
})

test('failover and route want a provider', () => {
  assert.throws(() => failover(), TypeError)
  assert.throws(() => route(() => 'a', {}), TypeError)
})

test('a failover can be wrapped like any provider, and says of each part whether it is ready', async () => {
  const [first, second] = [await service('first'), await service('second')]
  first.behave({ status: 503 })
  const both = failover(
    { ...first.provider, check: async () => ({ ok: false, detail: 'the key is wrong' }) },
    { ...second.provider, check: async () => ({ ok: true }) },
  )
  const sent: string[] = []
  const wrapped: Provider = {
    name: 'wrapped',
    channels: ['email'],
    async send(to, body, message, given) {
      const outcome = await both.send(to, { ...body, text: `${body.text}\nAcme Ltd.` }, message, given)
      sent.push(outcome.status)
      return outcome
    },
  }
  await container({ email: wrapped }).handler(await eventOf('SignUp', '482913'), context())
  assert.deepEqual(sent, ['accepted'])
  assert.match(second.posts()[0]!.text, /482913[\s\S]*Acme Ltd\.$/)
  assert.equal(both.name, 'first → second')
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const checked = await both.check!({ signal: new AbortController().signal, fetch, log, now: () => 0 })
  assert.deepEqual(checked, { ok: false, detail: 'first: the key is wrong; second: ok' })
})
