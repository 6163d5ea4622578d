import { type Bound, type Collection, InvalidCursorError, type Page, type Store } from '@herald/storage'
import { refusals } from './refusals.ts'

/** How KMS asks for a page. */
export interface PageInput {
  Limit?: number | undefined
  Marker?: string | undefined
}

/**
 * One page of documents in the order of their keys.
 * @param sizes how many without `Limit`, and at most
 * @throws {ServiceError} InvalidMarkerException
 */
export async function readPage<D extends object>(
  store: Store,
  collection: Collection<D>,
  where: readonly Bound[],
  input: PageInput,
  sizes: { usual: number; most: number },
): Promise<Page<D>> {
  try {
    return await store.find(collection, {
      where,
      limit: Math.min(input.Limit ?? sizes.usual, sizes.most),
      ...(input.Marker === undefined ? {} : { after: input.Marker }),
    })
  } catch (error) {
    if (error instanceof InvalidCursorError) throw refusals.invalidMarker()
    throw error
  }
}

/** The members that say whether more is to come. */
export function pageEnd(page: { next?: string }): { Truncated: boolean; NextMarker?: string } {
  return page.next === undefined ? { Truncated: false } : { Truncated: true, NextMarker: page.next }
}
