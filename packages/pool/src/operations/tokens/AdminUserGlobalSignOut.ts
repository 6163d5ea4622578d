import { asAdmin } from '../../operation.ts'
import { signOutEverywhere } from '../../tokens/ended-sign-ins.ts'
import { requireUser } from '../../users/require-user.ts'

/** Signs a user out everywhere: no token issued until now is good any more. */
export const AdminUserGlobalSignOut = asAdmin('AdminUserGlobalSignOut', async ({ context, pool }, input) => {
  await signOutEverywhere(context, pool.id, await requireUser(context.store, pool, input.Username))
  return {}
})
