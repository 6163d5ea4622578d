import type { Reader, Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { endedSignIns, refreshTokens, users } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import type { RefreshTokenDoc } from './token.ts'

/** Milliseconds: the longest that AWS lets an access or identity token live. */
const LONGEST_TOKEN = 24 * 3_600_000
const BATCH = 100

const keyOf = (poolId: string, originJti: string) => [poolId, originJti]

/** Ends a sign-in: its refresh tokens renew nothing any more, and its access tokens are refused as revoked. */
export function endSignIn(tx: Transaction, context: PoolContext, signIn: RefreshTokenDoc): void {
  const { poolId, originJti } = signIn
  const expiresAt = Math.max(signIn.expiresAt, context.environment.clock.now() + LONGEST_TOKEN)
  tx.put(endedSignIns, keyOf(poolId, originJti), { poolId, expiresAt })
}

export async function isEnded(reader: Reader, poolId: string, originJti: string): Promise<boolean> {
  return (await reader.get(endedSignIns, keyOf(poolId, originJti))) !== undefined
}

/**
 * Signs a user out everywhere: every sign-in that began until now is ended. Call it outside of transactions. It ends them a
 * bounded piece at a time; a refresh token that rotates meanwhile belongs to a sign-in that is ended all the same.
 */
export async function signOutEverywhere(context: PoolContext, poolId: string, found: FoundUser): Promise<void> {
  const { store, environment } = context
  const { key, user } = found
  await store.transaction(async (tx) => {
    const now = await tx.get(users, [poolId, key])
    if (now?.sub === user.sub) tx.put(users, [poolId, key], { ...now, signedOutAt: environment.clock.now() })
  })
  const where = [{ column: 'user', equals: `${poolId}/${key}` }]
  let after: string | undefined
  do {
    const page = await store.find(refreshTokens, { where, limit: BATCH, ...(after ? { after } : {}) })
    const own = page.docs.filter((signIn) => signIn.sub === user.sub)
    await store.transaction((tx) => {
      for (const signIn of own) endSignIn(tx, context, signIn)
    })
    after = page.next
  } while (after)
}
