import type { Collection } from './collection.ts'
import { quoted } from './find-query.ts'

/** An index as a database has it. */
export interface TableIndex {
  readonly name: string
  /** What follows the name of the table in `CREATE INDEX`. */
  readonly definition: string
}

/** The indexes of a collection, the sparse ones included. What an index holds shows in its name, so that a changed one is made anew. */
export function indexesOf({ name, indexes, sparseIndexes }: Collection<never>): TableIndex[] {
  const list = (columns: readonly string[]) => `(${[...columns, 'key'].map(quoted).join(', ')})`
  return [
    ...indexes.map((columns) => ({ name: [name, ...columns].join('.'), definition: list(columns) })),
    ...sparseIndexes.map((columns) => ({
      name: [name, ...columns, 'sparse'].join('.'),
      definition: `${list(columns)} WHERE ${quoted(columns.at(-1) ?? '')} IS NOT NULL`,
    })),
  ]
}
