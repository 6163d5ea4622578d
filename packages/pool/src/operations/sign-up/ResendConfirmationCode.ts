import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { issueCode } from '../../codes/issue-code.ts'
import { countTry } from '../../codes/limits.ts'
import { codeRules } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { enqueueMessage } from '../../messages/enqueue.ts'
import { pretendedDelivery } from '../../messages/pretended-delivery.ts'
import { deliveryDetails, signUpRoute } from '../../messages/route.ts'
import { asClient } from '../../operation.ts'
import { findUser } from '../../users/find-user.ts'

/** Sends a new code for a sign-up; the earlier one stops being good. */
export const ResendConfirmationCode = asClient(
  'ResendConfirmationCode',
  async ({ context, call, pool, client }, input) => {
    const { requests } = codeRules.ConfirmSignUp
    const answer = await context.store.transaction(async (tx) => {
      const found = await findUser(tx, pool, input.Username)
      if (!found) {
        if (hidesMissingUsers(client)) return pretendedDelivery(context, pool, input.Username, 'sign-up')
        throw errors.combinationNotFound()
      }
      const { key, user } = found
      if (user.status !== 'UNCONFIRMED') throw errors.alreadyConfirmed()
      const route = signUpRoute(pool, user.attributes)
      if (!route) throw errors.noAutoVerification()
      const counted = { poolId: pool.id, userKey: key, limit: requests.limit }
      const allowed = await countTry(tx, context.environment, counted, requests.perHour(context.settings))
      if (!allowed) throw errors.tooManyTries()
      const owner = { poolId: pool.id, userKey: key, sub: user.sub }
      const issued = await issueCode(tx, context, owner, 'ConfirmSignUp', route.attribute)
      enqueueMessage(
        tx,
        context,
        { pool, call, found },
        {
          id: issued.messageId,
          reason: 'ResendCode',
          route,
          secret: issued.code,
          secretExpiresAt: issued.expiresAt,
          clientId: client.id,
          clientMetadata: input.ClientMetadata,
          operation: 'ResendConfirmationCode',
        },
      )
      return deliveryDetails(route)
    })
    return { CodeDeliveryDetails: answer }
  },
)
