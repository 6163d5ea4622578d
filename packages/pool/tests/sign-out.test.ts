import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminUserGlobalSignOutCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
  SetUserMFAPreferenceCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { endedSignIns } from '../src/storage/collections.ts'
import { refusal } from './compose.ts'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

const revoked = refusal('NotAuthorizedException', 'Access Token has been revoked')
const refreshRevoked = refusal('NotAuthorizedException', 'Refresh Token has been revoked')

async function tokens(place: SignInPlace, clientId?: string) {
  const { AuthenticationResult } = await place.signIn('jane', PASSWORD, clientId)
  const { AccessToken = '', RefreshToken = '', IdToken = '' } = AuthenticationResult ?? {}
  return { AccessToken, RefreshToken, IdToken }
}
const getUser = (place: SignInPlace, AccessToken: string) => place.cognito.send(new GetUserCommand({ AccessToken }))
const renew = (place: SignInPlace, RefreshToken: string, ClientId = place.clientId) =>
  place.cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  )

for (const by of ['the user', 'an administrator']) {
  test(`a sign-out everywhere by ${by} ends every sign-in until now, of this user only`, async () => {
    await using place = await signInPlace()
    const { cognito, poolId: UserPoolId } = place
    await place.addUser('jane')
    await place.addUser('john')
    const [one, two] = [await tokens(place), await tokens(place)]
    const renewed = (await renew(place, two.RefreshToken)).AuthenticationResult?.AccessToken ?? ''
    const johns = (await place.signIn('john')).AuthenticationResult?.AccessToken ?? ''
    if (by === 'the user') await cognito.send(new GlobalSignOutCommand({ AccessToken: one.AccessToken }))
    else await cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username: 'jane' }))
    for (const token of [one.AccessToken, two.AccessToken, renewed]) {
      await assert.rejects(getUser(place, token), revoked)
      await assert.rejects(cognito.send(new GlobalSignOutCommand({ AccessToken: token })), revoked)
      await assert.rejects(cognito.send(new SetUserMFAPreferenceCommand({ AccessToken: token })), revoked)
    }
    for (const { RefreshToken } of [one, two]) {
      await assert.rejects(renew(place, RefreshToken), refreshRevoked)
      await assert.rejects(
        cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId: place.clientId, RefreshToken })),
        refreshRevoked,
      )
    }
    await getUser(place, johns)
    // In the same instant, as the clock of this test stands still.
    const after = await tokens(place)
    await getUser(place, after.AccessToken)
    await renew(place, after.RefreshToken)
  })
}

test('more sign-ins than one piece of work takes are all ended', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const all = await Promise.all(Array.from({ length: 130 }, () => tokens(place)))
  await place.cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  const outcomes = await Promise.allSettled(all.map(({ RefreshToken }) => renew(place, RefreshToken)))
  assert.equal(outcomes.filter(({ status }) => status === 'rejected').length, 130)
})

test('tokens of a client without revocation, which name no sign-in, are ended by a sign-out everywhere too', async () => {
  await using place = await signInPlace({ client: { EnableTokenRevocation: false } })
  await place.addUser('jane')
  const { AccessToken, RefreshToken } = await tokens(place)
  await place.cognito.send(new GlobalSignOutCommand({ AccessToken }))
  await assert.rejects(getUser(place, AccessToken), revoked)
  await assert.rejects(renew(place, RefreshToken), refreshRevoked)
  place.pools.clock.advance(1000)
  await getUser(place, (await tokens(place)).AccessToken)
  await assert.rejects(place.cognito.send(new RevokeTokenCommand({ ClientId: place.clientId, Token: RefreshToken })), {
    name: 'UnsupportedOperationException',
  })
})

test('a disabled user’s tokens stay worthless once the user is enabled again', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const { AccessToken, RefreshToken } = await tokens(place)
  const user = { UserPoolId: place.poolId, Username: 'jane' }
  await place.cognito.send(new AdminDisableUserCommand(user))
  await place.cognito.send(new AdminEnableUserCommand(user))
  await assert.rejects(getUser(place, AccessToken), revoked)
  await assert.rejects(renew(place, RefreshToken), refreshRevoked)
})

test('RevokeToken ends one sign-in, with its access tokens, and may be repeated', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const [one, two] = [await tokens(place), await tokens(place)]
  const renewed = (await renew(place, one.RefreshToken)).AuthenticationResult?.AccessToken ?? ''
  const revoke = (Token: string, ClientId = place.clientId) =>
    place.cognito.send(new RevokeTokenCommand({ ClientId, Token }))
  await revoke(one.RefreshToken)
  await revoke(one.RefreshToken)
  await assert.rejects(getUser(place, one.AccessToken), revoked)
  await assert.rejects(getUser(place, renewed), revoked)
  await assert.rejects(renew(place, one.RefreshToken), refreshRevoked)
  await getUser(place, two.AccessToken)
  await renew(place, two.RefreshToken)
  await revoke('nobody-ever-had-this')
  for (const token of [two.AccessToken, two.IdToken]) {
    await assert.rejects(revoke(token), { name: 'UnsupportedTokenTypeException' })
  }
  const other = await place.newClient()
  await assert.rejects(revoke(two.RefreshToken, other.clientId), { name: 'UnauthorizedException' })
  await assert.rejects(revoke(two.RefreshToken, 'a1b2c3d4e5'), { name: 'UnauthorizedException' })
  await renew(place, two.RefreshToken)
})

test('a client with a secret proves it to revoke and to renew', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const { clientId: ClientId, secret = '' } = await place.newClient({ GenerateSecret: true })
  const { createHmac } = await import('node:crypto')
  const SECRET_HASH = createHmac('sha256', secret).update(`jane${ClientId}`).digest('base64')
  const { AuthenticationResult } = await place.cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME: 'jane', PASSWORD, SECRET_HASH },
    }),
  )
  const Token = AuthenticationResult?.RefreshToken
  const revoke = (given: object) => place.cognito.send(new RevokeTokenCommand({ ClientId, Token, ...given }))
  const get = (given: object) =>
    place.cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken: Token, ...given }))
  await assert.rejects(get({}), { name: 'NotAuthorizedException', message: /secret was not received/ })
  await assert.rejects(get({ ClientSecret: 'x'.repeat(51) }), {
    name: 'NotAuthorizedException',
    message: /verify secret/,
  })
  assert.ok((await get({ ClientSecret: secret })).AuthenticationResult?.AccessToken)
  for (const given of [{}, { ClientSecret: 'x'.repeat(51) }]) {
    await assert.rejects(revoke(given), { name: 'UnauthorizedException' })
  }
  await revoke({ ClientSecret: secret })
  await assert.rejects(get({ ClientSecret: secret }), refreshRevoked)
})

test('a deleted user’s token signs nobody out, and what was ended is forgotten once no token of it can be about', async () => {
  await using place = await signInPlace({
    client: { RefreshTokenValidity: 1, TokenValidityUnits: { RefreshToken: 'hours' } },
  })
  await place.addUser('jane')
  const { AccessToken } = await tokens(place)
  await place.cognito.send(new GlobalSignOutCommand({ AccessToken }))
  const kept = async () => (await place.pools.store.find(endedSignIns, { limit: 10 })).docs
  assert.equal((await kept()).length, 1)
  await place.cognito.send(new AdminDeleteUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  await assert.rejects(place.cognito.send(new GlobalSignOutCommand({ AccessToken })), revoked)
  const day = 24 * 3_600_000
  place.pools.clock.advance(2 * day + 1)
  place.pools.start()
  const until = Date.now() + 5000
  while ((await kept()).length > 0 && Date.now() < until) await new Promise((resolve) => setImmediate(resolve))
  assert.equal((await kept()).length, 0)
})
