import type { Environment } from '@herald/environment'
import type { Transaction } from '@herald/storage'
import { limits } from '../storage/collections.ts'

/** When something was tried, newest last; only the current hour. */
export interface LimitDoc {
  tries: number[]
  expiresAt: number
}

const HOUR = 3_600_000

/**
 * Counts a try of `limit`, at most `perHour` within any hour.
 * @returns false, and counts nothing, where the limit is reached.
 */
export async function countTry(
  tx: Transaction,
  environment: Environment,
  key: { poolId: string; userKey: string; limit: string },
  perHour: number,
): Promise<boolean> {
  const now = environment.clock.now()
  const at = [key.poolId, key.userKey, key.limit]
  const kept = await tx.get(limits, at)
  const tries = (kept?.tries ?? []).filter((time) => time > now - HOUR && time <= now)
  if (tries.length >= perHour) return false
  tries.push(now)
  tx.put(limits, at, { tries, expiresAt: now + HOUR })
  return true
}
