import { type Bound, type Collection, InvalidCursorError, type Page, type Store } from '@herald/storage'
import { invalidParameter } from './refusals.ts'

/** AWS documents: 100 in each page. */
const PAGE = 100

/** @throws {ServiceError} InvalidParameterException for a token that is none. */
export async function readPage<D extends object>(
  store: Store,
  collection: Collection<D>,
  where: readonly Bound[],
  token: string | undefined,
): Promise<Page<D>> {
  try {
    return await store.find(collection, { where, limit: PAGE, ...(token && { after: token }) })
  } catch (error) {
    if (error instanceof InvalidCursorError) throw invalidParameter('NextToken')
    throw error
  }
}
