import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { countTry } from '../../codes/limits.ts'
import { codeRules } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { pretendedDelivery } from '../../messages/pretended-delivery.ts'
import { recoveryRoute } from '../../messages/recovery-route.ts'
import { sendCode } from '../../messages/send-code.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asClient } from '../../operation.ts'
import { findUser } from '../../users/find-user.ts'
import { userKeyOf } from '../../users/user-key.ts'

/**
 * Starts a password reset: a code goes to the verified address that the pool's recovery setting prefers. Where the client hides
 * who exists, AWS documents the same answer for a user who does not exist, is disabled, or has no such address.
 */
export const ForgotPassword = asClient('ForgotPassword', async ({ context, call, pool, client }, input) => {
  const { requests } = codeRules.ResetPassword
  const answer = await sendingTransaction(context, pool, async (tx) => {
    const found = await findUser(tx, pool, input.Username)
    const hides = hidesMissingUsers(client)
    if (!found && !hides) throw errors.combinationNotFound()
    const owner = { poolId: pool.id, userKey: found?.key ?? userKeyOf(pool, input.Username) }
    if (found?.user.enabled === false && !hides) throw errors.userDisabled()
    if (found?.user.status === 'FORCE_CHANGE_PASSWORD') throw errors.resetNotPossible()
    const route = found?.user.enabled ? recoveryRoute(pool, found.user) : undefined
    if (!route && !hides) throw errors.noRecoveryRoute()
    if (!(await countTry(tx, context, owner, requests))) throw errors.tooManyTries()
    if (!found || !route) return pretendedDelivery(context, pool, input.Username, 'reset')
    return sendCode(
      tx,
      { context, pool, call, found },
      {
        purpose: 'ResetPassword',
        reason: 'ForgotPassword',
        route,
        clientId: client.id,
        clientMetadata: input.ClientMetadata,
        operation: 'ForgotPassword',
      },
    )
  })
  return { CodeDeliveryDetails: answer }
})
