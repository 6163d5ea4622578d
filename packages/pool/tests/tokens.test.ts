import assert from 'node:assert/strict'
import { createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import {
  AdminDeleteUserCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal, region } from './compose.ts'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const MINUTE = 60_000
const DAY = 86_400_000

interface Jwks {
  keys: { kid: string; alg: string; kty: string; use: string; n: string; e: string }[]
}

function parts(token: string) {
  const [header = '', body = '', signature = ''] = token.split('.')
  const json = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString())
  return { header: json(header), claims: json(body), signed: `${header}.${body}`, signature }
}

/** Fetches the keys below the token's own issuer and verifies the token with them, as its recipients do. */
async function verified(token: string) {
  const { header, claims, signed, signature } = parts(token)
  const { keys } = (await (await fetch(`${claims.iss}/.well-known/jwks.json`)).json()) as Jwks
  const key = keys.find(({ kid }) => kid === header.kid)
  assert.ok(key, 'the key is published')
  const { kty, n, e } = key
  const publicKey = createPublicKey({ key: { kty, n, e }, format: 'jwk' })
  assert.ok(verify('sha256', Buffer.from(signed), publicKey, Buffer.from(signature, 'base64url')))
  return { header, claims }
}

const getUser = (place: SignInPlace, AccessToken: string) => place.cognito.send(new GetUserCommand({ AccessToken }))
const renew = (
  place: SignInPlace,
  token: string,
  clientId = place.clientId,
  AuthFlow = 'REFRESH_TOKEN_AUTH' as const,
) =>
  place.cognito.send(
    new InitiateAuthCommand({ AuthFlow, ClientId: clientId, AuthParameters: { REFRESH_TOKEN: token } }),
  )

test('a sign-in gives tokens with the claims that AWS documents, of the right types', async () => {
  await using place = await signInPlace({ pool: { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] } })
  await place.addUser('jane', {
    attributes: { email: 'jane@example.com', email_verified: 'true', 'custom:tenant': 'a' },
  })
  const answer = await place.signIn('jane')
  assert.deepEqual(answer.ChallengeParameters, {})
  assert.equal(answer.ChallengeName, undefined)
  const { IdToken = '', AccessToken = '', RefreshToken = '', ExpiresIn, TokenType } = answer.AuthenticationResult!
  assert.deepEqual({ ExpiresIn, TokenType }, { ExpiresIn: 3600, TokenType: 'Bearer' })

  const now = Date.UTC(2030, 0, 1) / 1000
  const id = await verified(IdToken)
  const access = await verified(AccessToken)
  assert.deepEqual(Object.keys(id.header).sort(), ['alg', 'kid'])
  assert.equal(id.header.alg, 'RS256')
  assert.notEqual(id.header.kid, access.header.kid)
  const { sub, jti, event_id, origin_jti } = id.claims
  assert.deepEqual(id.claims, {
    sub,
    email: 'jane@example.com',
    email_verified: true,
    'custom:tenant': 'a',
    iss: `${place.pools.url}/${place.poolId}`,
    'cognito:username': 'jane',
    origin_jti,
    aud: place.clientId,
    event_id,
    token_use: 'id',
    auth_time: now,
    exp: now + 3600,
    iat: now,
    jti,
  })
  assert.deepEqual(access.claims, {
    sub,
    iss: id.claims.iss,
    client_id: place.clientId,
    origin_jti,
    event_id,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: now,
    exp: now + 3600,
    iat: now,
    jti: access.claims.jti,
    username: 'jane',
  })
  for (const value of [sub, jti, event_id, origin_jti, access.claims.jti]) assert.match(value, uuid)
  assert.notEqual(jti, access.claims.jti)
  assert.notEqual(RefreshToken.split('.').length, 3)
})

test('lifetimes follow the client, with its units', async () => {
  await using place = await signInPlace({
    client: {
      AccessTokenValidity: 10,
      RefreshTokenValidity: 90,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours', RefreshToken: 'minutes' },
      IdTokenValidity: 1,
      EnableTokenRevocation: false,
      ReadAttributes: ['email'],
    },
  })
  await place.addUser('jane', { attributes: { email: 'jane@example.com', name: 'Jane' } })
  const { AuthenticationResult } = await place.signIn('jane')
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult!
  assert.equal(AuthenticationResult?.ExpiresIn, 600)
  const { claims: id } = parts(IdToken)
  const { claims: access } = parts(AccessToken)
  assert.equal(access.exp - access.iat, 600)
  assert.equal(id.exp - id.iat, 3600)
  // Without revocation no origin_jti; attributes that the client may not read stay out.
  assert.ok(!('origin_jti' in id) && !('origin_jti' in access))
  assert.ok(!('name' in id) && id.email === 'jane@example.com')

  assert.equal((await getUser(place, AccessToken)).Username, 'jane')
  place.pools.clock.advance(10 * MINUTE)
  await assert.rejects(getUser(place, AccessToken), refusal('NotAuthorizedException', 'Access Token has expired'))
  const renewed = await renew(place, RefreshToken)
  await getUser(place, renewed.AuthenticationResult!.AccessToken!)
  place.pools.clock.advance(80 * MINUTE)
  await assert.rejects(renew(place, RefreshToken), refusal('NotAuthorizedException', 'Refresh Token has expired'))
})

test('a renewal keeps when and how the sign-in began, and gives no new refresh token', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const first = (await place.signIn('jane')).AuthenticationResult!
  place.pools.clock.advance(DAY)
  const answer = await renew(place, first.RefreshToken!)
  assert.equal(answer.AuthenticationResult?.RefreshToken, undefined)
  const before = parts(first.IdToken!).claims
  const { claims } = await verified(answer.AuthenticationResult!.IdToken!)
  assert.equal(claims.auth_time, before.auth_time)
  assert.equal(claims.origin_jti, before.origin_jti)
  assert.notEqual(claims.jti, before.jti)
  assert.equal(claims.iat, before.iat + DAY / 1000)
})

test('refresh tokens are good for their own client only, and while the user is', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const { RefreshToken = '', AccessToken = '', IdToken = '' } = (await place.signIn('jane')).AuthenticationResult!
  const other = await place.newClient()
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token')
  await assert.rejects(renew(place, RefreshToken, other.clientId), invalid)
  await assert.rejects(renew(place, `${RefreshToken}x`), invalid)
  await assert.rejects(renew(place, IdToken), invalid)
  const closed = await place.newClient({ ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] })
  const { AuthenticationResult } = await place.signIn('jane', PASSWORD, closed.clientId)
  await assert.rejects(
    renew(place, AuthenticationResult!.RefreshToken!, closed.clientId),
    refusal('InvalidParameterException', 'Auth flow not enabled for this client'),
  )
  await place.cognito.send(new AdminDeleteUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  await assert.rejects(renew(place, RefreshToken), invalid)
  await assert.rejects(getUser(place, AccessToken), refusal('UserNotFoundException', 'User does not exist.'))
  // Not even when somebody takes the name again.
  await place.addUser('jane')
  await assert.rejects(renew(place, RefreshToken), invalid)
  await assert.rejects(getUser(place, AccessToken), refusal('UserNotFoundException', 'User does not exist.'))
})

test("a user name that looks like another's sub gets at nothing of theirs", async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const { AccessToken = '' } = (await place.signIn('jane')).AuthenticationResult!
  const { sub } = parts(AccessToken).claims
  await place.cognito.send(new SignUpCommand({ ClientId: place.clientId, Username: sub, Password: 'Other-passw0rd' }))
  assert.equal((await getUser(place, AccessToken)).Username, 'jane')
})

test('tokens that were changed, or are none, are refused', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const { AccessToken = '', IdToken = '' } = (await place.signIn('jane')).AuthenticationResult!
  const [header = '', body = '', signature = ''] = AccessToken.split('.')
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const { header: head, claims } = parts(AccessToken)
  const otherUser = part({ ...claims, exp: claims.exp + 9999 })
  const broken = [
    IdToken,
    `${header}.${otherUser}.${signature}`,
    `${part({ ...head, alg: 'none' })}.${body}.`,
    `${part({ ...head, alg: 'none' })}.${body}.${signature}`,
    `${part({ ...head, alg: 'HS256' })}.${body}.${signature}`,
    `${part({ ...head, kid: 'x' })}.${body}.${signature}`,
    `${header}.${part({ ...claims, iss: 'nowhere' })}.${signature}`,
    `${header}.${part(null)}.${signature}`,
    `${header}.${body}`,
    `${AccessToken}.${signature}`,
    `${header}.${body}.${signature.slice(0, -4)}AAAA`,
    'abc',
    '...',
    'bnVsbA.bnVsbA.bnVsbA',
  ]
  for (const token of broken) {
    await assert.rejects(getUser(place, token), refusal('NotAuthorizedException', 'Invalid Access Token'))
  }
  assert.equal((await getUser(place, AccessToken)).Username, 'jane')
})

test('keys are made once, published at their place, and the discovery document leads to them', async () => {
  await using place = await signInPlace()
  const base = `${place.pools.url}/${place.poolId}/.well-known`
  const fetched = await Promise.all(Array.from({ length: 8 }, async () => (await fetch(`${base}/jwks.json`)).text()))
  assert.equal(new Set(fetched).size, 1)
  const { keys } = JSON.parse(fetched[0]!) as Jwks
  assert.equal(keys.length, 2)
  for (const key of keys) {
    assert.deepEqual(Object.keys(key).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use'])
    assert.equal(Buffer.from(key.n, 'base64url').length, 256)
  }
  const discovery = (await (await fetch(`${base}/openid-configuration`)).json()) as Record<string, string>
  assert.equal(discovery.issuer, `${place.pools.url}/${place.poolId}`)
  assert.equal(discovery.jwks_uri, `${base}/jwks.json`)
  const missing = await fetch(`${place.pools.url}/${region}_Nowhere12/.well-known/jwks.json`)
  assert.equal(missing.status, 404)
  assert.deepEqual(await missing.json(), { message: `User pool ${region}_Nowhere12 does not exist.` })
})

test("with the setting `issuer: 'aws'` tokens name the issuer that AWS documents, and still work here", async () => {
  await using place = await signInPlace({ settings: { settings: { issuer: 'aws' } } })
  await place.addUser('jane')
  const { AccessToken = '' } = (await place.signIn('jane')).AuthenticationResult!
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${place.poolId}`
  assert.equal(parts(AccessToken).claims.iss, issuer)
  const found = await fetch(`${place.pools.url}/${place.poolId}/.well-known/openid-configuration`)
  assert.equal(((await found.json()) as { issuer: string }).issuer, issuer)
  assert.equal((await getUser(place, AccessToken)).Username, 'jane')
})
