import { dropCode } from '../../codes/drop-code.ts'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { postConfirmation } from '../../triggers/post-confirmation.ts'
import { NO_CLIENT } from '../../triggers/trigger-event.ts'
import { confirmed } from '../../users/confirmed.ts'
import { requireUser } from '../../users/require-user.ts'

/** Confirms a sign-up without a code. No attribute becomes verified by it, as AWS documents. */
export const AdminConfirmSignUp = asAdmin('AdminConfirmSignUp', async (scope, input) => {
  const { context, pool } = scope
  const user = await context.store.transaction(async (tx) => {
    const { key, user } = await requireUser(tx, pool, input.Username)
    if (user.status !== 'UNCONFIRMED') throw errors.cannotConfirm(user.status)
    await dropCode(tx, context, { poolId: pool.id, userKey: key }, 'ConfirmSignUp')
    const changed = confirmed(tx, context, user)
    tx.put(users, [pool.id, key], changed)
    return changed
  })
  await postConfirmation({ ...scope, clientId: NO_CLIENT }, 'ConfirmSignUp', user, input.ClientMetadata)
  return {}
})
