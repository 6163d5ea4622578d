/** Rules that count. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Rule, Store } from '@herald/sender'
import {
  budget,
  cooldown,
  perClient,
  perCountry,
  perPhone,
  perPrefix,
  perRecipient,
  perUser,
} from '@herald/sender/guard'
import { memory } from '@herald/sender/stores/memory'
import { judge, messageTo, noon } from './messages.ts'

const german = '+4915123456789'

test('a phone gets as many messages in a window as it may, and more in the next', async () => {
  let now = noon
  const at = { store: memory({ now: () => now }) }
  const rule = perPhone(2, '1h')
  assert.equal(await judge(rule, messageTo(german), at), 'allow')
  assert.equal(await judge(rule, messageTo(german), at), 'allow')
  assert.equal(await judge(rule, messageTo(german), at), 'more than 2 in 1h')
  assert.equal(await judge(rule, messageTo('+4915123456780'), at), 'allow')
  assert.equal(await judge(rule, messageTo('jane@acme.dev'), at), 'allow')
  now += 3_600_000
  assert.equal(await judge(rule, messageTo(german), at), 'allow')
})

test('a stricter rule for some messages leaves a wider one its places', async () => {
  const at = { store: memory({ now: () => noon }) }
  const [strict, wide] = [perPhone(1, '1h'), perPhone(2, '1h')]
  const message = messageTo(german)
  assert.equal(await judge(wide, messageTo(german), at), 'allow')
  assert.equal(await judge(strict, message, at), 'allow')
  assert.equal(await judge(wide, message, at), 'allow')
})

test('Lambda’s retry of a message uses up nothing, and is not denied for those that came after it', async () => {
  for (const make of [
    () => perPhone(2, '1h'),
    () => perPrefix(2, '1h'),
    () => budget(2, '1d'),
    () => perUser(2, '1h'),
  ]) {
    const at = { store: memory({ now: () => noon }) }
    const rule = make()
    const first = messageTo(german)
    for (let attempt = 0; attempt < 3; attempt++) assert.equal(await judge(rule, first, at), 'allow', rule.name)
    assert.equal(await judge(rule, messageTo(german), at), 'allow', rule.name)
    const denied = messageTo(german)
    for (let attempt = 0; attempt < 3; attempt++) assert.match(await judge(rule, denied, at), /^more than 2/, rule.name)
    assert.equal(await judge(rule, first, at), 'allow', rule.name)
  }
})

test('the same message by another channel is another message', async () => {
  const at = { store: memory({ now: () => noon }) }
  const rule = perPhone(1, '1h')
  const message = messageTo(german)
  assert.equal(await judge(rule, message, { ...at, channel: 'sms' }), 'allow')
  assert.equal(await judge(rule, message, { ...at, channel: 'whatsapp' }), 'more than 1 in 1h')
})

test('numbers of one block share a limit, whose length can be chosen', async () => {
  const at = { store: memory({ now: () => noon }) }
  const rule = perPrefix(3, '1h')
  const block = [1, 2, 3, 4].map((last) => judge(rule, messageTo(`+491512345678${last}`), at))
  assert.deepEqual(
    (await Promise.all(block)).filter((word) => word !== 'allow'),
    ['more than 3 in 1h'],
  )
  assert.equal(await judge(rule, messageTo('+4915223456789'), at), 'allow')
  const short = perPrefix(1, '1h', 3)
  assert.equal(await judge(short, messageTo('+4915123456789'), at), 'allow')
  assert.equal(await judge(short, messageTo('+4916012345678'), at), 'more than 1 in 1h')
  assert.throws(() => perPrefix(1, '1h', 2), RangeError)
})

test('countries, clients and users each have their own limit', async () => {
  const at = { store: memory({ now: () => noon }) }
  const limited = async (rule: Rule, one: Parameters<typeof messageTo>, other: Parameters<typeof messageTo>) => {
    assert.equal(await judge(rule, messageTo(...one), at), 'allow')
    assert.equal(await judge(rule, messageTo(...one), at), 'more than 1 in 1h')
    assert.equal(await judge(rule, messageTo(...other), at), 'allow')
  }
  await limited(perCountry(1, '1h'), ['+4915123456789'], ['+33612345678'])
  await limited(perClient(1, '1h'), ['a@acme.dev', { clientId: 'one' }], ['a@acme.dev', { clientId: 'two' }])
  await limited(
    perUser(1, '1h'),
    ['a@acme.dev', { userName: 'a' }],
    ['a@acme.dev', { userName: 'a', poolId: 'eu-west-1_Other' }],
  )
  await limited(perRecipient(1, '1h'), ['Jane@acme.dev'], ['john@acme.dev'])
  assert.equal(await judge(perRecipient(1, '1h'), messageTo('jane@ACME.dev'), at), 'more than 1 in 1h')
  for (let each = 0; each < 3; each++)
    assert.equal(await judge(perClient(1, '1h'), messageTo('a@acme.dev'), at), 'allow')
})

test('a resent code waits for its cooldown; a sign-in right after a sign-up does not', async () => {
  let now = noon
  const at = { store: memory({ now: () => now }) }
  const rule = cooldown('30s')
  assert.equal(await judge(rule, messageTo(german), at), 'allow')
  now += 29_000
  assert.equal(await judge(rule, messageTo(german, { source: 'ResendCode' }), at), 'more than 1 in 30s')
  assert.equal(await judge(rule, messageTo(german, { source: 'Authentication' }), at), 'allow')
  now += 1000
  assert.equal(await judge(rule, messageTo(german, { source: 'ResendCode' }), at), 'allow')
})

test('a budget raises its alarm at four fifths, and denies when it is used up', async () => {
  const at = { store: memory({ now: () => noon }) }
  const heard: unknown[] = []
  const alarms: unknown[] = []
  const rule = budget(10, '1d', { onAlarm: (alarm) => heard.push(alarm) })
  const words: string[] = []
  for (let each = 1; each <= 11; each++) {
    words.push(await judge(rule, messageTo(`user${each}@acme.dev`), { ...at, alarm: (alarm) => alarms.push(alarm) }))
    assert.equal(heard.length, each < 8 ? 0 : 1)
  }
  assert.deepEqual(
    words.filter((word) => word !== 'allow'),
    ['more than 10 in 1d'],
  )
  assert.deepEqual(heard, [{ rule: 'budget', count: 8, limit: 10, window: '1d' }])
  assert.deepEqual(alarms, heard)
})

test('a budget of some channels leaves the others alone', async () => {
  const at = { store: memory({ now: () => noon }) }
  const rule = budget(1, '1d', { channels: ['sms', 'voice'] })
  assert.equal(await judge(rule, messageTo('jane@acme.dev'), at), 'allow')
  assert.equal(await judge(rule, messageTo('jane@acme.dev'), at), 'allow')
  assert.equal(await judge(rule, messageTo(german), { ...at, channel: 'voice' }), 'allow')
  assert.equal(await judge(rule, messageTo(german), at), 'more than 1 in 1d')
})

test('the store gets no number, address or name, only hashes of them', async () => {
  const asked: string[] = []
  const store = {
    hit: async (...words: unknown[]) => asked.push(JSON.stringify(words)),
  } as unknown as Store
  const message = messageTo(german, { clientId: 'client-1', userName: 'jane' })
  const rules = [
    perPhone(9, '1h'),
    perPrefix(9, '1h'),
    perUser(9, '1h'),
    cooldown('30s'),
    perRecipient(9, '1h'),
    perCountry(9, '1h'),
  ]
  for (const rule of rules) {
    assert.equal(rule.needsStore, true)
    await judge(rule, message, { store })
  }
  await judge(perRecipient(9, '1h'), messageTo('jane@acme.dev'), { store })
  assert.equal(asked.length, 7)
  for (const text of asked) assert.doesNotMatch(text, /4915|jane|acme|eu-west|key-/)
})

test('a store that does not answer lets the rule reject, for the pipeline to decide', async () => {
  const store = { hit: () => Promise.reject(new Error('the table is gone')) } as unknown as Store
  await assert.rejects(judge(perPhone(5, '1h'), messageTo(german), { store }), /the table is gone/)
})

test('limits and windows that mean nothing are refused when the rule is made', () => {
  for (const window of ['', '1', 'h', '1w', '0s', '-1h', '1.5h', '1h ']) {
    assert.throws(() => perPhone(5, window), TypeError, window)
  }
  for (const n of [0, -1, 1.5, Number.NaN]) assert.throws(() => budget(n, '1d'), RangeError)
  assert.throws(() => budget(5, '1d', { alarmAt: 80 }), RangeError)
})
