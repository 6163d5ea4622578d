import { asOperator } from '../../operation.ts'
import { pools } from '../../storage/collections.ts'
import { checkTags, taggedPool } from '../../tags/tagged-pool.ts'

/** Adds tags to a pool, or replaces their values. */
export const TagResource = asOperator('TagResource', async ({ context, call }, input) => {
  await context.store.transaction(async (tx) => {
    const pool = await taggedPool(tx, call, input.ResourceArn)
    const UserPoolTags = { ...pool.settings.UserPoolTags, ...input.Tags }
    checkTags(UserPoolTags)
    tx.put(pools, [pool.id], { ...pool, settings: { ...pool.settings, UserPoolTags } })
  })
  return {}
})
