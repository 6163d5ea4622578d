import { asOperator } from '../../operation.ts'
import { pools } from '../../storage/collections.ts'
import { taggedPool } from '../../tags/tagged-pool.ts'

/** Takes tags off a pool; those that it does not bear change nothing. */
export const UntagResource = asOperator('UntagResource', async ({ context, call }, input) => {
  await context.store.transaction(async (tx) => {
    const pool = await taggedPool(tx, call, input.ResourceArn)
    const kept = Object.entries(pool.settings.UserPoolTags ?? {}).filter(([name]) => !input.TagKeys.includes(name))
    tx.put(pools, [pool.id], { ...pool, settings: { ...pool.settings, UserPoolTags: Object.fromEntries(kept) } })
  })
  return {}
})
