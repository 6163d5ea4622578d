import { addressNamed, purposeOf } from '../../attributes/addresses.ts'
import { attributeRefusals } from '../../attributes/attribute-refusals.ts'
import { countTry } from '../../codes/limits.ts'
import { codeRules } from '../../codes/purposes.ts'
import { errors } from '../../errors.ts'
import { routeTo } from '../../messages/route.ts'
import { sendCode } from '../../messages/send-code.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asUser } from '../../operation.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/**
 * Sends a code to the address that the user has, verified already or not. Observed: a change that waits for its proof stays out
 * of it, and the app asks for its code again by UpdateUserAttributes. That this gives the waiting change up is assumed.
 */
export const GetUserAttributeVerificationCode = asUser('GetUserAttributeVerificationCode', async (scope, input) => {
  const { context, pool, client } = scope
  const address = addressNamed(input.AttributeName)
  const CodeDeliveryDetails = await sendingTransaction(context, pool, async (tx) => {
    const found = await signedInUser(tx, scope)
    const to = found.user.attributes[address]
    if (!to) throw attributeRefusals.noAddress(address)
    const purpose = purposeOf(address)
    const allowed = await countTry(tx, context, { poolId: pool.id, userKey: found.key }, codeRules[purpose].requests)
    if (!allowed) throw errors.tooManyTries()
    return sendCode(
      tx,
      { ...scope, found },
      {
        purpose,
        reason: 'VerifyUserAttribute',
        route: routeTo(address, to),
        clientId: client.id,
        clientMetadata: input.ClientMetadata,
        operation: 'GetUserAttributeVerificationCode',
      },
    )
  })
  return { CodeDeliveryDetails }
})
