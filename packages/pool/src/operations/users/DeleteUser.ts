import { asUser } from '../../operation.ts'
import { deleteUser } from '../../users/delete-user.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/** Deletes the signed-in user, with aliases, codes and limits; the name is free again. */
export const DeleteUser = asUser('DeleteUser', async (scope) => {
  const { context, pool } = scope
  await context.store.transaction(async (tx) => deleteUser(tx, context, pool, await signedInUser(tx, scope)))
  return {}
})
