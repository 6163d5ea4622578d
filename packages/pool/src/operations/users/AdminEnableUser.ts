import { asAdmin } from '../../operation.ts'
import { setEnabled } from '../../users/set-enabled.ts'

/** Lets a user in again, with the status and password they had. */
export const AdminEnableUser = asAdmin('AdminEnableUser', async ({ context, pool }, input) => {
  await context.store.transaction((tx) => setEnabled(tx, context, pool, input.Username, true))
  return {}
})
