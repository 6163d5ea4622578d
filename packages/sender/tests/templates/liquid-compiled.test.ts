import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { liquidTexts } from '@herald/sender/liquid'
import { Liquid } from 'liquidjs'
import { messageOf } from './messages.ts'

/** Counts what is compiled and the ways of compiling, from now on. */
function counted() {
  const parse = mock.method(Liquid.prototype, 'parse')
  const ways = mock.method(Liquid.prototype, 'registerFilter')
  const count = () => ({ files: parse.mock.callCount(), ways: ways.mock.callCount() })
  const stop = () => [parse, ways].forEach(({ mock }) => void mock.restore())
  return { count, stop }
}

test('a brand that the folder does not have compiles nothing anew, however many there are', async (t) => {
  const { count, stop } = counted()
  t.after(stop)
  const templates = liquidTexts(
    {
      'sms/default.en.liquid': "{{ brand.id }}: {{ code }}{% render 'end' %}",
      'partials/end.liquid': '.',
      'acme/partials/end.liquid': ', Acme.',
      'plain/sms/default.en.liquid': 'Plain: {{ code }}',
    },
    { brand: (message) => message.clientId },
  )
  const told = async (clientId: string) => (await templates.render(messageOf('SignUp', { clientId }), 'sms', 'en')).text
  for (const clientId of ['web', 'acme', 'plain']) await told(clientId)
  const before = count()
  for (let index = 0; index < 100; index += 1) assert.equal(await told(`client-${index}`), `client-${index}: 481526.`)
  for (const odd of ['email', 'partials', '__proto__', '..', 'acme/', 'acme/partials', '']) await told(odd)
  assert.deepEqual(count(), before)
  assert.equal(await told('acme'), 'acme: 481526, Acme.')
  assert.equal(await told('plain'), 'Plain: 481526')
})

const spoken = { 'sms/default.en.liquid': "It’s {{ code }}{% render 'end' %}", 'partials/end.liquid': ' – bye' }

for (const order of [
  ['sms', 'voice'],
  ['voice', 'sms'],
] as const) {
  test(`the spelling of an SMS is its own, with ${order[0]} told first`, async () => {
    const templates = liquidTexts(spoken, { transliterateSms: true })
    const told: Record<string, string> = {}
    for (const channel of order) told[channel] = (await templates.render(messageOf('SignUp'), channel, 'en')).text
    assert.deepEqual(told, { sms: "It's 481526 - bye", voice: 'It’s 481526 – bye' })
  })
}
