import { dropCode } from '../../codes/drop-code.ts'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { confirmed } from '../../users/confirmed.ts'
import { requireUser } from '../../users/require-user.ts'

/** Confirms a sign-up without a code. No attribute becomes verified by it, as AWS documents. */
export const AdminConfirmSignUp = asAdmin('AdminConfirmSignUp', async ({ context, pool }, input) => {
  await context.store.transaction(async (tx) => {
    const { key, user } = await requireUser(tx, pool, input.Username)
    if (user.status !== 'UNCONFIRMED') throw errors.cannotConfirm(user.status)
    await dropCode(tx, context, { poolId: pool.id, userKey: key }, 'ConfirmSignUp')
    tx.put(users, [pool.id, key], confirmed(tx, context, user))
  })
  return {}
})
