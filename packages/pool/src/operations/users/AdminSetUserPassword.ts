import { dropCode } from '../../codes/drop-code.ts'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { checkPassword } from '../../pools/password-policy.ts'
import { setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { confirmed } from '../../users/confirmed.ts'
import { endInvitations } from '../../users/invitations.ts'
import { requireUser } from '../../users/require-user.ts'
import { temporaryPasswordExpiry } from '../../users/temporary-password.ts'

/** Sets a permanent password (the user becomes CONFIRMED) or a temporary one (FORCE_CHANGE_PASSWORD). */
export const AdminSetUserPassword = asAdmin('AdminSetUserPassword', async ({ context, pool }, input) => {
  checkPassword(pool, input.Password)
  const before = await requireUser(context.store, pool, input.Username)
  const sealedPassword = await setPassword(context, pool, before.user, input.Password)
  await context.store.transaction(async (tx) => {
    const user = await tx.get(users, [pool.id, before.key])
    if (!user || user.sub !== before.user.sub) throw errors.userNotFound()
    const { invitations: _invitations, ...kept } = user
    endInvitations(tx, context, user, 'superseded')
    // Either way nothing is left to be confirmed.
    await dropCode(tx, context, { poolId: pool.id, userKey: before.key }, 'ConfirmSignUp')
    const changed = input.Permanent
      ? { ...confirmed(tx, context, kept), sealedPassword }
      : {
          ...kept,
          sealedPassword,
          status: 'FORCE_CHANGE_PASSWORD' as const,
          temporaryPasswordExpiresAt: temporaryPasswordExpiry(context, pool),
          modifiedAt: context.environment.clock.now(),
        }
    tx.put(users, [pool.id, before.key], changed)
  })
  return {}
})
