import { applyChange } from '../../attributes/apply-change.ts'
import { checkChange } from '../../attributes/check-change.ts'
import { asAdmin } from '../../operation.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { requireUser } from '../../users/require-user.ts'

/** Deletes some of a user's attributes; one that the user does not have is no error. */
export const AdminDeleteUserAttributes = asAdmin('AdminDeleteUserAttributes', async (scope, input) => {
  const { context, pool } = scope
  const emptied = attributesOf(input.UserAttributeNames.map((Name) => ({ Name })))
  await context.store.transaction(async (tx) => {
    const found = await requireUser(tx, pool, input.Username)
    checkChange(pool, undefined, found.user, emptied)
    await applyChange(tx, { ...scope, found }, emptied, {
      by: 'administrator',
      operation: 'AdminDeleteUserAttributes',
      clientId: null,
      clientMetadata: undefined,
    })
  })
  return {}
})
