import { asOperator } from '../../operation.ts'
import { listing } from '../../pools/listing.ts'
import { pools } from '../../storage/collections.ts'

/** Lists the pools of the request's account and region, a page at a time. */
export const ListUserPools = asOperator('ListUserPools', async ({ context, call }, input) => {
  const ofCaller = [{ column: 'home', equals: `${call.accountId}/${call.region}` }]
  const page = await listing(context.store, pools, { where: ofCaller, limit: input.MaxResults }, input.NextToken)
  return {
    UserPools: page.docs.map((pool) => ({
      Id: pool.id,
      Name: pool.name,
      LambdaConfig: pool.settings.LambdaConfig ?? {},
      LastModifiedDate: new Date(pool.modifiedAt),
      CreationDate: new Date(pool.createdAt),
    })),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  }
})
