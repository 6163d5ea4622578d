import { errors } from '../../errors.ts'
import { recoveryRoute } from '../../messages/recovery-route.ts'
import { sendCode } from '../../messages/send-code.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asAdmin } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { requireUser } from '../../users/require-user.ts'

/**
 * Makes a user's password useless until it is reset, and sends the code for that. The user signs in again after
 * ConfirmForgotPassword. What `callerContext.clientId` says is assumed: as for AdminUpdateUserAttributes.
 */
export const AdminResetUserPassword = asAdmin('AdminResetUserPassword', async (scope, input) => {
  const { context, pool } = scope
  await sendingTransaction(context, pool, async (tx) => {
    const { key, user } = await requireUser(tx, pool, input.Username)
    if (!user.enabled) throw errors.userDisabled()
    // A user who never had a password of their own has none to reset.
    if (user.status === 'FORCE_CHANGE_PASSWORD' || user.status === 'UNCONFIRMED') throw errors.resetNotPossible()
    const route = recoveryRoute(pool, user)
    if (!route) throw errors.noRecoveryRoute()
    const reset = { ...user, status: 'RESET_REQUIRED' as const, modifiedAt: context.environment.clock.now() }
    tx.put(users, [pool.id, key], reset)
    await sendCode(
      tx,
      { ...scope, found: { key, user: reset } },
      {
        purpose: 'ResetPassword',
        reason: 'ForgotPassword',
        route,
        clientId: null,
        clientMetadata: input.ClientMetadata,
        operation: 'AdminResetUserPassword',
      },
    )
  })
  return {}
})
