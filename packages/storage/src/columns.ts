import type { Collection, ColumnValue } from './collection.ts'
import { storedText } from './stored-text.ts'

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,50}$/
const RESERVED_TABLES = ['counters', 'meta']
const RESERVED_COLUMNS = ['key', 'version', 'doc']

/**
 * Checks the collections a store is opened with; names become SQL identifiers, so only plain ones are taken.
 * @throws {TypeError} for an unusable or repeated name, or an index over an unknown column.
 */
export function checkCollections(collections: readonly Collection<never>[]): void {
  const names = new Set(RESERVED_TABLES)
  for (const { name, columns, indexes, sparseIndexes } of collections) {
    if (!NAME.test(name) || name.toLowerCase().startsWith('sqlite'))
      throw new TypeError(`"${name}" cannot name a collection.`)
    if (names.has(name.toLowerCase()))
      throw new TypeError(`There are two collections "${name}", or the name is reserved.`)
    names.add(name.toLowerCase())
    const taken = new Set(RESERVED_COLUMNS)
    for (const column of Object.keys(columns)) {
      if (!NAME.test(column) || taken.has(column.toLowerCase()))
        throw new TypeError(`"${column}" cannot name a column of ${name}.`)
      taken.add(column.toLowerCase())
    }
    for (const column of [...indexes, ...sparseIndexes].flat()) {
      if (!Object.hasOwn(columns, column))
        throw new TypeError(`An index of ${name} names the unknown column "${column}".`)
    }
  }
}

/**
 * The stored form of a column's value. Bindings differ in silence about booleans, dates and undefined, so nothing but
 * text, whole numbers and null gets as far as a database.
 * @throws {TypeError} saying which column got what.
 */
export function columnValue<D extends object>(collection: Collection<D>, column: string, value: unknown): ColumnValue {
  const type = Object.hasOwn(collection.columns, column) ? collection.columns[column]?.type : undefined
  if (!type) throw new TypeError(`${collection.name} has no column "${column}".`)
  if (value === null) return null
  if (type === 'text' && typeof value === 'string') return storedText(value)
  if (type === 'integer' && Number.isSafeInteger(value)) return value as number
  const wanted = type === 'text' ? 'text' : 'a whole number'
  const got = value instanceof Date ? 'a Date' : typeof value === 'number' ? 'a number that is not whole' : typeof value
  throw new TypeError(`Column "${column}" of ${collection.name} takes ${wanted} or null, not ${got}.`)
}

/** All columns of `doc`, in the order in which the collection names them. */
export function columnsOf<D extends object>(collection: Collection<D>, doc: D): ColumnValue[] {
  return Object.entries(collection.columns).map(([name, column]) => columnValue(collection, name, column.of(doc)))
}
