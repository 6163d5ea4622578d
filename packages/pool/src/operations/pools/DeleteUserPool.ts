import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { emptyPool } from '../../pools/empty-pool.ts'
import { poolRefusals } from '../../pools/pool-refusals.ts'
import { revokeSenderKey } from '../../pools/sender-grant.ts'
import { departingPools, pools } from '../../storage/collections.ts'

/** Deletes a pool and all that is in it, unless deletion protection is active. */
export const DeleteUserPool = asAdmin('DeleteUserPool', async ({ context, call, pool }) => {
  const gone = await context.store.transaction(async (tx) => {
    const current = await tx.get(pools, [pool.id])
    if (!current) throw errors.poolNotFound(pool.id)
    if (current.settings.DeletionProtection === 'ACTIVE') throw poolRefusals.deletionProtected()
    tx.delete(pools, [pool.id])
    tx.put(departingPools, [pool.id], current)
    return current
  })
  await emptyPool(context, gone)
  await revokeSenderKey(context, call, gone, gone.senderGrant)
  return {}
})
