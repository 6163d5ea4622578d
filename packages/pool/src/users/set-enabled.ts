import type { Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { users } from '../storage/collections.ts'
import type { FoundUser } from './find-user.ts'
import { requireUser } from './require-user.ts'

/** Disables or enables a user; one who is so already stays untouched. @throws UserNotFoundException */
export async function setEnabled(
  tx: Transaction,
  context: PoolContext,
  pool: PoolDoc,
  username: string,
  enabled: boolean,
): Promise<FoundUser> {
  const { key, user } = await requireUser(tx, pool, username)
  if (user.enabled === enabled) return { key, user }
  const changed = { ...user, enabled, modifiedAt: context.environment.clock.now() }
  tx.put(users, [pool.id, key], changed)
  return { key, user: changed }
}
