import type { Collection } from './collection.ts'
import { checkCollections } from './columns.ts'
import { createOptimisticStore } from './optimistic.ts'
import { rootKeyChecks } from './root-key-check.ts'
import type { Store } from './store.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`; what it leaves out comes from PGHOST, PGUSER and so on. */
  url: string
  /** Everything that will be stored. */
  collections: readonly Collection<never>[]
  /** The schema that holds the tables, created where it is missing. */
  schema?: string
}

const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/

/**
 * Opens a store on a PostgreSQL server. Several processes may use one database at once: all commits stand in one line.
 * @throws {DatabaseUnavailableError} when the server cannot be reached, or refuses the user.
 * @throws {DataFormatError} when a newer release wrote the data, or the database is not in UTF-8.
 * @throws {TypeError} for unusable names of collections, columns or the schema.
 */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, schema = 'herald' } = options
  if (!SCHEMA.test(schema)) throw new TypeError(`"${schema}" cannot name the schema.`)
  const collections = [rootKeyChecks, ...options.collections]
  checkCollections(collections)
  // Only now: whoever keeps the data in a folder does not load the client.
  const { openPostgresDriver } = await import('./postgres-driver.ts')
  return createOptimisticStore(await openPostgresDriver(url, schema, collections), collections)
}
