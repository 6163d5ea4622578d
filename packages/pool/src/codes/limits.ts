import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import type { PoolLimits } from '../settings.ts'
import { limits } from '../storage/collections.ts'

/** When something was tried, newest last; only the current hour. */
export interface LimitDoc {
  tries: number[]
  expiresAt: number
}

const HOUR = 3_600_000
/** What lies further ahead was counted under a clock that was moved since; less is another machine's clock. Milliseconds. */
const SKEW = 60_000

/** A count that a user's tries are kept by. Counts that share a name are one. */
export interface Limit {
  limit: string
  perHour: (settings: PoolLimits) => number
}

/**
 * Counts a try, at most so many within any hour.
 * @param owner who tries: a user, or a name that nobody has, where that must not be told.
 * @returns false, and counts nothing, where the limit is reached.
 */
export async function countTry(
  tx: Transaction,
  context: PoolContext,
  owner: { poolId: string; userKey: string },
  { limit, perHour }: Limit,
): Promise<boolean> {
  const at = [owner.poolId, owner.userKey, limit]
  const kept = await tx.get(limits, at)
  // Only now: while this one waited for its turn, others were counted.
  const now = context.environment.clock.now()
  const tries = (kept?.tries ?? []).filter((time) => time > now - HOUR && time <= now + SKEW)
  if (tries.length >= perHour(context.settings)) return false
  tries.push(now)
  tx.put(limits, at, { tries, expiresAt: now + HOUR })
  return true
}
