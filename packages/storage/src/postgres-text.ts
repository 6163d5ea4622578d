import { createHash } from 'node:crypto'
import type { ColumnValue } from './collection.ts'
import type { Query } from './store.ts'

/**
 * An index entry of PostgreSQL has room for about 2,700 bytes. What is longer than these limits is indexed by its beginning
 * and a hash of the whole: it is found and told apart as before, and only among texts that begin alike for so long does the
 * order become another one.
 */
const KEY_BYTES = 850
const COLUMN_BYTES = 450

/** The form of a stored key in the column `key`. */
export function shortKey(key: string): string {
  return shortened(key, KEY_BYTES)
}

/** The form of a column's stored value in its column. */
export function shortValue(value: ColumnValue): ColumnValue {
  return typeof value === 'string' ? shortened(value, COLUMN_BYTES) : value
}

/**
 * The query as the columns know it, and what the documents found by it have still to be asked, where a column does not know
 * enough: the beginning of a text is longer than what is kept of it.
 */
export function shortQuery(query: Query): { query: Query; stillAsk: { column: string; startsWith: string }[] } {
  const stillAsk: { column: string; startsWith: string }[] = []
  const where = (query.where ?? []).map((bound) => {
    if (!('startsWith' in bound)) {
      const entries = Object.entries(bound).map(([name, value]) => [
        name,
        name === 'column' ? value : shortValue(value),
      ])
      return Object.fromEntries(entries) as typeof bound
    }
    if (Buffer.byteLength(bound.startsWith) <= COLUMN_BYTES) return bound
    stillAsk.push(bound)
    return { column: bound.column, startsWith: beginning(bound.startsWith, COLUMN_BYTES) }
  })
  return { query: { ...query, where }, stillAsk }
}

function shortened(text: string, limit: number): string {
  // A UTF-16 unit takes three bytes at most.
  if (text.length * 3 <= limit || Buffer.byteLength(text) <= limit) return text
  // Always longer than the limit, so no text that is kept whole can look like it.
  return beginning(text, limit) + createHash('sha256').update(text).digest('base64url')
}

function beginning(text: string, limit: number): string {
  const bytes = Buffer.from(text)
  let end = limit
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.toString('utf8', 0, end)
}
