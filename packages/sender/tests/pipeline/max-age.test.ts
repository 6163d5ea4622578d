/** Until when a message goes out, and what its words and its provider are told of that: one and the same time. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Message, Options } from '@herald/sender'
import { atTrace, container, context, eventOf } from './place.ts'

const minute = 60
const hour = 3600
const day = 24 * hour

/** Seconds from issue to `expiresAt`, as templates and providers see it; `held` where the message did not go out. */
async function expiry(source: string, ageS: number, maxAgeS?: Options['maxAgeS']): Promise<number | 'held' | 'never'> {
  const seen: Message[] = []
  const place = container({
    email: {
      name: 'mail',
      channels: ['email'],
      async send(_to, _body, message) {
        seen.push(message)
        return { status: 'accepted' }
      },
    },
    templates: {
      async render(message) {
        seen.push(message)
        return { subject: 'x', text: 'x' }
      },
    },
    lookUpUser: async () => ({ email: 'jane.doe@mail.acme.dev' }),
    ...(maxAgeS !== undefined && { maxAgeS }),
  })
  const secret = source === 'AccountTakeOverNotification' ? null : '482913'
  await atTrace(place.clock.now() - ageS * 1000, async () => place.handler(await eventOf(source, secret), context()))
  const [words, sent] = seen.map(({ issuedAt, expiresAt }) =>
    expiresAt === undefined ? 'never' : (expiresAt.getTime() - issuedAt!.getTime()) / 1000,
  )
  assert.equal(words, sent)
  assert.equal(words === undefined, place.metric('Expired') === 1, 'what is held back is counted')
  return words ?? 'held'
}

test('a shorter maxAgeS is what templates and providers see, to the second', async () => {
  assert.equal(await expiry('SignUp', 59, 60), 60)
  assert.equal(await expiry('SignUp', 60, 60), 'held')
  assert.equal(await expiry('SignUp', 59, { SignUp: 60 }), 60)
  assert.equal(await expiry('ForgotPassword', 59, { SignUp: 60 }), hour)
})

test('a longer maxAgeS lets no code out that Cognito takes no more', async () => {
  assert.equal(await expiry('ForgotPassword', 10, 7200), hour)
  assert.equal(await expiry('ForgotPassword', hour, 7200), 'held')
  assert.equal(await expiry('ForgotPassword', hour, { ForgotPassword: 7200 }), 'held')
  assert.equal(await expiry('SignUp', day, { SignUp: 2 * day }), 'held')
  assert.equal(await expiry('Authentication', 180, hour), 'held', 'one limit for all is not about the pool’s settings')
})

test('where a pool may let codes live longer, maxAgeS for that source says so, up to Cognito’s own limit', async () => {
  assert.equal(await expiry('Authentication', 180, { Authentication: 10 * minute }), 10 * minute)
  assert.equal(await expiry('Authentication', 180, { Authentication: hour }), 15 * minute)
  assert.equal(await expiry('AdminCreateUser', 8 * day, { AdminCreateUser: 30 * day }), 30 * day)
  assert.equal(await expiry('AdminCreateUser', 8 * day, { AdminCreateUser: 1000 * day }), 365 * day)
  assert.equal(await expiry('AdminCreateUser', 8 * day), 'held')
})

test('a notification without a code is good for ever, or for maxAgeS', async () => {
  assert.equal(await expiry('AccountTakeOverNotification', 30 * day), 'never')
  assert.equal(await expiry('AccountTakeOverNotification', 10, 300), 300)
  assert.equal(await expiry('AccountTakeOverNotification', 300, { AccountTakeOverNotification: 300 }), 'held')
})
