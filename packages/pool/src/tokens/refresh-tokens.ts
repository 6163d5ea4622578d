import type { Reader, Transaction } from '@herald/storage'
import { tokenLifetimes } from '../clients/token-validity.ts'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { refreshTokens } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { isEnded } from './ended-sign-ins.ts'
import type { RefreshTokenDoc } from './token.ts'

/** AWS's are opaque, too. */
const TOKEN_BYTES = 48

const keyOf = (context: PoolContext, token: string) => [context.vault.mac('refresh-token', token)]

/** A sign-in that may be renewed. */
export interface StartedSignIn {
  refreshToken: string
  doc: RefreshTokenDoc
}

/** Begins a sign-in: keeps its refresh token, as a keyed hash. */
export function startSignIn(
  tx: Transaction,
  context: PoolContext,
  scope: { pool: PoolDoc; client: ClientDoc; found: FoundUser },
): StartedSignIn {
  const { random, clock } = context.environment
  const refreshToken = random.bytes(TOKEN_BYTES).toString('base64url')
  const now = clock.now()
  const doc: RefreshTokenDoc = {
    poolId: scope.pool.id,
    clientId: scope.client.id,
    userKey: scope.found.key,
    sub: scope.found.user.sub,
    authenticatedAt: now,
    expiresAt: now + tokenLifetimes(scope.client.settings).refresh * 1000,
    originJti: random.uuid(),
  }
  tx.insert(refreshTokens, keyOf(context, refreshToken), doc)
  return { refreshToken, doc }
}

/** A refresh token as it is kept, whatever became of it. */
export async function keptRefreshToken(
  reader: Reader,
  context: PoolContext,
  token: string,
): Promise<RefreshTokenDoc | undefined> {
  return reader.get(refreshTokens, keyOf(context, token))
}

/**
 * The sign-in that a refresh token continues.
 * @param rotatedOut what is thrown for a token whose place another one took.
 * @throws NotAuthorizedException where the token is unknown, another client's, revoked, or has expired.
 */
export async function findSignIn(
  reader: Reader,
  context: PoolContext,
  client: ClientDoc,
  token: string,
  rotatedOut: () => Error = errors.invalidRefreshToken,
): Promise<RefreshTokenDoc> {
  const now = context.environment.clock.now()
  const doc = await keptRefreshToken(reader, context, token)
  if (!doc || doc.clientId !== client.id || doc.poolId !== client.poolId) throw errors.invalidRefreshToken()
  if (doc.expiresAt <= now) throw errors.refreshTokenExpired()
  if (await isEnded(reader, doc.poolId, doc.originJti)) throw errors.refreshTokenRevoked()
  if (doc.goodUntil !== undefined && doc.goodUntil <= now) throw rotatedOut()
  return doc
}

/**
 * Gives a sign-in a new refresh token. AWS documents that it is good for as long as the one before would have been, and that
 * that one stays good for the client's RetryGracePeriodSeconds, counted from its first use; without them it is not (assumed).
 */
export function rotateRefreshToken(
  tx: Transaction,
  context: PoolContext,
  client: ClientDoc,
  token: string,
  signIn: RefreshTokenDoc,
): string {
  const { random, clock } = context.environment
  const grace = (client.settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0) * 1000
  const { goodUntil = clock.now() + grace, ...rest } = signIn
  const next = random.bytes(TOKEN_BYTES).toString('base64url')
  tx.put(refreshTokens, keyOf(context, token), { ...rest, goodUntil })
  tx.insert(refreshTokens, keyOf(context, next), rest)
  return next
}
