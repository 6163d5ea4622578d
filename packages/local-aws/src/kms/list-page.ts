import type { PageInput } from './paging.ts'
import { refusals } from './refusals.ts'

/**
 * One page of a list that is held within a document.
 * @param sizes how many without `Limit`, and at most
 * @throws {ServiceError} InvalidMarkerException
 */
export function listPage<T>(list: readonly T[], input: PageInput, sizes: { usual: number; most: number }) {
  const start = input.Marker === undefined ? 0 : readMarker(input.Marker)
  const end = start + Math.min(input.Limit ?? sizes.usual, sizes.most)
  const items = list.slice(start, end)
  if (end >= list.length) return { items, end: { Truncated: false } }
  return { items, end: { Truncated: true, NextMarker: Buffer.from(`at ${end}`).toString('base64url') } }
}

function readMarker(marker: string): number {
  const found = /^at (\d{1,9})$/.exec(Buffer.from(marker, 'base64url').toString())
  if (!found) throw refusals.invalidMarker()
  return Number(found[1])
}
