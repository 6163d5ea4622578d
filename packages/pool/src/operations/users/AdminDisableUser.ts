import { asAdmin } from '../../operation.ts'
import { signOutEverywhere } from '../../tokens/ended-sign-ins.ts'
import { setEnabled } from '../../users/set-enabled.ts'

/**
 * Shuts a user out: no sign-in, no renewal, no code. AWS documents that every token is revoked with it, so that none is good
 * again once the user is enabled. The user stays in every list.
 */
export const AdminDisableUser = asAdmin('AdminDisableUser', async ({ context, pool }, input) => {
  const found = await context.store.transaction((tx) => setEnabled(tx, context, pool, input.Username, false))
  await signOutEverywhere(context, pool.id, found)
  return {}
})
