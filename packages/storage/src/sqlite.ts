import { DatabaseSync } from 'node:sqlite'
import type { Collection } from './collection.ts'
import { checkCollections } from './columns.ts'
import { holdDataFolder } from './data-folder.ts'
import type { Driver } from './driver.ts'
import { createOptimisticStore } from './optimistic.ts'
import { createRecentDocs } from './recent-docs.ts'
import { rootKeyChecks } from './root-key-check.ts'
import { createSqliteReader } from './sqlite-reader.ts'
import { prepareSchema } from './sqlite-schema.ts'
import { createSqliteWriter, type Table } from './sqlite-writer.ts'
import { startSqliteWriter } from './sqlite-writer-link.ts'
import type { Store } from './store.ts'

/** The pools, functions and keys in use, and messages on their way: what is read again and again. */
const RECENT = { docs: 4000, characters: 8_000_000 }

export interface SqliteOptions {
  /** The data folder, created where it is missing; undefined keeps everything in memory. */
  folder: string | undefined
  /** Everything that will be stored. */
  collections: readonly Collection<never>[]
}

/**
 * Opens the embedded store. With a folder, commits are durable and made by a thread of their own, in groups; reads see
 * committed states only.
 * @throws {DataFolderInUseError} when another process holds the folder.
 * @throws {DataFormatError} when a newer release wrote it.
 * @throws {TypeError} for unusable names of collections or columns.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const collections = [rootKeyChecks, ...options.collections]
  checkCollections(collections)
  const driver = options.folder === undefined ? openInMemory(collections) : openInFolder(options.folder, collections)
  return createOptimisticStore(driver, collections)
}

function openInMemory(collections: readonly Collection<never>[]): Driver {
  const db = new DatabaseSync(':memory:')
  const writer = createSqliteWriter(db, tablesOf(collections), prepareSchema(db, collections))
  const reader = createSqliteReader(db)
  return {
    get: async (collection, key) => reader.get(collection, key),
    find: async (collection, query) => reader.find(collection, query),
    counter: async (key) => reader.counter(key),
    async commit(seen, writes) {
      const [answer] = writer.commit([{ seen, writes }])
      if (answer && 'error' in answer) throw answer.error
      return answer && 'collection' in answer ? answer : undefined
    },
    async close() {
      db.close()
    },
  }
}

function openInFolder(path: string, collections: readonly Collection<never>[]): Driver {
  const folder = holdDataFolder(path)
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(folder.file, { timeout: 10_000 })
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    const firstVersion = prepareSchema(db, collections)
    db.exec('PRAGMA query_only = ON; PRAGMA cache_size = -16000')
    const reader = createSqliteReader(db)
    const writer = startSqliteWriter({ file: folder.file, tables: tablesOf(collections), firstVersion })
    const connection = db
    const recent = createRecentDocs(RECENT)
    return {
      keepsDocs: true,
      async get(collection, key) {
        const known = recent.get(collection, key)
        if (known) return known
        const stored = reader.get(collection, key)
        if (stored) recent.read(collection, key, stored)
        return stored
      },
      find: async (collection, query) => reader.find(collection, query),
      counter: async (key) => reader.counter(key),
      async commit(seen, writes, options) {
        if (writes.length === 0) return reader.changed(seen)
        const answer = await writer.commit({ seen, writes }, options)
        if ('collection' in answer) return answer
        recent.written(writes, answer.version)
        return undefined
      },
      async close() {
        connection.close()
        await writer.close()
        folder.release()
      },
    }
  } catch (error) {
    db?.close()
    folder.release()
    throw error
  }
}

function tablesOf(collections: readonly Collection<never>[]): Table[] {
  return collections.map(({ name, columns }) => ({ name, columns: Object.keys(columns) }))
}
