import { asOperator } from '../../operation.ts'
import { taggedPool } from '../../tags/tagged-pool.ts'

/** Answers a pool's tags. */
export const ListTagsForResource = asOperator('ListTagsForResource', async ({ context, call }, input) => ({
  Tags: (await taggedPool(context.store, call, input.ResourceArn)).settings.UserPoolTags ?? {},
}))
