import type { Call } from '@herald/protocol'
import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import { pools } from '../storage/collections.ts'
import type { PoolDoc } from './pool.ts'

/**
 * The pool of this id. As on AWS a signed request finds only the pools of its own region and account. A request without a
 * signature names no region, and takes the pool by its id, which carries the region.
 * @throws ResourceNotFoundException
 */
export async function requirePool(reader: Reader, call: Call, userPoolId: string): Promise<PoolDoc> {
  const pool = await reader.get(pools, [userPoolId])
  if (!pool || !within(pool, call)) throw errors.poolNotFound(userPoolId)
  return pool
}

function within(pool: PoolDoc, call: Call): boolean {
  if (call.caller.kind === 'anonymous') return true
  // A function may run under a role of any account; its pool is that of the endpoint it calls.
  return pool.region === call.region && (call.caller.kind !== 'account' || pool.accountId === call.accountId)
}
