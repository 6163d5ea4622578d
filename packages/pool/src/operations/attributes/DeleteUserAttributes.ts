import { applyChange } from '../../attributes/apply-change.ts'
import { checkChange } from '../../attributes/check-change.ts'
import { asUser } from '../../operation.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/** Deletes some of the signed-in user's own attributes; one that the user does not have is no error. */
export const DeleteUserAttributes = asUser('DeleteUserAttributes', async (scope, input) => {
  const { context, pool, client } = scope
  const emptied = attributesOf(input.UserAttributeNames.map((Name) => ({ Name })))
  await context.store.transaction(async (tx) => {
    const found = await signedInUser(tx, scope)
    checkChange(pool, client, found.user, emptied)
    await applyChange(tx, { ...scope, found }, emptied, {
      by: 'user',
      operation: 'DeleteUserAttributes',
      clientId: client.id,
      clientMetadata: undefined,
    })
  })
  return {}
})
