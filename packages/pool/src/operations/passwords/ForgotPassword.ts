import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { issueCode } from '../../codes/issue-code.ts'
import { countTry } from '../../codes/limits.ts'
import { codeRules } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { enqueueMessage } from '../../messages/enqueue.ts'
import { pretendedDelivery } from '../../messages/pretended-delivery.ts'
import { deliveryDetails, recoveryRoute } from '../../messages/route.ts'
import { asClient } from '../../operation.ts'
import { findUser } from '../../users/find-user.ts'

/** Starts a password reset: a code goes to the verified address that the pool's recovery setting prefers. */
export const ForgotPassword = asClient('ForgotPassword', async ({ context, call, pool, client }, input) => {
  const { requests } = codeRules.ResetPassword
  const answer = await context.store.transaction(async (tx) => {
    const found = await findUser(tx, pool, input.Username)
    const hides = hidesMissingUsers(client)
    if (!found) {
      if (hides) return pretendedDelivery(context, pool, input.Username, 'reset')
      throw errors.combinationNotFound()
    }
    const { key, user } = found
    if (!user.enabled) throw errors.userDisabled()
    if (user.status === 'FORCE_CHANGE_PASSWORD') throw errors.resetNotPossible()
    const route = recoveryRoute(pool, user.attributes)
    if (!route) throw errors.noRecoveryRoute()
    const counted = { poolId: pool.id, userKey: key, limit: requests.limit }
    const allowed = await countTry(tx, context.environment, counted, requests.perHour(context.settings))
    if (!allowed) throw errors.tooManyTries()
    const owner = { poolId: pool.id, userKey: key, sub: user.sub }
    const issued = await issueCode(tx, context, owner, 'ResetPassword', route.attribute)
    enqueueMessage(
      tx,
      context,
      { pool, call, found },
      {
        id: issued.messageId,
        reason: 'ForgotPassword',
        route,
        secret: issued.code,
        secretExpiresAt: issued.expiresAt,
        clientId: client.id,
        clientMetadata: input.ClientMetadata,
        operation: 'ForgotPassword',
      },
    )
    return deliveryDetails(route)
  })
  return { CodeDeliveryDetails: answer }
})
