import { asAdmin } from '../../operation.ts'
import { setEnabled } from '../../users/set-enabled.ts'

/** Shuts a user out: no sign-in, no renewal, no code, and no token is good any more. The user stays in every list. */
export const AdminDisableUser = asAdmin('AdminDisableUser', async ({ context, pool }, input) => {
  await context.store.transaction((tx) => setEnabled(tx, context, pool, input.Username, false))
  return {}
})
