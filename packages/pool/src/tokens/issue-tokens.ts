import type { Call } from '@herald/protocol'
import type { AuthenticationResultType } from '@herald/protocol/cognito-idp'
import { tokenLifetimes } from '../clients/token-validity.ts'
import type { PoolContext } from '../context.ts'
import { groupsOf } from '../groups/groups-of.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { preTokenGeneration, type TokenSource } from '../triggers/token-generation.ts'
import type { FoundUser } from '../users/find-user.ts'
import { changedAccessClaims, changedIdClaims } from './changed-claims.ts'
import { ADMIN_SCOPE, accessTokenClaims, idTokenClaims, type TokenFacts } from './claims.ts'
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
  /** The request: where it was sent to is the local issuer, and its id is AWS's `event_id` in both tokens. */
  call: Call
  /** What the tokens are made for, and what the caller adds, for the pool's function of pre token generation. */
  source: TokenSource
  clientMetadata: Record<string, string> | undefined
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function sign(context: PoolContext, key: SigningKey, claims: Record<string, unknown>): Promise<string> {
  const text = `${part({ kid: key.kid, alg: 'RS256' })}.${part(claims)}`
  const signature = await context.cryptography.signRs256(key, text)
  return `${text}.${signature.toString('base64url')}`
}

/**
 * Signs the tokens of a sign-in or of its renewal, as the pool's function of pre token generation changes them. Call it outside
 * of transactions.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException
 */
export async function issueTokens(context: PoolContext, request: TokenRequest): Promise<AuthenticationResultType> {
  const { pool, client, found, signIn, refreshToken, call, source, clientMetadata } = request
  const { user } = found
  const groups = await groupsOf(context.store, user)
  const scopes = [ADMIN_SCOPE]
  const occasion = { pool, client, call, user, groups, scopes, source, clientMetadata }
  const changes = await preTokenGeneration(context, occasion)
  const { clock, random } = context.environment
  const lifetimes = tokenLifetimes(client.settings)
  const issuedAt = Math.floor(clock.now() / 1000)
  const facts: TokenFacts = {
    issuer: issuerOf(context, pool, call.endpoint),
    client,
    user,
    authTime: Math.floor(signIn.authenticatedAt / 1000),
    issuedAt,
    originJti: client.settings.EnableTokenRevocation === false ? undefined : signIn.originJti,
    eventId: call.requestId,
    groups,
  }
  const keys = await signingKeysOf(context, pool.id)
  const idClaims = idTokenClaims(facts, issuedAt + lifetimes.id, random.uuid())
  const accessClaims = accessTokenClaims(facts, issuedAt + lifetimes.access, random.uuid())
  const [IdToken, AccessToken] = await Promise.all([
    sign(context, keys.id, changes ? changedIdClaims(idClaims, changes) : idClaims),
    sign(context, keys.access, changes ? changedAccessClaims(accessClaims, changes) : accessClaims),
  ])
  return {
    AccessToken,
    ExpiresIn: lifetimes.access,
    TokenType: 'Bearer',
    ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }),
    IdToken,
  }
}
