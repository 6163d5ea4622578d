import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { memberships, users } from '../storage/collections.ts'
import { requireUser } from '../users/require-user.ts'
import type { UserDoc } from '../users/user.ts'
import { requireGroup } from './require-group.ts'

/** Documented by AWS. */
const MOST_GROUPS = 100

/**
 * Puts a user into a group; one who is in it stays.
 * @throws UserNotFoundException | ResourceNotFoundException | InvalidParameterException where the user is in 100 groups.
 */
export async function join(tx: Transaction, pool: PoolDoc, username: string, groupName: string): Promise<void> {
  await requireGroup(tx, pool, groupName)
  const { key, user } = await requireUser(tx, pool, username)
  const names = user.groups ?? []
  if (names.includes(groupName)) return
  if (names.length >= MOST_GROUPS) throw errors.tooManyGroups()
  tx.put(users, [pool.id, key], { ...user, groups: [...names, groupName] })
  tx.put(memberships, [pool.id, groupName, key], { poolId: pool.id, groupName, userKey: key })
}

/** Takes a user out of a group; one who is not in it stays out. @throws UserNotFoundException | ResourceNotFoundException */
export async function leave(tx: Transaction, pool: PoolDoc, username: string, groupName: string): Promise<void> {
  await requireGroup(tx, pool, groupName)
  const { key, user } = await requireUser(tx, pool, username)
  if (!user.groups?.includes(groupName)) return
  tx.put(users, [pool.id, key], withoutGroup(user, groupName))
  tx.delete(memberships, [pool.id, groupName, key])
}

export function withoutGroup(user: UserDoc, groupName: string): UserDoc {
  return { ...user, groups: (user.groups ?? []).filter((name) => name !== groupName) }
}

/** Takes a user who is deleted out of all groups. */
export function leaveAll(tx: Transaction, pool: Pick<PoolDoc, 'id'>, key: string, user: UserDoc): void {
  for (const groupName of user.groups ?? []) tx.delete(memberships, [pool.id, groupName, key])
}
