import { asAdmin } from '../../operation.ts'
import { deleteUser } from '../../users/delete-user.ts'
import { requireUser } from '../../users/require-user.ts'

/** Deletes a user, with aliases, codes and limits; the name is free again. */
export const AdminDeleteUser = asAdmin('AdminDeleteUser', async ({ context, pool }, input) => {
  await context.store.transaction(async (tx) => {
    const found = await requireUser(tx, pool, input.Username)
    await deleteUser(tx, context, pool, found)
  })
  return {}
})
