import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { aliases, users } from '../storage/collections.ts'
import { claimAliases } from './aliases.ts'
import type { FoundUser } from './find-user.ts'
import type { UserDoc } from './user.ts'
import { aliasKey, userKeyOf } from './user-key.ts'

/**
 * Stores a new user.
 * @throws UsernameExistsException where the name, or an address that the pool signs in by, belongs to somebody; also, as
 * observed where an administrator creates a user, where a verified alias does and `forceAliases` is not set.
 */
export async function insertUser(
  tx: Transaction,
  pool: PoolDoc,
  user: UserDoc,
  options: { forceAliases?: boolean } = {},
): Promise<FoundUser> {
  const key = userKeyOf(pool, user.username)
  if (await tx.get(users, [pool.id, key])) throw errors.usernameExists()
  for (const name of pool.usernameAttributes as ('email' | 'phone_number')[]) {
    const value = user.attributes[name]
    if (value === undefined) continue
    const at = aliasKey(pool, name, value)
    if (await tx.get(aliases, at)) throw errors.accountExistsWith(name)
    tx.insert(aliases, at, { userKey: key })
  }
  tx.insert(aliases, aliasKey(pool, 'sub', user.sub), { userKey: key })
  await claimAliases(tx, pool, key, user, options.forceAliases ?? false, errors.accountExistsWith)
  tx.insert(users, [pool.id, key], user)
  tx.add(['users', pool.id], 1)
  return { key, user }
}
