import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { aliases, clients, pools, signingKeys, users } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { aliasKey } from '../users/user-key.ts'
import { ADMIN_SCOPE } from './claims.ts'
import { isEnded } from './ended-sign-ins.ts'
import { poolIdOfIssuer } from './issuer.ts'

export interface VerifiedAccessToken {
  pool: PoolDoc
  client: ClientDoc
  found: FoundUser
  accessToken: { scopes: string[]; originJti: string }
}

interface Claims {
  iss: string
  sub: string
  client_id: string
  token_use: string
  scope: string
  exp: number
  iat: number
  jti: string
  origin_jti?: string
}

function jsonOf(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString())
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    // Falls through: what is no JSON is no token.
  }
  throw errors.invalidAccessToken()
}

function claimsOf(part: string): Claims {
  const claims = jsonOf(part)
  const texts = ['iss', 'sub', 'client_id', 'token_use', 'scope', 'jti']
  if (
    !texts.every((name) => typeof claims[name] === 'string') ||
    typeof claims.exp !== 'number' ||
    typeof claims.iat !== 'number'
  ) {
    throw errors.invalidAccessToken()
  }
  return claims as unknown as Claims
}

const parsedKeys = new Map<string, KeyObject>()
const MOST_KEYS = 200

function publicKey(n: string, e: string): KeyObject {
  const known = parsedKeys.get(n)
  if (known) return known
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
  const oldest = parsedKeys.keys().next()
  if (parsedKeys.size >= MOST_KEYS && !oldest.done) parsedKeys.delete(oldest.value)
  parsedKeys.set(n, key)
  return key
}

function signatureFits(key: KeyObject, text: string, signature: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    verify('sha256', Buffer.from(text), key, signature, (error, fits) => resolve(!error && fits))
  })
}

/**
 * Who an access token speaks for: signed by the pool's access key, not expired by Herald's clock, of a sign-in that was not
 * ended and a user who still is there and enabled, and good for the user's own operations. The issuer's address is not compared (see issuer.ts).
 * @throws NotAuthorizedException | UserNotFoundException
 */
export async function verifyAccessToken(context: PoolContext, token: string): Promise<VerifiedAccessToken> {
  const { store, environment } = context
  const [header, body, signature, ...rest] = token.split('.')
  if (!header || !body || !signature || rest.length > 0) throw errors.invalidAccessToken()
  const { alg, kid } = jsonOf(header)
  const claims = claimsOf(body)
  const poolId = poolIdOfIssuer(claims.iss)
  const key = (await store.get(signingKeys, [poolId]))?.keys.find((one) => one.use === 'access' && one.kid === kid)
  if (alg !== 'RS256' || !key) throw errors.invalidAccessToken()
  const fits = await signatureFits(publicKey(key.n, key.e), `${header}.${body}`, Buffer.from(signature, 'base64url'))
  if (!fits || claims.token_use !== 'access') throw errors.invalidAccessToken()
  if (claims.exp * 1000 <= environment.clock.now()) throw errors.accessTokenExpired()

  const pool = await store.get(pools, [poolId])
  const client = await store.get(clients, [claims.client_id])
  if (!pool || client?.poolId !== poolId) throw errors.invalidAccessToken()
  const found = await userOfSub(context, pool, claims.sub)
  if (!found) throw errors.userNotFound()
  if (await isRevoked(context, pool, found, claims)) throw errors.accessTokenRevoked()
  if (!found.user.enabled) throw errors.userDisabled()
  const scopes = claims.scope.split(' ')
  if (!scopes.includes(ADMIN_SCOPE)) throw errors.scopeMissing()
  return { pool, client, found, accessToken: { scopes, originJti: claims.origin_jti ?? claims.jti } }
}

/** A token of a client without token revocation names no sign-in; the last sign-out everywhere ends what is not younger. */
async function isRevoked({ store }: PoolContext, pool: PoolDoc, { user }: FoundUser, claims: Claims): Promise<boolean> {
  if (claims.origin_jti !== undefined) return isEnded(store, pool.id, claims.origin_jti)
  return user.signedOutAt !== undefined && claims.iat * 1000 <= user.signedOutAt
}

/** By `sub` only: a user name that looks like another's `sub` finds nobody here. */
async function userOfSub({ store }: PoolContext, pool: PoolDoc, sub: string): Promise<FoundUser | undefined> {
  const alias = await store.get(aliases, aliasKey(pool, 'sub', sub))
  const user = alias && (await store.get(users, [pool.id, alias.userKey]))
  return user?.sub === sub ? { key: alias!.userKey, user } : undefined
}
