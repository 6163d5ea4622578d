import type { Collection } from './collection.ts'
import type { Driver } from './driver.ts'
import type { PostgresTable } from './postgres-commit.ts'
import { createPostgresCommitter } from './postgres-committer.ts'
import { createPostgresReader } from './postgres-reader.ts'
import { preparePostgresSchema } from './postgres-schema.ts'
import { createPostgresSession } from './postgres-session.ts'

/** Connections for searches; each is made when it is first needed. */
const SEARCHES = 4

/** Prepares the tables and connects. @throws as `openPostgresStore` */
export async function openPostgresDriver(
  url: string,
  schema: string,
  collections: readonly Collection<never>[],
): Promise<Driver> {
  const preparing = createPostgresSession({ url, schema, once: true })
  let tables: number
  try {
    tables = await preparePostgresSchema(preparing, schema, collections)
  } finally {
    await preparing.close()
  }
  const commits = createPostgresSession({ url, schema })
  const byKey = createPostgresSession({ url, schema })
  const searches = Array.from({ length: SEARCHES }, () => createPostgresSession({ url, schema }))
  const committer = createPostgresCommitter(commits, tablesOf(collections), tables)
  const reader = createPostgresReader(byKey, searches)
  return {
    ...reader,
    commit: (seen, writes, options) =>
      writes.length === 0 ? reader.changed(seen) : committer.commit({ seen, writes }, options),
    async close() {
      await committer.idle()
      await Promise.all([commits, byKey, ...searches].map((session) => session.close()))
    },
  }
}

function tablesOf(collections: readonly Collection<never>[]): ReadonlyMap<string, PostgresTable> {
  return new Map(
    collections.map(({ name, columns }) => [
      name,
      { name, columns: Object.entries(columns).map(([column, { type }]) => ({ name: column, type })) },
    ]),
  )
}
