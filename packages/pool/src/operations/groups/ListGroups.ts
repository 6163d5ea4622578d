import { groupType } from '../../groups/group-type.ts'
import { asAdmin } from '../../operation.ts'
import { listing } from '../../pools/listing.ts'
import { groups } from '../../storage/collections.ts'

/** The model's largest page; AWS documents no default. */
const PAGE = 60

/** Lists a pool's groups, a page at a time. */
export const ListGroups = asAdmin('ListGroups', async ({ context, pool }, input) => {
  const ofPool = [{ column: 'pool_id', equals: pool.id }]
  const page = await listing(context.store, groups, { where: ofPool, limit: input.Limit || PAGE }, input.NextToken)
  return {
    Groups: page.docs.filter(({ departing }) => !departing).map(groupType),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  }
})
