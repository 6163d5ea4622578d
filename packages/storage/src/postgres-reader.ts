import { type Collection, keyParts } from './collection.ts'
import type { Conflict, Seen, StoredDoc } from './driver.ts'
import { cursorAfter, findSteps, quoted } from './find-query.ts'
import { textArray } from './postgres-arrays.ts'
import { changedStatement } from './postgres-commit.ts'
import type { PostgresSession, Statement } from './postgres-session.ts'
import { statementNames } from './postgres-statement-names.ts'
import { shortKey, shortQuery } from './postgres-text.ts'
import { DatabaseUnavailableError, type Page, type Query } from './store.ts'
import { storedText } from './stored-text.ts'

/** Reads the newest committed state. */
export interface PostgresReader {
  get(collection: string, key: string): Promise<StoredDoc | undefined>
  find<D extends object>(collection: Collection<D>, query: Query): Promise<Page<D>>
  counter(key: string): Promise<number>
  changed(seen: readonly Seen[]): Promise<Conflict | undefined>
}

/** Round trips of reads by key at once: one is worked on while the next is on its way. */
const BATCHES_AT_ONCE = 2
const MOST_TOGETHER = 500

interface Wanted {
  readonly collection: string
  readonly key: string
  resolve(doc: StoredDoc | undefined): void
  reject(error: unknown): void
}

/**
 * @param byKey the connection for reads by key, which go in batches.
 * @param searches connections for what may take longer, by turns.
 */
export function createPostgresReader(byKey: PostgresSession, searches: readonly PostgresSession[]): PostgresReader {
  const named = statementNames('read')
  const namedSearch = statementNames('find')
  const wanted: Wanted[] = []
  let underWay = 0
  let turn = 0

  async function once(session: PostgresSession, statement: Statement) {
    const [rows = []] = await again(() => session.run([statement]))
    return rows
  }

  function gather(): void {
    if (wanted.length === 0 || underWay >= BATCHES_AT_ONCE) return
    underWay++
    // Once around the event loop: everybody who reads meanwhile comes along.
    setImmediate(() => {
      const batch = wanted.splice(0, MOST_TOGETHER)
      read(batch)
        .catch((error: unknown) => {
          for (const { reject } of batch) reject(error)
        })
        .finally(() => {
          underWay--
          gather()
        })
    })
  }

  async function read(batch: readonly Wanted[]): Promise<void> {
    const byCollection = Map.groupBy(batch, ({ collection }) => collection)
    const statements = Array.from(byCollection, ([collection, some]) => {
      const text = `SELECT "key", version, doc FROM ${quoted(collection)} WHERE "key" = ANY($1::text[])`
      const keys = [...new Set(some.map(({ key }) => shortKey(key)))]
      return { text, ...named(text), values: [textArray(keys)] }
    })
    const answers = await again(() => byKey.run(statements))
    for (const [i, some] of [...byCollection.values()].entries()) {
      const docs = new Map(answers[i]?.map(([key, version, doc]) => [key, { version, doc } as unknown as StoredDoc]))
      for (const { key, resolve } of some) resolve(docs.get(shortKey(key)))
    }
  }

  return {
    get(collection, key) {
      return new Promise((resolve, reject) => {
        wanted.push({ collection, key, resolve, reject })
        gather()
      })
    },
    async find<D extends object>(collection: Collection<D>, asked: Query): Promise<Page<D>> {
      const { query, stillAsk } = shortQuery(asked)
      turn = (turn + 1) % searches.length
      const session = searches[turn] ?? byKey
      const rows: { key: string; full: string; doc: string; at: string | number | null }[] = []
      for (const { sql, parameters } of findSteps(collection, query, ['key', 'key$full', 'doc'])) {
        // One more than the page holds tells whether there is a next one.
        const missing = query.limit + 1 - rows.length
        if (missing <= 0) continue
        let count = 0
        const text = sql.replace(/\?/g, () => `$${++count}`)
        const found = await once(session, { text, ...namedSearch(text), values: [...parameters, missing] })
        for (const [key, full, doc, at = null] of found)
          rows.push({ key: String(key), full: String(full ?? key), doc: String(doc), at })
      }
      const kept = rows
        .slice(0, query.limit)
        .map(({ full, doc }) => ({ key: keyParts(full), doc: JSON.parse(doc) as D }))
      const meant = kept.filter(({ doc }) =>
        stillAsk.every(({ column, startsWith }) =>
          storedText(String(collection.columns[column]?.of(doc) ?? '')).startsWith(startsWith),
        ),
      )
      const page = { docs: meant.map(({ doc }) => doc), keys: meant.map(({ key }) => key) }
      const last = rows[query.limit - 1]
      return rows.length > query.limit && last ? { ...page, next: cursorAfter(last) } : page
    },
    async counter(key) {
      const text = 'SELECT n FROM counters WHERE "key" = $1'
      const rows = await once(byKey, { text, ...named(text), values: [shortKey(key)] })
      return Number(rows[0]?.[0] ?? 0)
    },
    async changed(seen) {
      if (seen.length === 0) return undefined
      const statement = changedStatement(seen)
      const rows = await once(byKey, { ...statement, ...named(statement.text) })
      const first = seen[Number(rows[0]?.[1] ?? -1)]
      return first && { collection: first.collection, key: first.key }
    },
  }
}

/** What only reads may be asked again when the connection was lost: the server may have started anew. */
async function again<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof DatabaseUnavailableError)) throw error
    return read()
  }
}
