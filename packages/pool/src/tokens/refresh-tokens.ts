import type { Reader, Transaction } from '@herald/storage'
import { tokenLifetimes } from '../clients/token-validity.ts'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { refreshTokens } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
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

/**
 * The sign-in that a refresh token continues.
 * @throws NotAuthorizedException where the token is unknown, another client's, or has expired.
 */
export async function findSignIn(
  reader: Reader,
  context: PoolContext,
  client: ClientDoc,
  token: string,
): Promise<RefreshTokenDoc> {
  const doc = await reader.get(refreshTokens, keyOf(context, token))
  if (!doc || doc.clientId !== client.id || doc.poolId !== client.poolId) throw errors.invalidRefreshToken()
  if (doc.expiresAt <= context.environment.clock.now()) throw errors.refreshTokenExpired()
  return doc
}
