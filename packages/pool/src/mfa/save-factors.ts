import type { PoolScope, UserScope } from '../operation.ts'
import { users } from '../storage/collections.ts'
import { requireUser } from '../users/require-user.ts'
import { signedInUser } from '../users/signed-in-user.ts'
import type { UserDoc } from '../users/user.ts'

/** Saves what `change` makes of the user whom an administrator names. @throws UserNotFoundException, and as `change` does */
export async function saveFactorsOf(
  { context, pool }: PoolScope,
  username: string,
  change: (user: UserDoc) => UserDoc,
): Promise<Record<string, never>> {
  await context.store.transaction(async (tx) => {
    const { key, user } = await requireUser(tx, pool, username)
    tx.put(users, [pool.id, key], { ...change(user), modifiedAt: context.environment.clock.now() })
  })
  return {}
}

/** The same for the signed-in user. */
export async function saveOwnFactors(
  scope: UserScope,
  change: (user: UserDoc) => UserDoc,
): Promise<Record<string, never>> {
  const { context, pool } = scope
  await context.store.transaction(async (tx) => {
    const { key, user } = await signedInUser(tx, scope)
    tx.put(users, [pool.id, key], { ...change(user), modifiedAt: context.environment.clock.now() })
  })
  return {}
}
