import type { ServiceError } from '@herald/protocol'
import { countTry } from '../../codes/limits.ts'
import { passwordChanges } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { asUser, type UserScope } from '../../operation.ts'
import { checkPassword } from '../../pools/password-policy.ts'
import { refuseWhileLocked, takeVerdict } from '../../sign-in/lockout.ts'
import { passwordMatches, setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/** A password that changes while it is compared is compared again, this often. */
const MOST_COMPARISONS = 3

/**
 * Changes the signed-in user's password. A wrong previous one counts as at sign-in, and locks as there. A proposed one against
 * the policy costs no try. AWS documents that a user without a password names no previous one.
 */
export const ChangePassword = asUser('ChangePassword', async (scope, input) => {
  checkPassword(scope.pool, input.ProposedPassword)
  for (let i = 0; i < MOST_COMPARISONS; i++) {
    const outcome = await tryChange(scope, input.PreviousPassword, input.ProposedPassword)
    if (outcome === 'changed') return {}
    if (outcome !== 'outrun') throw outcome
  }
  throw errors.wrongPassword()
})

async function tryChange(
  scope: UserScope,
  previous: string | undefined,
  proposed: string,
): Promise<'changed' | 'outrun' | ServiceError> {
  const { context, pool, found } = scope
  const owner = { poolId: pool.id, userKey: found.key }
  await refuseWhileLocked(context, owner)
  const before = (await context.store.get(users, [pool.id, found.key])) ?? found.user
  const compared = before.sealedPassword
  if (compared !== undefined && previous === undefined) throw errors.missingParameter('PreviousPassword')
  const right = compared === undefined || (await passwordMatches(context, pool, before, previous ?? ''))
  const sealedPassword = await setPassword(context, pool, before, proposed)
  return context.store.transaction(async (tx) => {
    const { key, user } = await signedInUser(tx, scope)
    if (user.sealedPassword !== compared) return 'outrun'
    if (!(await countTry(tx, context, owner, passwordChanges))) return errors.tooManyTries()
    const refused = await takeVerdict(tx, context, owner, right)
    if (refused) return refused
    tx.put(users, [pool.id, key], { ...user, sealedPassword, modifiedAt: context.environment.clock.now() })
    return 'changed'
  })
}
