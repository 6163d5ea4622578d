import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { countTry } from '../../codes/limits.ts'
import { codeRules } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { pretendedDelivery } from '../../messages/pretended-delivery.ts'
import { signUpRoute } from '../../messages/route.ts'
import { sendCode } from '../../messages/send-code.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asClient } from '../../operation.ts'
import { findUser } from '../../users/find-user.ts'
import { userKeyOf } from '../../users/user-key.ts'

/**
 * Sends a new code for a sign-up; the earlier one stops being good. Where the client hides who exists, a name that nobody has,
 * and a user who is disabled, are answered and counted as any other, and nothing is sent.
 */
export const ResendConfirmationCode = asClient(
  'ResendConfirmationCode',
  async ({ context, call, pool, client }, input) => {
    const { requests } = codeRules.ConfirmSignUp
    const answer = await sendingTransaction(context, pool, async (tx) => {
      const found = await findUser(tx, pool, input.Username)
      const hides = hidesMissingUsers(client)
      if (!found && !hides) throw errors.combinationNotFound()
      const owner = { poolId: pool.id, userKey: found?.key ?? userKeyOf(pool, input.Username) }
      if (!found || (hides && !found.user.enabled)) {
        const pretended = pretendedDelivery(context, pool, input.Username, 'sign-up')
        if (!pretended) throw errors.noAutoVerification()
        if (!(await countTry(tx, context, owner, requests))) throw errors.tooManyTries()
        return pretended
      }
      const { user } = found
      if (user.status !== 'UNCONFIRMED') throw errors.alreadyConfirmed()
      const route = signUpRoute(pool, user.attributes)
      if (!route) throw errors.noAutoVerification()
      if (!(await countTry(tx, context, owner, requests))) throw errors.tooManyTries()
      return sendCode(
        tx,
        { context, pool, call, found },
        {
          purpose: 'ConfirmSignUp',
          reason: 'ResendCode',
          route,
          clientId: client.id,
          clientMetadata: input.ClientMetadata,
          operation: 'ResendConfirmationCode',
        },
      )
    })
    return { CodeDeliveryDetails: answer }
  },
)
