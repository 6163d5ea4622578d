import type { AuthenticationResultType } from '@herald/protocol/cognito-idp'
import { tokenLifetimes } from '../clients/token-validity.ts'
import type { PoolContext } from '../context.ts'
import { groupsOf } from '../groups/groups-of.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import type { FoundUser } from '../users/find-user.ts'
import { accessTokenClaims, idTokenClaims, type TokenFacts } from './claims.ts'
import { issuerOf } from './issuer.ts'
import { type SigningKey, signingKeysOf } from './signing-keys.ts'
import type { RefreshTokenDoc } from './token.ts'

export interface TokenRequest {
  pool: PoolDoc
  client: ClientDoc
  found: FoundUser
  /** The sign-in that the tokens belong to (see refresh-tokens.ts). */
  signIn: RefreshTokenDoc
  /** Handed out at a sign-in; a renewal keeps the one the client has. */
  refreshToken?: string
  /** Where the request was sent to: the local issuer. */
  endpoint: string
  /** AWS's `event_id`: the same in both tokens of one issue. */
  eventId: string
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function sign(context: PoolContext, key: SigningKey, claims: Record<string, unknown>): Promise<string> {
  const text = `${part({ kid: key.kid, alg: 'RS256' })}.${part(claims)}`
  const signature = await context.cryptography.signRs256(key, text)
  return `${text}.${signature.toString('base64url')}`
}

/** Signs the tokens of a sign-in or of its renewal. Call it outside of transactions. */
export async function issueTokens(context: PoolContext, request: TokenRequest): Promise<AuthenticationResultType> {
  const { pool, client, found, signIn, refreshToken } = request
  const { clock, random } = context.environment
  const lifetimes = tokenLifetimes(client.settings)
  const issuedAt = Math.floor(clock.now() / 1000)
  const facts: TokenFacts = {
    issuer: issuerOf(context, pool, request.endpoint),
    client,
    user: found.user,
    authTime: Math.floor(signIn.authenticatedAt / 1000),
    issuedAt,
    originJti: client.settings.EnableTokenRevocation === false ? undefined : signIn.originJti,
    eventId: request.eventId,
    groups: await groupsOf(context.store, found.user),
  }
  const keys = await signingKeysOf(context, pool.id)
  const [IdToken, AccessToken] = await Promise.all([
    sign(context, keys.id, idTokenClaims(facts, issuedAt + lifetimes.id, random.uuid())),
    sign(context, keys.access, accessTokenClaims(facts, issuedAt + lifetimes.access, random.uuid())),
  ])
  return {
    AccessToken,
    ExpiresIn: lifetimes.access,
    TokenType: 'Bearer',
    ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
    IdToken,
  }
}
