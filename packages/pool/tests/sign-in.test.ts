import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import {
  AdminInitiateAuthCommand,
  type AuthFlowType,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { users } from '../src/storage/collections.ts'
import { refusal } from './compose.ts'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.')
const hash = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64')

const initiate = (
  { cognito, clientId }: SignInPlace,
  AuthFlow: AuthFlowType,
  AuthParameters: Record<string, string> = { USERNAME: 'jane', PASSWORD },
  ClientId = clientId,
) => cognito.send(new InitiateAuthCommand({ AuthFlow, AuthParameters, ClientId }))
const initiateAsAdmin = (
  { cognito, clientId, poolId }: SignInPlace,
  AuthFlow: AuthFlowType,
  AuthParameters: Record<string, string> = { USERNAME: 'jane', PASSWORD },
  ClientId = clientId,
) => cognito.send(new AdminInitiateAuthCommand({ AuthFlow, AuthParameters, ClientId, UserPoolId: poolId }))

test('a right password signs in, from apps and from servers', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  for (const answer of [
    await initiate(place, 'USER_PASSWORD_AUTH'),
    await initiateAsAdmin(place, 'ADMIN_USER_PASSWORD_AUTH'),
    await initiateAsAdmin(place, 'ADMIN_NO_SRP_AUTH'),
  ]) {
    assert.ok(answer.AuthenticationResult?.AccessToken)
    const again = { REFRESH_TOKEN: answer.AuthenticationResult?.RefreshToken ?? '' }
    for (const flow of ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const) {
      assert.ok((await initiate(place, flow, again)).AuthenticationResult?.IdToken)
      assert.ok((await initiateAsAdmin(place, flow, again)).AuthenticationResult?.IdToken)
    }
  }
})

test('flows belong to their operation, and to clients that allow them', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const notHere = refusal('InvalidParameterException', 'Initiate Auth method not supported.')
  await assert.rejects(initiate(place, 'ADMIN_USER_PASSWORD_AUTH'), notHere)
  await assert.rejects(initiate(place, 'ADMIN_NO_SRP_AUTH'), notHere)
  await assert.rejects(initiateAsAdmin(place, 'USER_PASSWORD_AUTH'), notHere)
  const { clientId: plain } = await place.newClient({ ExplicitAuthFlows: undefined })
  await assert.rejects(
    initiate(place, 'USER_PASSWORD_AUTH', undefined, plain),
    refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
  )
  await assert.rejects(
    initiateAsAdmin(place, 'ADMIN_USER_PASSWORD_AUTH', undefined, plain),
    refusal('InvalidParameterException', 'Auth flow not enabled for this client'),
  )
  const { clientId: open } = await place.newClient({ ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_AUTH'] })
  await assert.rejects(
    initiate(place, 'CUSTOM_AUTH', undefined, open),
    refusal('InvalidParameterException', 'The flow CUSTOM_AUTH is not built yet in Herald.'),
  )
  await assert.rejects(
    initiate(place, 'USER_AUTH', undefined, plain),
    refusal('InvalidParameterException', 'Auth flow not enabled for this client'),
  )
  await assert.rejects(
    initiate(place, 'USER_SRP_AUTH', { USERNAME: 'jane', SRP_A: 'ff' }, open),
    refusal('InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.'),
  )
  // Of another pool.
  await using other = await signInPlace()
  await assert.rejects(initiateAsAdmin(place, 'ADMIN_NO_SRP_AUTH', undefined, other.clientId), {
    name: 'ResourceNotFoundException',
  })
})

test('what is missing is named', async () => {
  await using place = await signInPlace()
  const missing = (name: string) => refusal('InvalidParameterException', `Missing required parameter ${name}`)
  const flow = 'USER_PASSWORD_AUTH'
  await assert.rejects(initiate(place, flow, {}), missing('USERNAME'))
  await assert.rejects(initiate(place, flow, { USERNAME: '', PASSWORD }), missing('USERNAME'))
  await assert.rejects(initiate(place, flow, { USERNAME: 'jane' }), missing('PASSWORD'))
  await assert.rejects(initiate(place, 'REFRESH_TOKEN_AUTH', {}), missing('REFRESH_TOKEN'))
  await assert.rejects(initiate(place, 'USER_SRP_AUTH', { USERNAME: 'jane' }), missing('SRP_A'))
  await assert.rejects(initiate(place, 'USER_SRP_AUTH', { SRP_A: 'ff' }), missing('USERNAME'))
  const respond = (ChallengeResponses: Record<string, string>, Session?: string) =>
    place.cognito.send(
      new RespondToAuthChallengeCommand({
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ClientId: place.clientId,
        ChallengeResponses,
        Session,
      }),
    )
  await assert.rejects(respond({}), missing('USERNAME'))
  await assert.rejects(respond({ USERNAME: 'jane' }), missing('NEW_PASSWORD'))
  await assert.rejects(respond({ USERNAME: 'jane', NEW_PASSWORD: 'x' }), missing('Session'))
})

test('who does not exist: told to clients that ask for it, else like a wrong password', async () => {
  await using place = await signInPlace({ client: { PreventUserExistenceErrors: 'LEGACY' } })
  await place.addUser('jane')
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  await assert.rejects(place.signIn('nobody'), refusal('UserNotFoundException', 'User does not exist.'))
  const { clientId } = await place.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  await assert.rejects(place.signIn('nobody', PASSWORD, clientId), wrong)
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd', clientId), wrong)
})

test('the state of a user decides, once the password is right', async () => {
  await using place = await signInPlace()
  const { cognito, clientId, poolId } = place
  await cognito.send(new SignUpCommand({ ClientId: clientId, Username: 'new', Password: PASSWORD }))
  await assert.rejects(place.signIn('new'), refusal('UserNotConfirmedException', 'User is not confirmed.'))
  await assert.rejects(place.signIn('new', 'Wrong-passw0rd'), wrong)

  await place.addUser('jane')
  const { RefreshToken = '' } = (await place.signIn('jane')).AuthenticationResult!
  const change = (changes: object) =>
    place.pools.store.transaction(async (tx) => {
      const user = await tx.get(users, [poolId, 'jane'])
      tx.put(users, [poolId, 'jane'], { ...user!, ...changes })
    })
  await change({ enabled: false })
  const disabled = refusal('NotAuthorizedException', 'User is disabled.')
  await assert.rejects(place.signIn('jane'), disabled)
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), wrong)
  await assert.rejects(initiate(place, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken }), disabled)
  await change({ enabled: true, status: 'RESET_REQUIRED' })
  const reset = refusal('PasswordResetRequiredException', 'Password reset required for the user')
  await assert.rejects(place.signIn('jane'), reset)
  // There is no good password, so none is called wrong.
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), reset)
  await assert.rejects(initiate(place, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: RefreshToken }), reset)
})

test('a user without a password cannot sign in with any', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  await place.pools.store.transaction(async (tx) => {
    const { sealedPassword: _, ...user } = (await tx.get(users, [place.poolId, 'jane']))!
    tx.put(users, [place.poolId, 'jane'], user)
  })
  for (const password of [PASSWORD, '2', 'undefined', 'null'])
    await assert.rejects(place.signIn('jane', password), wrong)
})

test('a client with a secret has to prove it at each step', async () => {
  await using place = await signInPlace({ client: { GenerateSecret: true } })
  const secret = place.clientSecret ?? ''
  await place.addUser('jane')
  const flow = 'USER_PASSWORD_AUTH'
  const parameters = { USERNAME: 'jane', PASSWORD }
  const SECRET_HASH = hash(secret, `jane${place.clientId}`)
  const none = refusal(
    'NotAuthorizedException',
    `Client ${place.clientId} is configured with secret but SECRET_HASH was not received`,
  )
  const bad = refusal('NotAuthorizedException', `Unable to verify secret hash for client ${place.clientId}`)
  await assert.rejects(initiate(place, flow, parameters), none)
  await assert.rejects(
    initiate(place, flow, { ...parameters, SECRET_HASH: hash('other', `jane${place.clientId}`) }),
    bad,
  )
  const { AuthenticationResult } = await initiate(place, flow, { ...parameters, SECRET_HASH })
  const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? ''
  await assert.rejects(initiate(place, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN }), none)
  const renewed = await initiate(place, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN, SECRET_HASH })
  assert.ok(renewed.AuthenticationResult?.AccessToken)
})

test('users sign in by alias and by e-mail address, in the case that the pool takes', async () => {
  await using place = await signInPlace({
    pool: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
  })
  await place.addUser('jane@example.com', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const { AuthenticationResult } = await place.signIn('Jane@Example.com')
  const claims = JSON.parse(Buffer.from(AuthenticationResult!.IdToken!.split('.')[1]!, 'base64url').toString())
  assert.equal(claims['cognito:username'], claims.sub)
})

test('a pool that demands a second factor signs nobody in without one', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  await place.pools.store.transaction(async (tx) => {
    const { pools } = await import('../src/storage/collections.ts')
    const pool = (await tx.get(pools, [place.poolId]))!
    tx.put(pools, [place.poolId], { ...pool, settings: { ...pool.settings, MfaConfiguration: 'ON' } })
  })
  const words = 'No MFA mechanism registerd in the account.'
  await assert.rejects(place.signIn('jane'), refusal('NotAuthorizedException', words))
  await assert.rejects(initiateAsAdmin(place, 'ADMIN_NO_SRP_AUTH'), refusal('MFAMethodNotFoundException', words))
})

test('other challenges are refused by name', async () => {
  await using place = await signInPlace()
  await assert.rejects(
    place.cognito.send(
      new RespondToAuthChallengeCommand({
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        ClientId: place.clientId,
        ChallengeResponses: { USERNAME: 'jane', SOFTWARE_TOKEN_MFA_CODE: '123456' },
      }),
    ),
    refusal('InvalidParameterException', 'The challenge SOFTWARE_TOKEN_MFA is not built yet in Herald.'),
  )
})
