import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import {
  allMessages,
  app,
  day,
  delivered,
  expiredCode,
  hour,
  otherCode,
  refusal,
  tooMany,
  wrongCode,
} from './setting/people.ts'
import { createPool } from './setting/pool.ts'
import { untilStep } from './setting/trace.ts'

/** A pool that mails its codes, and jane, who has signed up. */
async function withJane(t: TestContext) {
  const setting = await start(t)
  const pool = await createPool(setting)
  const client = app(setting, pool)
  await client.signUp('jane', { email: 'jane@example.com' })
  const first = await delivered(setting, { source: 'SignUp', userName: 'jane' })
  assert.match(first.code, /^\d{6}$/)
  return { setting, pool, client, code: first.code }
}

/** The same, and jane has confirmed. */
async function withConfirmedJane(t: TestContext) {
  const place = await withJane(t)
  await place.client.confirm('jane', place.code)
  return place
}

test('a wrong code is refused, the right one after it is good, and good once', async (t) => {
  const { client, code } = await withJane(t)
  await assert.rejects(client.confirm('jane', otherCode(code)), wrongCode)
  await assert.rejects(client.signIn('jane'), refusal('UserNotConfirmedException', 'User is not confirmed.'))
  assert.equal((await client.look('jane')).attributes.email_verified, 'false')
  await client.confirm('jane', code)
  const { status, attributes } = await client.look('jane')
  assert.equal(status, 'CONFIRMED')
  assert.equal(attributes.email_verified, 'true')
  assert.ok((await client.signIn('jane')).AuthenticationResult?.AccessToken)
  await assert.rejects(
    client.confirm('jane', code),
    refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
  )
  await assert.rejects(client.resend('jane'), refusal('InvalidParameterException', 'User is already confirmed.'))
})

test("a sign-up's code is good for 24 hours and no longer", async (t) => {
  const { setting, client, code } = await withJane(t)
  setting.advance(day - 60_000)
  await assert.rejects(client.confirm('jane', otherCode(code)), wrongCode)
  setting.advance(60_000)
  await assert.rejects(client.confirm('jane', code), expiredCode)
  await client.resend('jane')
  const second = await delivered(setting, { source: 'ResendCode' })
  await client.confirm('jane', second.code)
})

test('a resent code replaces the one before', async (t) => {
  const { setting, client, code } = await withJane(t)
  await client.resend('jane')
  const second = await delivered(setting, { source: 'ResendCode' })
  // Once in a million the new code is the old one; then there is nothing to refuse.
  if (second.code !== code) await assert.rejects(client.confirm('jane', code), wrongCode)
  await client.confirm('jane', second.code)
})

test('the trace says when a code was replaced, and when it was used', async (t) => {
  const { setting, client } = await withJane(t)
  const first = await delivered(setting, { source: 'SignUp' })
  await client.resend('jane')
  await untilStep(setting, first.message.id, 'superseded ok')
  const second = await delivered(setting, { source: 'ResendCode' })
  await client.confirm('jane', second.code)
  await untilStep(setting, second.message.id, 'code-used ok')
  assert.deepEqual(setting.logged, [])
})

test("a password's reset code is good for an hour, once, and not for a sign-up", async (t) => {
  const { setting, client } = await withConfirmedJane(t)
  await assert.rejects(client.reset('jane', '123456'), expiredCode)
  await client.forgot('jane')
  const first = await delivered(setting, { source: 'ForgotPassword' })
  await assert.rejects(client.reset('jane', otherCode(first.code)), wrongCode)
  setting.advance(hour)
  await assert.rejects(client.reset('jane', first.code), expiredCode)

  await client.forgot('jane')
  const second = await delivered(setting, { source: 'ForgotPassword', after: first.message.id })
  await assert.rejects(
    client.reset('jane', second.code, 'short'),
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
  )
  await client.reset('jane', second.code)
  await assert.rejects(client.reset('jane', second.code), expiredCode)
  assert.ok((await client.signIn('jane', 'Battery-Staple-2')).AuthenticationResult)
  await assert.rejects(client.signIn('jane'), refusal('NotAuthorizedException', 'Incorrect username or password.'))
})

test('a code is good for its user, pool and purpose only', async (t) => {
  const { setting, pool, client, code } = await withJane(t)
  await client.signUp('kim', { email: 'kim@example.com' })
  const { code: ofKim, message: toKim } = await delivered(setting, { userName: 'kim' })
  const otherPool = await createPool(setting)
  const elsewhere = app(setting, otherPool)
  await elsewhere.signUp('jane', { email: 'jane@example.com' })
  const { code: ofTheOther } = await delivered(setting, { userName: 'jane', userPoolId: otherPool.poolId })

  if (ofKim !== code) await assert.rejects(client.confirm('jane', ofKim), wrongCode)
  if (ofTheOther !== code) await assert.rejects(client.confirm('jane', ofTheOther), wrongCode)
  await assert.rejects(client.reset('jane', code), expiredCode)
  await client.confirm('jane', code)
  await client.forgot('jane')
  const { code: reset } = await delivered(setting, { source: 'ForgotPassword' })
  if (ofKim !== reset) await assert.rejects(client.confirm('kim', reset), wrongCode)
  await client.reset('jane', reset)

  // The name is free again, and who takes it next starts anew.
  await setting.cognito.send(new AdminDeleteUserCommand({ UserPoolId: pool.poolId, Username: 'kim' }))
  await client.signUp('kim', { email: 'kim@example.com' })
  const { code: anew } = await delivered(setting, { userName: 'kim', source: 'SignUp', after: toKim.id })
  if (ofKim !== anew) await assert.rejects(client.confirm('kim', ofKim), wrongCode)
  await client.confirm('kim', anew)
})

test('fifteen guesses an hour, then even the right code has to wait', async (t) => {
  const { setting, client, code } = await withJane(t)
  for (let i = 1; i <= 15; i++) await assert.rejects(client.confirm('jane', otherCode(code, i)), wrongCode)
  await assert.rejects(client.confirm('jane', otherCode(code, 16)), tooMany)
  await assert.rejects(client.confirm('jane', code), tooMany)
  // A new code is no new chance.
  await client.resend('jane')
  const { code: second } = await delivered(setting, { source: 'ResendCode' })
  await assert.rejects(client.confirm('jane', second), tooMany)
  setting.advance(hour)
  await client.confirm('jane', second)
})

test('five resent codes an hour', async (t) => {
  const { setting, client } = await withJane(t)
  for (let i = 0; i < 5; i++) await client.resend('jane')
  await assert.rejects(client.resend('jane'), tooMany)
  assert.equal((await allMessages(setting, { source: 'ResendCode' })).length, 5)
  setting.advance(hour)
  await client.resend('jane')
})

test('twenty resets an hour, asked for and guessed together', async (t) => {
  const { setting, client } = await withConfirmedJane(t)
  await client.forgot('jane')
  let newest = await delivered(setting, { source: 'ForgotPassword' })
  for (let i = 0; i < 4; i++) {
    await client.forgot('jane')
    newest = await delivered(setting, { source: 'ForgotPassword', after: newest.message.id })
  }
  for (let i = 1; i <= 15; i++) await assert.rejects(client.reset('jane', otherCode(newest.code, i)), wrongCode)
  await assert.rejects(client.reset('jane', newest.code), tooMany)
  await assert.rejects(client.forgot('jane'), tooMany)
  setting.advance(hour)
  await client.forgot('jane')
})

test('a code that is presented fifty times at once is accepted once', async (t) => {
  const { client, code } = await withJane(t)
  const answers = await Promise.allSettled(Array.from({ length: 50 }, () => client.confirm('jane', code)))
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as Error] : []))
  assert.equal(refused.length, 49)
  assert.deepEqual([...new Set(refused.map(({ name }) => name))], ['NotAuthorizedException'])
})

test('a reset code that is presented fifty times at once sets one password', async (t) => {
  const { setting, client } = await withConfirmedJane(t)
  await client.forgot('jane')
  const { code } = await delivered(setting, { source: 'ForgotPassword' })
  const passwords = Array.from({ length: 50 }, (_, i) => `Battery-Staple-${i}`)
  const answers = await Promise.allSettled(passwords.map((password) => client.reset('jane', code, password)))
  const [accepted, ...more] = passwords.filter((_, i) => answers[i]?.status === 'fulfilled')
  assert.deepEqual(more, [])
  const names = answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as Error).name] : []))
  assert.deepEqual([...new Set(names)].sort(), ['ExpiredCodeException', 'LimitExceededException'])
  assert.ok((await client.signIn('jane', accepted)).AuthenticationResult)
})

test('fifty wrong codes at once are fifteen tries and no more', async (t) => {
  const { client, code } = await withJane(t)
  const guesses = Array.from({ length: 50 }, (_, i) => client.confirm('jane', otherCode(code, i + 1)))
  const answers = await Promise.allSettled(guesses)
  const names = answers.map((answer) => (answer.status === 'rejected' ? (answer.reason as Error).name : 'accepted'))
  assert.deepEqual(
    { wrong: names.filter((name) => name === 'CodeMismatchException').length, all: names.length },
    { wrong: 15, all: 50 },
  )
  assert.equal(names.filter((name) => name === 'LimitExceededException').length, 35)
  await assert.rejects(client.confirm('jane', code), tooMany)
})
