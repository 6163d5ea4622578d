import { type Collection, InvalidCursorError, type Page, type Query, type Store } from '@herald/storage'
import { poolRefusals } from './pool-refusals.ts'

/**
 * One page of a list operation.
 * @throws InvalidParameterException when the caller's token is not where a page of such a list ended.
 */
export async function listing<D extends object>(
  store: Store,
  collection: Collection<D>,
  query: Omit<Query, 'after'>,
  nextToken: string | undefined,
): Promise<Page<D>> {
  try {
    return await store.find(collection, { ...query, ...(nextToken === undefined ? {} : { after: nextToken }) })
  } catch (error) {
    if (error instanceof InvalidCursorError) throw poolRefusals.invalidNextToken()
    throw error
  }
}
