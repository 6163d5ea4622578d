import { leave } from '../../groups/membership.ts'
import { asAdmin } from '../../operation.ts'

/** Takes a user out of a group. */
export const AdminRemoveUserFromGroup = asAdmin('AdminRemoveUserFromGroup', async ({ context, pool }, input) => {
  await context.store.transaction((tx) => leave(tx, pool, input.Username, input.GroupName))
  return {}
})
