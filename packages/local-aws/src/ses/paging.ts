import type { Call } from '@herald/protocol'
import { type Collection, InvalidCursorError, type Page, type Store } from '@herald/storage'
import type { Refuse } from './parts.ts'

/** One page of what an account has in a region. @throws {ServiceError} for a token that is none, or a size that cannot be. */
export async function readPage<D extends object>(
  store: Store,
  collection: Collection<D>,
  { accountId, region }: Call,
  page: { size?: number | undefined; token?: string | undefined; usual: number; most: number; orderBy: string },
  refuse: Refuse,
): Promise<Page<D>> {
  const size = page.size ?? page.usual
  if (size < 1) throw refuse('The page size must be at least 1.')
  try {
    return await store.find(collection, {
      where: [{ column: 'place', equals: `${accountId}/${region}` }],
      orderBy: page.orderBy,
      limit: Math.min(size, page.most),
      ...(page.token && { after: page.token }),
    })
  } catch (error) {
    if (error instanceof InvalidCursorError) throw refuse('The next token is not one of this list.')
    throw error
  }
}
