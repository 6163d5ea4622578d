import { snsSubscriptions } from '../collections.ts'
import { readPage } from '../paging.ts'
import type { SnsOperation } from '../parts.ts'
import { listed } from '../subscriptions.ts'

export const ListSubscriptions: SnsOperation<'ListSubscriptions'> = (sns) => async (call, input) => {
  const where = [{ column: 'place', equals: `${call.accountId}/${call.region}` }]
  const { docs, next } = await readPage(sns.store, snsSubscriptions, where, input.NextToken)
  return { Subscriptions: docs.map(listed), ...(next !== undefined && { NextToken: next }) }
}
