import type { Collection, ColumnValue } from './collection.ts'
import { columnValue } from './columns.ts'
import { type Bound, InvalidCursorError, type Query } from './store.ts'
import { endOfPrefix, isUnstorable } from './stored-text.ts'

/** One statement of a search, with `?` for each parameter; the last one is the limit, which the driver adds. */
export interface FindStep {
  readonly sql: string
  readonly parameters: readonly ColumnValue[]
}

/** What a step selects; `at` is the value of the column that orders. */
export interface FoundRow {
  readonly key: string
  readonly doc: string
  readonly at: ColumnValue
}

interface Cursor {
  readonly at: ColumnValue
  readonly key: string
}

/**
 * The statements that together give the documents in order; each is run only while the page is not full. Documents
 * without a value in the ordering column come first (last when descending), by a statement of their own: so every one of
 * them is a plain range that an index serves, and databases that sort nulls differently agree.
 * @param selected the columns of each row, before `at`.
 * @throws {InvalidCursorError} when `query.after` was not made by `cursorAfter` for such a query.
 */
export function findSteps<D extends object>(
  collection: Collection<D>,
  query: Query,
  selected: readonly string[] = ['key', 'doc'],
): FindStep[] {
  const cursor = query.after === undefined ? undefined : readCursor(collection, query)
  const beyond = query.descending ? '<' : '>'
  const direction = query.descending ? ' DESC' : ''
  const bounds = (query.where ?? []).map(boundSql)
  const order = query.orderBy
  const step = (conditions: readonly FindStep[], by: readonly string[]): FindStep => {
    const all = [...bounds, ...conditions]
    const where = all.length > 0 ? ` WHERE ${all.map((condition) => condition.sql).join(' AND ')}` : ''
    return {
      sql:
        `SELECT ${selected.map(quoted).join(', ')}, ${order === undefined ? 'NULL' : quoted(order)} AS "at"` +
        ` FROM ${quoted(collection.name)}${where}` +
        ` ORDER BY ${by.map((column) => column + direction).join(', ')} LIMIT ?`,
      parameters: all.flatMap((condition) => condition.parameters),
    }
  }
  const keyBeyond = cursor && { sql: `"key" ${beyond} ?`, parameters: [cursor.key] }
  if (order === undefined) return [step(keyBeyond ? [keyBeyond] : [], ['"key"'])]

  const column = quoted(order)
  const empty = { sql: `${column} IS NULL`, parameters: [] }
  const filled = { sql: `${column} IS NOT NULL`, parameters: [] }
  const withinEmpty = keyBeyond && cursor.at === null ? [empty, keyBeyond] : [empty]
  const withinFilled =
    cursor && cursor.at !== null
      ? [filled, { sql: `(${column}, "key") ${beyond} (?, ?)`, parameters: [cursor.at, cursor.key] }]
      : [filled]
  // Ordered by the column as well, though it says nothing there: not every planner knows that the index serves both.
  const empties = step(withinEmpty, [column, '"key"'])
  const values = step(withinFilled, [column, '"key"'])
  if (query.where?.some((bound) => bound.column === order && !('equals' in bound && bound.equals === null)))
    return [values]
  if (query.descending) return cursor?.at === null ? [empties] : [values, empties]
  return cursor && cursor.at !== null ? [values] : [empties, values]
}

/** Where the next page begins. */
export function cursorAfter(row: Pick<FoundRow, 'at' | 'key'>): string {
  return Buffer.from(JSON.stringify([row.at, row.key])).toString('base64url')
}

function readCursor<D extends object>(collection: Collection<D>, query: Query): Cursor {
  try {
    const [at, key, ...more] = JSON.parse(Buffer.from(query.after ?? '', 'base64url').toString()) as unknown[]
    if (typeof key !== 'string' || more.length > 0) throw new TypeError('not a cursor')
    if ([at, key].some((text) => typeof text === 'string' && isUnstorable(text))) throw new TypeError('not a cursor')
    // The value is in its stored form already: it is checked for its kind, but not converted again.
    if (query.orderBy === undefined ? at !== null : columnValue(collection, query.orderBy, at) === undefined)
      throw new TypeError('not a cursor of this query')
    return { at: at as ColumnValue, key }
  } catch {
    throw new InvalidCursorError('This is not where a page of this search ended.')
  }
}

function boundSql(bound: Bound): FindStep {
  const column = quoted(bound.column)
  if ('equals' in bound)
    return bound.equals === null
      ? { sql: `${column} IS NULL`, parameters: [] }
      : { sql: `${column} = ?`, parameters: [bound.equals] }
  if ('startsWith' in bound) {
    const end = endOfPrefix(bound.startsWith)
    return end === undefined
      ? { sql: `${column} >= ?`, parameters: [bound.startsWith] }
      : { sql: `${column} >= ? AND ${column} < ?`, parameters: [bound.startsWith, end] }
  }
  if ('atLeast' in bound) return { sql: `${column} >= ?`, parameters: [bound.atLeast] }
  if ('above' in bound) return { sql: `${column} > ?`, parameters: [bound.above] }
  if ('atMost' in bound) return { sql: `${column} <= ?`, parameters: [bound.atMost] }
  return { sql: `${column} < ?`, parameters: [bound.below] }
}

/** A checked name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name}"`
}
