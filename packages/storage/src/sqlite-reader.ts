import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type Collection, keyParts } from './collection.ts'
import type { Conflict, Seen, StoredDoc } from './driver.ts'
import { cursorAfter, type FoundRow, findSteps, quoted } from './find-query.ts'
import type { Page, Query } from './store.ts'

/** Reads the newest committed state on one connection; statements are prepared once. */
export interface SqliteReader {
  get(collection: string, key: string): StoredDoc | undefined
  find<D extends object>(collection: Collection<D>, query: Query): Page<D>
  counter(key: string): number
  /** What of `seen` is not so any more, all looked at in one state of the database. */
  changed(seen: readonly Seen[]): Conflict | undefined
}

export function createSqliteReader(db: DatabaseSync): SqliteReader {
  const gets = new Map<string, StatementSync>()
  const finds = new Map<string, StatementSync>()
  const prepared = (cache: Map<string, StatementSync>, name: string, sql: (name: string) => string): StatementSync => {
    let statement = cache.get(name)
    if (!statement) {
      statement = db.prepare(sql(name))
      cache.set(name, statement)
    }
    return statement
  }
  const get = (collection: string, key: string): StoredDoc | undefined =>
    prepared(gets, collection, (name) => `SELECT version, doc FROM ${quoted(name)} WHERE "key" = ?`).get(key) as
      | StoredDoc
      | undefined
  const counter = db.prepare('SELECT n FROM counters WHERE "key" = ?')

  return {
    get,
    counter: (key) => Number(counter.get(key)?.n ?? 0),
    find<D extends object>(collection: Collection<D>, query: Query): Page<D> {
      const rows: FoundRow[] = []
      for (const { sql, parameters } of findSteps(collection, query)) {
        // One more than the page holds tells whether there is a next one.
        const missing = query.limit + 1 - rows.length
        if (missing > 0)
          rows.push(...(prepared(finds, sql, (text) => text).all(...parameters, missing) as unknown as FoundRow[]))
      }
      const kept = rows.slice(0, query.limit)
      const docs = kept.map((row) => JSON.parse(row.doc) as D)
      const keys = kept.map((row) => keyParts(row.key))
      const last = rows[query.limit - 1]
      return rows.length > query.limit && last ? { docs, keys, next: cursorAfter(last) } : { docs, keys }
    },
    changed(seen) {
      db.exec('BEGIN')
      try {
        const changed = seen.find(({ collection, key, version }) => (get(collection, key)?.version ?? 0) !== version)
        return changed && { collection: changed.collection, key: changed.key }
      } finally {
        db.exec('COMMIT')
      }
    },
  }
}
