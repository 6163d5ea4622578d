import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { users } from '../src/storage/collections.ts'
import { refusal } from './compose.ts'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

const MINUTE = 60_000
const DAY = 86_400_000
const NEW_PASSWORD = 'Jane-own-passw0rd'
const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.')

const withName = { Schema: [{ Name: 'name', Required: true, Mutable: true }] }

const respond = (
  { cognito, clientId }: SignInPlace,
  Session: string | undefined,
  more: Record<string, string> = {},
  ClientId = clientId,
) =>
  cognito.send(
    new RespondToAuthChallengeCommand({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ClientId,
      Session,
      ChallengeResponses: { USERNAME: 'jane', NEW_PASSWORD, ...more },
    }),
  )

async function attributesOf({ cognito, poolId }: SignInPlace) {
  const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: 'jane' }))
  return { status: user.UserStatus, ...Object.fromEntries((user.UserAttributes ?? []).map((a) => [a.Name, a.Value])) }
}

test('a temporary password leads to NEW_PASSWORD_REQUIRED, and the new one to tokens', async () => {
  await using place = await signInPlace({ pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] } })
  await place.addUser('jane', { temporary: true, attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const { ChallengeName, ChallengeParameters, Session = '', AuthenticationResult } = await place.signIn('jane')
  assert.equal(AuthenticationResult, undefined)
  assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED')
  assert.deepEqual(Object.keys(ChallengeParameters ?? {}).sort(), [
    'USER_ID_FOR_SRP',
    'requiredAttributes',
    'userAttributes',
  ])
  assert.equal(ChallengeParameters?.USER_ID_FOR_SRP, 'jane')
  assert.deepEqual(JSON.parse(ChallengeParameters?.requiredAttributes ?? ''), [])
  assert.deepEqual(JSON.parse(ChallengeParameters?.userAttributes ?? ''), {
    email: 'jane@example.com',
    email_verified: 'true',
  })
  assert.ok(Session.length >= 20 && Session.length <= 2048)

  const answer = await respond(place, Session, { 'userAttributes.custom:tenant': 'a', 'userAttributes.name': 'Jane' })
  assert.ok(answer.AuthenticationResult?.RefreshToken)
  const after = await attributesOf(place)
  assert.equal(after.status, 'CONFIRMED')
  assert.deepEqual([after['custom:tenant' as never], after['name' as never]], ['a', 'Jane'])
  await place.signIn('jane', NEW_PASSWORD)
  await assert.rejects(place.signIn('jane'), refusal('NotAuthorizedException', 'Incorrect username or password.'))
})

test('the same from a server', async () => {
  await using place = await signInPlace()
  await place.addUser('jane', { temporary: true })
  const { cognito, poolId, clientId } = place
  const scope = { UserPoolId: poolId, ClientId: clientId }
  const begun = await cognito.send(
    new AdminInitiateAuthCommand({
      ...scope,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD },
    }),
  )
  const answer = await cognito.send(
    new AdminRespondToAuthChallengeCommand({
      ...scope,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: begun.Session,
      ChallengeResponses: { USERNAME: 'jane', NEW_PASSWORD },
    }),
  )
  assert.ok(answer.AuthenticationResult?.AccessToken)
})

test('what is required is named, set once, and refused answers leave the session good', async () => {
  await using place = await signInPlace({ pool: withName })
  await place.addUser('jane', { temporary: true, attributes: { name: 'to be taken away' } })
  await place.pools.store.transaction(async (tx) => {
    const user = (await tx.get(users, [place.poolId, 'jane']))!
    delete user.attributes.name
    tx.put(users, [place.poolId, 'jane'], user)
  })
  const begun = await place.signIn('jane')
  assert.deepEqual(JSON.parse(begun.ChallengeParameters?.requiredAttributes ?? ''), ['userAttributes.name'])
  await assert.rejects(
    respond(place, begun.Session),
    refusal('InvalidParameterException', 'Invalid attributes given, name is missing'),
  )
  await respond(place, begun.Session, { 'userAttributes.name': 'Jane' })
  assert.equal((await attributesOf(place))['name' as never], 'Jane')
})

test('a required attribute that has a value cannot be changed here', async () => {
  await using place = await signInPlace({ pool: withName })
  await place.addUser('jane', { temporary: true, attributes: { name: 'Jane' } })
  const { Session } = await place.signIn('jane')
  await assert.rejects(
    respond(place, Session, { 'userAttributes.name': 'John' }),
    refusal('InvalidParameterException', 'Cannot modify an already provided name'),
  )
  await assert.rejects(respond(place, Session, { 'userAttributes.email_verified': 'true' }), {
    name: 'NotAuthorizedException',
  })
  await assert.rejects(respond(place, Session, { 'userAttributes.nothing': 'x' }), {
    name: 'InvalidParameterException',
  })
  await assert.rejects(respond(place, Session, { NEW_PASSWORD: 'short' }), { name: 'InvalidPasswordException' })
  await respond(place, Session)
})

test('a session is good once, for its client and user, and for a while', async () => {
  await using place = await signInPlace({ client: { AuthSessionValidity: 5 } })
  await place.addUser('jane', { temporary: true })
  await place.addUser('john', { temporary: true })
  const { Session } = await place.signIn('jane')
  const other = await place.newClient()
  await assert.rejects(respond(place, Session, {}, other.clientId), invalid)
  await assert.rejects(respond(place, Session, { USERNAME: 'john' }), invalid)
  await assert.rejects(respond(place, 'x'.repeat(64)), invalid)
  place.pools.clock.advance(5 * MINUTE)
  await assert.rejects(
    respond(place, Session),
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  )
  const again = await place.signIn('jane')
  place.pools.clock.advance(5 * MINUTE - 1)
  await respond(place, again.Session)
  await assert.rejects(
    respond(place, again.Session),
    refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  )
})

test('a session that is answered 20 times at once is taken once', async () => {
  await using place = await signInPlace()
  await place.addUser('jane', { temporary: true })
  const { Session } = await place.signIn('jane')
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => respond(place, Session)))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('a session ends when the administrator sets another temporary password', async () => {
  await using place = await signInPlace()
  await place.addUser('jane', { temporary: true })
  const { Session } = await place.signIn('jane')
  const user = { UserPoolId: place.poolId, Username: 'jane' }
  await place.cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: 'An0ther-temporary' }))
  await assert.rejects(respond(place, Session), invalid)
})

test('a temporary password expires with the days that the pool gives it', async () => {
  await using place = await signInPlace({
    pool: { Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 2, MinimumLength: 8 } } },
  })
  await place.addUser('jane', { temporary: true })
  place.pools.clock.advance(2 * DAY - 1)
  const { ChallengeName } = await place.signIn('jane')
  assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED')
  place.pools.clock.advance(1)
  await assert.rejects(
    place.signIn('jane'),
    refusal('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
  )
})
