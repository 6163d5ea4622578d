import type { PostgresSession } from './postgres-session.ts'

/** A table that is there, with the names of its columns and indexes. */
export interface PresentTable {
  readonly columns: ReadonlySet<string>
  readonly indexes: ReadonlySet<string>
}

/** The tables of a schema by name, asked for at once: each look at the catalogue costs milliseconds, also for a single table. */
export async function readCatalogue(
  session: PostgresSession,
  schema: string,
): Promise<ReadonlyMap<string, PresentTable>> {
  const values = [schema]
  const [tables = [], columns = [], indexes = []] = await session.run([
    { text: 'SELECT table_name::text FROM information_schema.tables WHERE table_schema = $1', values },
    {
      text: 'SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = $1',
      values,
    },
    { text: 'SELECT tablename::text, indexname::text FROM pg_indexes WHERE schemaname = $1', values },
  ])
  const present = new Map<string, { columns: Set<string>; indexes: Set<string> }>()
  for (const [name] of tables) present.set(String(name), { columns: new Set(), indexes: new Set() })
  for (const [table, name] of columns) present.get(String(table))?.columns.add(String(name))
  for (const [table, name] of indexes) present.get(String(table))?.indexes.add(String(name))
  return present
}
