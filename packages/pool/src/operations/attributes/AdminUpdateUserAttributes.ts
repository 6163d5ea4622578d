import { applyChange } from '../../attributes/apply-change.ts'
import { checkChange } from '../../attributes/check-change.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asAdmin } from '../../operation.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { requireUser } from '../../users/require-user.ts'

/**
 * Changes any user's attributes. A changed address sends the same code as if the user had changed it, unless its flag is set
 * to "true" in the same request. The event names no client: observed.
 */
export const AdminUpdateUserAttributes = asAdmin('AdminUpdateUserAttributes', async (scope, input) => {
  const { context, pool } = scope
  const given = attributesOf(input.UserAttributes)
  await sendingTransaction(context, pool, async (tx) => {
    const found = await requireUser(tx, pool, input.Username)
    checkChange(pool, undefined, found.user, given)
    await applyChange(tx, { ...scope, found }, given, {
      by: 'administrator',
      operation: 'AdminUpdateUserAttributes',
      clientId: null,
      clientMetadata: input.ClientMetadata,
    })
  })
  return {}
})
