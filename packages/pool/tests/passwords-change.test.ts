import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChangePasswordCommand } from '@aws-sdk/client-cognito-identity-provider'
import { attributesPlace } from './attributes-place.ts'
import { refusal } from './compose.ts'
import { PASSWORD } from './sign-in-place.ts'

const NEW = 'Battery-Staple-2'
const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.')
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded')
const tooMany = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.')

async function changer(settings: Parameters<typeof attributesPlace>[1] = {}) {
  const place = await attributesPlace({}, settings)
  await place.addUser('jane')
  const token = await place.token('jane')
  const change = (PreviousPassword: string | undefined, ProposedPassword: string, AccessToken = token) =>
    place.cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }))
  return { place, token, change, [Symbol.asyncDispose]: () => place[Symbol.asyncDispose]() }
}

test('a user changes the password by the one before; tokens stay good', async () => {
  await using setting = await changer()
  const { place, change, token } = setting
  await assert.rejects(change('Wrong-passw0rd', NEW), wrong)
  await assert.rejects(
    change(undefined, NEW),
    refusal('InvalidParameterException', 'Missing required parameter PreviousPassword'),
  )
  await assert.rejects(
    change(PASSWORD, 'Short-1'),
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
  )
  await change(PASSWORD, NEW)
  await assert.rejects(place.token('jane'), wrong)
  assert.ok(await place.token('jane', NEW))
  assert.deepEqual(await place.update(token, { name: 'Jane' }), [])
  await assert.rejects(change(NEW, PASSWORD, 'nonsense'), { name: 'NotAuthorizedException' })
})

test('five changes an hour, tried ones among them, refused proposals not', async () => {
  await using setting = await changer()
  const { place, change } = setting
  for (let i = 0; i < 3; i++) await assert.rejects(change(PASSWORD, 'short'), { name: 'InvalidPasswordException' })
  for (let i = 0; i < 4; i++) await assert.rejects(change('Wrong-passw0rd', NEW), wrong)
  await change(PASSWORD, NEW)
  await assert.rejects(change(NEW, PASSWORD), tooMany)
  assert.ok(await place.token('jane', NEW))
  place.pools.clock.advance(3_600_001)
  await change(NEW, PASSWORD, await place.token('jane', NEW))
})

test('wrong guesses count as those at sign-in, and lock both', async () => {
  await using setting = await changer({ settings: { settings: { passwordChangesPerHour: 100 } } })
  const { place, change } = setting
  for (let i = 0; i < 3; i++) await assert.rejects(change('Wrong-passw0rd', NEW), wrong)
  for (let i = 0; i < 2; i++) await assert.rejects(place.token('jane', 'Wrong-passw0rd'), wrong)
  await assert.rejects(change(PASSWORD, NEW), locked)
  await assert.rejects(place.token('jane'), locked)
  place.pools.clock.advance(1001)
  await change(PASSWORD, NEW)
})

test('of two changes at once by the same password one is made', async () => {
  await using setting = await changer()
  const { place, change } = setting
  const outcomes = await Promise.allSettled([change(PASSWORD, NEW), change(PASSWORD, 'Other-Passw0rd')])
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const made = outcomes[0]?.status === 'fulfilled' ? NEW : 'Other-Passw0rd'
  assert.ok(await place.token('jane', made))
})
