import type { Transaction } from '@herald/storage'
import type { CodePurpose } from '../codes/code.ts'
import { dropCode } from '../codes/drop-code.ts'
import { codeRules, passwordChanges } from '../codes/purposes.ts'
import type { PoolContext } from '../context.ts'
import { leaveAll } from '../groups/membership.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { limits, lockouts, risks, users } from '../storage/collections.ts'
import { releaseAliases } from './aliases.ts'
import type { FoundUser } from './find-user.ts'
import { endInvitations } from './invitations.ts'

/** Deletes a user and what is kept of them. Tokens die with the user: each use looks the user up by sub. */
export async function deleteUser(
  tx: Transaction,
  context: PoolContext,
  pool: PoolDoc,
  found: FoundUser,
): Promise<void> {
  const { key, user } = found
  await releaseAliases(tx, pool, key, user)
  for (const purpose of Object.keys(codeRules) as CodePurpose[]) {
    await dropCode(tx, context, { poolId: pool.id, userKey: key }, purpose)
  }
  endInvitations(tx, context, user, 'superseded')
  const counts = Object.values(codeRules).flatMap((rule) => [rule.guesses.limit, rule.requests.limit])
  for (const limit of new Set([...counts, passwordChanges.limit])) tx.delete(limits, [pool.id, key, limit])
  leaveAll(tx, pool, key, user)
  tx.delete(lockouts, [pool.id, key])
  tx.delete(risks, [pool.id, key])
  tx.delete(users, [pool.id, key])
  tx.add(['users', pool.id], -1)
}
