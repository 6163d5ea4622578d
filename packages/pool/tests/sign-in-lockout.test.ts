import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from './compose.ts'
import { PASSWORD, signInPlace } from './sign-in-place.ts'

const SECOND = 1000
const MINUTE = 60_000
const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.')
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded')

test('the fifth wrong password locks for a second, each further one for twice as long, up to 15 minutes', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  for (let i = 0; i < 5; i++) await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  for (let seconds = 1; seconds < 15 * 60; seconds = Math.min(seconds * 2, 15 * 60)) {
    // Attempts while locked do not count, not even with the right password.
    for (let i = 0; i < 3; i++) await assert.rejects(place.signIn('jane'), locked)
    place.pools.clock.advance(seconds * SECOND - 1)
    await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), locked)
    place.pools.clock.advance(1)
    await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  }
  place.pools.clock.advance(15 * MINUTE - 1)
  await assert.rejects(place.signIn('jane'), locked)
  place.pools.clock.advance(1)
  await place.signIn('jane')
})

test('a success begins the count anew', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
    await place.signIn('jane')
  }
})

test('so do 15 quiet minutes', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  for (let i = 0; i < 4; i++) await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  place.pools.clock.advance(15 * MINUTE - 1)
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  await assert.rejects(place.signIn('jane'), locked)
  place.pools.clock.advance(15 * MINUTE)
  for (let i = 0; i < 4; i++) await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  await place.signIn('jane')
})

test('of fifty guesses at once five are judged, and the right one that comes after learns nothing', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const guesses = Array.from({ length: 50 }, (_, i) => place.signIn('jane', i < 49 ? 'Wrong-passw0rd' : PASSWORD))
  const outcomes = await Promise.allSettled(guesses)
  const words = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.message : 'signed in'))
  assert.equal(words.filter((word) => word === 'Incorrect username or password.').length, 5)
  assert.equal(words.filter((word) => word === 'Password attempts exceeded').length, 45)
  await assert.rejects(place.signIn('jane'), locked)
})

test('twenty right sign-ins at once all succeed, and lock nobody else out', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  await place.addUser('john')
  for (let i = 0; i < 5; i++) await assert.rejects(place.signIn('john', 'Wrong-passw0rd'), wrong)
  await Promise.all(Array.from({ length: 20 }, () => place.signIn('jane', PASSWORD)))
})

test('a name that nobody has locks like any other, where the client hides who exists', async () => {
  await using place = await signInPlace({ client: { PreventUserExistenceErrors: 'ENABLED' } })
  for (let i = 0; i < 5; i++) await assert.rejects(place.signIn('nobody'), wrong)
  await assert.rejects(place.signIn('nobody'), locked)
  place.pools.clock.advance(SECOND)
  await assert.rejects(place.signIn('nobody'), wrong)
})
