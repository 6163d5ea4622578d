import { join } from '../../groups/membership.ts'
import { asAdmin } from '../../operation.ts'

/** Puts a user into a group. Tokens issued from now on say so. */
export const AdminAddUserToGroup = asAdmin('AdminAddUserToGroup', async ({ context, pool }, input) => {
  await context.store.transaction((tx) => join(tx, pool, input.Username, input.GroupName))
  return {}
})
