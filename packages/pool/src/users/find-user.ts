import type { Reader } from '@herald/storage'
import type { PoolDoc } from '../pools/pool.ts'
import { aliases, users } from '../storage/collections.ts'
import type { UserDoc } from './user.ts'
import { type AliasKind, aliasKey, userKeyOf } from './user-key.ts'

export interface FoundUser {
  key: string
  user: UserDoc
}

/** The kinds of alias that this pool signs in by. */
function aliasKinds(pool: PoolDoc): AliasKind[] {
  const named = [...pool.usernameAttributes, ...pool.aliasAttributes] as AliasKind[]
  return [...new Set<AliasKind>([...named, 'sub'])]
}

/** Finds a user by user name, by an alias of the pool, or by sub, as AWS documents for `Username`. */
export async function findUser(reader: Reader, pool: PoolDoc, username: string): Promise<FoundUser | undefined> {
  const key = userKeyOf(pool, username)
  const user = await reader.get(users, [pool.id, key])
  if (user) return { key, user }
  for (const kind of aliasKinds(pool)) {
    const alias = await reader.get(aliases, aliasKey(pool, kind, username))
    if (!alias) continue
    const owner = await reader.get(users, [pool.id, alias.userKey])
    if (owner) return { key: alias.userKey, user: owner }
  }
  return undefined
}
