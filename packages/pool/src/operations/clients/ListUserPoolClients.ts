import { asAdmin } from '../../operation.ts'
import { listing } from '../../pools/listing.ts'
import { clients } from '../../storage/collections.ts'

/** The model's largest page; AWS documents no default. */
const PAGE = 60

/** Lists a pool's app clients, a page at a time. */
export const ListUserPoolClients = asAdmin('ListUserPoolClients', async ({ context, pool }, input) => {
  const ofPool = [{ column: 'pool_id', equals: pool.id }]
  const page = await listing(
    context.store,
    clients,
    { where: ofPool, limit: input.MaxResults ?? PAGE },
    input.NextToken,
  )
  return {
    UserPoolClients: page.docs.map((client) => ({
      ClientId: client.id,
      UserPoolId: client.poolId,
      ClientName: client.settings.ClientName ?? '',
    })),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  }
})
