import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  DescribeUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal } from './compose.ts'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const reused = refusal('RefreshTokenReuseException', /rotation/)

async function rotating(grace?: number): Promise<SignInPlace & { first: string }> {
  const place = await signInPlace({
    client: {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenValidity: 2,
      TokenValidityUnits: { RefreshToken: 'hours' },
      RefreshTokenRotation: {
        Feature: 'ENABLED',
        ...(grace === undefined ? {} : { RetryGracePeriodSeconds: grace }),
      },
    },
  })
  await place.addUser('jane')
  const { AuthenticationResult } = await place.signIn('jane')
  return Object.assign(place, { first: AuthenticationResult?.RefreshToken ?? '' })
}

async function next(place: SignInPlace, RefreshToken: string, ClientId = place.clientId) {
  const { AuthenticationResult } = await place.cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
  )
  const { AccessToken = '', IdToken = '', RefreshToken: rotated = '' } = AuthenticationResult ?? {}
  return { access: AccessToken, id: IdToken, refresh: rotated }
}
const claims = (token: string) => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

test('each renewal gives a new refresh token, and the one before is good no more', async () => {
  await using place = await rotating()
  const one = await next(place, place.first)
  assert.ok(one.refresh)
  assert.notEqual(one.refresh, place.first)
  await place.cognito.send(new GetUserCommand({ AccessToken: one.access }))
  await assert.rejects(next(place, place.first), reused)
  const two = await next(place, one.refresh)
  assert.equal(claims(two.id).origin_jti, claims(one.id).origin_jti)
  assert.equal(claims(two.id).auth_time, claims(one.id).auth_time)
  const described = await place.cognito.send(
    new DescribeUserPoolClientCommand({ UserPoolId: place.poolId, ClientId: place.clientId }),
  )
  assert.equal(described.UserPoolClient?.RefreshTokenRotation?.Feature, 'ENABLED')
})

test('within the grace period a client may try again', async () => {
  await using place = await rotating(30)
  await next(place, place.first)
  place.pools.clock.advance(29 * SECOND)
  const again = await next(place, place.first)
  // Trying again does not prolong it.
  place.pools.clock.advance(1 * SECOND)
  await assert.rejects(next(place, place.first), reused)
  await next(place, again.refresh)
})

test('rotation does not prolong a sign-in', async () => {
  await using place = await rotating()
  place.pools.clock.advance(HOUR)
  const { refresh } = await next(place, place.first)
  place.pools.clock.advance(HOUR)
  await assert.rejects(next(place, refresh), refusal('NotAuthorizedException', 'Refresh Token has expired'))
})

test('of fifty renewals at once with one token one succeeds', async () => {
  await using place = await rotating(0)
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => next(place, place.first)))
  const words = outcomes.map((one) => (one.status === 'fulfilled' ? 'renewed' : one.reason.name))
  assert.equal(words.filter((word) => word === 'renewed').length, 1)
  assert.equal(words.filter((word) => word === 'RefreshTokenReuseException').length, 49)
})

test('REFRESH_TOKEN_AUTH is refused, even where the client names no flows', async () => {
  await using place = await rotating()
  const { cognito, poolId: UserPoolId, clientId: ClientId } = place
  const renew = () =>
    cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId,
        AuthParameters: { REFRESH_TOKEN: place.first },
      }),
    )
  await assert.rejects(renew(), refusal('InvalidParameterException', 'Auth flow not enabled for this client'))
  const RefreshTokenRotation = { Feature: 'ENABLED' as const }
  await cognito.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, RefreshTokenRotation }))
  await assert.rejects(renew(), refusal('InvalidParameterException', /GetTokensFromRefreshToken/))
})

test('without rotation the operation renews and keeps the token', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const RefreshToken = (await place.signIn('jane')).AuthenticationResult?.RefreshToken ?? ''
  for (let i = 0; i < 2; i++) assert.equal((await next(place, RefreshToken)).refresh, '')
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token')
  await assert.rejects(next(place, `${RefreshToken}x`), invalid)
  await assert.rejects(next(place, RefreshToken, (await place.newClient()).clientId), invalid)
  await place.cognito.send(new AdminDisableUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  await assert.rejects(next(place, RefreshToken), { name: 'NotAuthorizedException' })
})

test('a revoked or signed-out sign-in is ended with all the tokens that it rotated through', async () => {
  await using place = await rotating(60)
  const one = await next(place, place.first)
  await place.cognito.send(new RevokeTokenCommand({ ClientId: place.clientId, Token: place.first }))
  const revoked = refusal('NotAuthorizedException', 'Refresh Token has been revoked')
  for (const token of [place.first, one.refresh]) await assert.rejects(next(place, token), revoked)
  const AccessToken = one.access
  await assert.rejects(place.cognito.send(new GetUserCommand({ AccessToken })), { name: 'NotAuthorizedException' })

  const second = (await place.signIn('jane')).AuthenticationResult?.RefreshToken ?? ''
  const race = Array.from({ length: 20 }, () => next(place, second))
  const signOut = place.cognito.send(new AdminUserGlobalSignOutCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  const outcomes = await Promise.allSettled(race)
  await signOut
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') await assert.rejects(next(place, outcome.value.refresh), revoked)
  }
})
