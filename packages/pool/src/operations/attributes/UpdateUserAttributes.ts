import { addresses, flagOf } from '../../attributes/addresses.ts'
import { applyChange } from '../../attributes/apply-change.ts'
import { checkChange } from '../../attributes/check-change.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asUser } from '../../operation.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/** Changes the signed-in user's own attributes, as far as the app client may write them (see attributes/plan-change.ts). */
export const UpdateUserAttributes = asUser('UpdateUserAttributes', async (scope, input) => {
  const { context, pool, client } = scope
  const given = attributesOf(input.UserAttributes)
  // A flag that says "false" is taken and changes nothing: observed. One that says "true" is refused.
  const flags = new Set(addresses.map(flagOf))
  const wanted = Object.fromEntries(Object.entries(given).filter(([name]) => !flags.has(name)))
  const CodeDeliveryDetailsList = await sendingTransaction(context, pool, async (tx) => {
    const found = await signedInUser(tx, scope)
    checkChange(pool, client, found.user, given)
    return applyChange(tx, { ...scope, found }, wanted, {
      by: 'user',
      operation: 'UpdateUserAttributes',
      clientId: client.id,
      clientMetadata: input.ClientMetadata,
    })
  })
  return { CodeDeliveryDetailsList }
})
