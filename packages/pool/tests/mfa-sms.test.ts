import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  GetUserCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { messages as outbox, sessions } from '../src/storage/collections.ts'
import { refusal } from './compose.ts'
import { type MfaPlace, mfaPlace, PHONE } from './mfa-place.ts'
import { PASSWORD } from './sign-in-place.ts'

const MINUTE = 60_000
const attributes = { phone_number: PHONE }
const mismatch = refusal('CodeMismatchException', 'Invalid code or auth state for the user.')
const used = refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.')
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded')
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

test('a pool that demands MFA asks everybody for a code by SMS, and the right one signs in and verifies the phone', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  assert.equal((await place.look('jane')).attributes.phone_number_verified, 'false')
  const { ChallengeName, ChallengeParameters, Session = '', AuthenticationResult } = await place.signIn('jane')
  assert.equal(ChallengeName, 'SMS_MFA')
  assert.equal(AuthenticationResult, undefined)
  assert.deepEqual(ChallengeParameters, {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
    CODE_DELIVERY_DESTINATION: '+*******0100',
    USER_ID_FOR_SRP: 'jane',
  })
  const code = await place.code()
  assert.match(code, /^\d{6}$/)
  const [message] = (await place.pools.inbox.list({})).messages
  assert.deepEqual([message?.channel, message?.to, message?.trigger?.clientId], ['sms', PHONE, place.clientId])

  const signedIn = await place.answer(Session, code)
  const { AccessToken, IdToken = '', RefreshToken } = signedIn.AuthenticationResult!
  assert.ok(RefreshToken)
  assert.equal((await place.cognito.send(new GetUserCommand({ AccessToken }))).Username, 'jane')
  const claims = JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString())
  assert.equal(claims.phone_number_verified, true)
  assert.equal((await place.look('jane')).attributes.phone_number_verified, 'true')
  await assert.rejects(place.answer(Session, code), used)
})

test('where MFA is optional, those who turned it on are asked', async () => {
  await using place = await mfaPlace('OPTIONAL')
  await place.addUser('jane', { attributes })
  await place.addUser('john', { attributes: { phone_number: '+12065550111' } })
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await place.prefer('jane', true)
  await place.answer(await place.challenge('jane'), await place.code())
  assert.ok((await place.signIn('john')).AuthenticationResult)
  await place.prefer('jane', false)
  assert.ok((await place.signIn('jane')).AuthenticationResult)
})

test('an administrator’s sign-in asks as well, and a user without a phone is not let in', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  await place.addUser('nophone')
  const { cognito, poolId: UserPoolId, clientId: ClientId } = place
  const begin = (USERNAME: string) =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD },
      }),
    )
  const { ChallengeName, Session } = await begin('jane')
  assert.equal(ChallengeName, 'SMS_MFA')
  const answered = await cognito.send(
    new AdminRespondToAuthChallengeCommand({
      UserPoolId,
      ClientId,
      ChallengeName: 'SMS_MFA',
      Session,
      ChallengeResponses: { USERNAME: 'jane', SMS_MFA_CODE: await place.code() },
    }),
  )
  assert.ok(answered.AuthenticationResult?.AccessToken)
  const words = 'No MFA mechanism registerd in the account.'
  await assert.rejects(begin('nophone'), refusal('MFAMethodNotFoundException', words))
  await assert.rejects(place.signIn('nophone'), refusal('NotAuthorizedException', words))
})

test('who turned MFA on and lost the phone number is not let in by password alone', async () => {
  await using place = await mfaPlace('OPTIONAL')
  await place.addUser('jane', { attributes })
  await place.prefer('jane', true)
  await place.cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: place.poolId,
      Username: 'jane',
      UserAttributes: [{ Name: 'phone_number', Value: '' }],
    }),
  )
  await assert.rejects(place.signIn('jane'), refusal('NotAuthorizedException', /No MFA mechanism/))
})

test('a new password is followed by the second factor', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { temporary: true, attributes })
  const { ChallengeName, Session } = await place.signIn('jane')
  assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED')
  const next = await place.cognito.send(
    new RespondToAuthChallengeCommand({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ClientId: place.clientId,
      Session,
      ChallengeResponses: { USERNAME: 'jane', NEW_PASSWORD: 'Jane-own-passw0rd' },
    }),
  )
  assert.equal(next.ChallengeName, 'SMS_MFA')
  assert.ok((await place.answer(next.Session!, await place.code())).AuthenticationResult)
})

test('a wrong code leaves the session for another try; each code is good for its own session, user, client and step', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  await place.addUser('john', { attributes: { phone_number: '+12065550111' } })
  const session = await place.challenge('jane')
  const code = await place.code()
  await assert.rejects(place.answer(session, wrongFor(code)), mismatch)
  const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.')
  await assert.rejects(place.answer(session, code, { username: 'john' }), invalid)
  const other = await place.newClient()
  await assert.rejects(place.answer(session, code, { clientId: other.clientId }), invalid)
  await assert.rejects(place.answer('x'.repeat(64), code), invalid)
  await assert.rejects(place.answer('', code), (error: Error) => error.name === 'InvalidParameterException')
  const second = await place.challenge('jane')
  const secondCode = await place.code()
  if (secondCode !== code) await assert.rejects(place.answer(second, code), mismatch)
  await place.answer(session, code)
  await place.answer(second, secondCode)
})

test('code and session end with AuthSessionValidity', async () => {
  await using place = await mfaPlace('ON', { client: { AuthSessionValidity: 5 } })
  await place.addUser('jane', { attributes })
  const first = await place.challenge('jane')
  const code = await place.code()
  place.pools.clock.advance(5 * MINUTE - 1)
  await place.answer(first, code)
  const second = await place.challenge('jane')
  const late = await place.code()
  place.pools.clock.advance(5 * MINUTE)
  await assert.rejects(
    place.answer(second, late),
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  )
  assert.equal((await place.codes()).filter((shown) => shown !== '').length, 0)
})

test('five wrong codes lock sign-in, and a right password does not begin their count anew', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  for (let i = 0; i < 5; i++) {
    const session = await place.challenge('jane')
    await assert.rejects(place.answer(session, wrongFor(await place.code())), mismatch)
    if (i === 4) await assert.rejects(place.answer(session, await place.code()), locked)
  }
  await assert.rejects(place.signIn('jane'), locked)
  place.pools.clock.advance(1000)
  const session = await place.challenge('jane')
  const code = await place.code()
  await assert.rejects(place.answer(session, wrongFor(code)), mismatch)
  place.pools.clock.advance(1999)
  await assert.rejects(place.answer(session, code), locked)
  place.pools.clock.advance(1)
  await place.answer(session, code)
  // A right code does.
  const next = await place.challenge('jane')
  for (let i = 0; i < 4; i++) await assert.rejects(place.answer(next, wrongFor(await place.code())), mismatch)
  await place.answer(next, await place.code())
})

test('of fifty right codes at once one signs in; of fifty wrong ones five are judged', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  const session = await place.challenge('jane')
  const code = await place.code()
  const outcome = async (given: string, of: string) => {
    const settled = await Promise.allSettled(Array.from({ length: 50 }, () => place.answer(of, given)))
    const counts: Record<string, number> = {}
    for (const one of settled) {
      const word = one.status === 'fulfilled' ? 'signed in' : one.reason.message
      counts[word] = (counts[word] ?? 0) + 1
    }
    return counts
  }
  assert.deepEqual(await outcome(code, session), {
    'signed in': 1,
    'Invalid session for the user, session can only be used once.': 49,
  })
  const next = await place.challenge('jane')
  assert.deepEqual(await outcome(wrongFor(await place.code()), next), {
    'Invalid code or auth state for the user.': 5,
    'Password attempts exceeded': 45,
  })
})

test('a code is worth nothing once the phone number or the password has changed', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  const { cognito, poolId: UserPoolId } = place
  const byPhone = await place.challenge('jane')
  const code = await place.code()
  await cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId,
      Username: 'jane',
      UserAttributes: [{ Name: 'phone_number', Value: '+12065550199' }],
    }),
  )
  await assert.rejects(place.answer(byPhone, code), mismatch)
  assert.notEqual((await place.look('jane')).attributes.phone_number_verified, 'true')
  const byPassword = await place.challenge('jane')
  const second = await place.code()
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: 'jane', Password: 'Other-passw0rd', Permanent: true }),
  )
  await assert.rejects(
    place.answer(byPassword, second),
    refusal('NotAuthorizedException', 'Invalid session for the user.'),
  )
})

test('a phone that is another’s alias signs in, and stays unverified', async () => {
  await using place = await mfaPlace('ON', { pool: { AliasAttributes: ['phone_number'] } })
  await place.addUser('john', { attributes: { ...attributes, phone_number_verified: 'true' } })
  await place.addUser('jane', { attributes })
  assert.ok((await place.answer(await place.challenge('jane'), await place.code())).AuthenticationResult)
  assert.notEqual((await place.look('jane')).attributes.phone_number_verified, 'true')
  assert.equal((await place.look('john')).attributes.phone_number_verified, 'true')
})

/** The ClientMetadata that the queued messages carry to a sender, oldest first. */
async function queuedMetadata({ pools }: MfaPlace) {
  const { docs } = await pools.store.find(outbox, { orderBy: 'due_at', limit: 10 })
  return docs.map(({ clientMetadata, reason }) => ({ clientMetadata, reason }))
}

test('ClientMetadata reaches the sender from RespondToAuthChallenge, and not from InitiateAuth', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  await place.addUser('new', { temporary: true, attributes })
  const { cognito, poolId: UserPoolId, clientId: ClientId } = place
  await cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD },
      ClientMetadata: { from: 'initiate' },
    }),
  )
  assert.deepEqual(await queuedMetadata(place), [{ clientMetadata: null, reason: 'Authentication' }])
  place.pools.clock.advance(1)
  const { Session } = await place.signIn('new')
  await cognito.send(
    new RespondToAuthChallengeCommand({
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ClientId,
      Session,
      ChallengeResponses: { USERNAME: 'new', NEW_PASSWORD: 'Own-passw0rd' },
      ClientMetadata: { from: 'respond' },
    }),
  )
  assert.deepEqual((await queuedMetadata(place))[1]?.clientMetadata, { from: 'respond' })
})

test('neither the code nor the number rests in a session', async () => {
  await using place = await mfaPlace('ON')
  await place.addUser('jane', { attributes })
  const session = await place.challenge('jane')
  const { docs, keys } = await place.pools.store.find(sessions, { limit: 10 })
  const text = JSON.stringify({ docs, keys })
  for (const secret of [await place.code(), session, PHONE]) assert.ok(!text.includes(`"${secret}"`), 'a secret rests')
  assert.ok(!text.includes(session))
})
