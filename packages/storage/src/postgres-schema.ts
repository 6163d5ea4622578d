import { createHash } from 'node:crypto'
import type { Collection } from './collection.ts'
import { columnsOf } from './columns.ts'
import { quoted } from './find-query.ts'
import { indexesOf } from './indexes.ts'
import { bigintArray, textArray } from './postgres-arrays.ts'
import { type PresentTable, readCatalogue } from './postgres-catalogue.ts'
import type { PostgresSession, Statement } from './postgres-session.ts'
import { shortValue } from './postgres-text.ts'
import { DatabaseUnavailableError, DataFormatError } from './store.ts'

/** Grows when the tables change in a way that an older release would misread. */
const FORMAT = 1
const PAGE = 1000
/** The longest name that PostgreSQL keeps whole, bytes. */
const LONGEST_NAME = 63
/** What two processes get that create the same thing at the same moment; the second one finds it there. */
const MADE_MEANWHILE = new Set(['23505', '42P06', '42P07', '42710', '40001', '40P01', 'XX000'])

/**
 * Creates the schema and its tables, and adds the columns and indexes that are new. Processes that start at once do it one
 * after the other, and nobody commits meanwhile.
 * @returns the state of the tables; commits of a process that knows another state are refused.
 * @throws {DataFormatError} when a newer release wrote the data, or the database is not in UTF-8.
 * @throws {DatabaseUnavailableError} when the database is another engine's.
 */
export async function preparePostgresSchema(
  session: PostgresSession,
  schema: string,
  collections: readonly Collection<never>[],
): Promise<number> {
  refuseOtherEngines(String(await one(session, 'SELECT version()')))
  const encoding = await one(session, "SELECT setting FROM pg_settings WHERE name = 'server_encoding'")
  if (encoding !== null && encoding !== 'UTF8')
    throw new DataFormatError(`The database is encoded in ${encoding}; Herald needs one that was created with UTF8.`)
  await unlessMadeMeanwhile(() => createGround(session, schema))
  await session.run([{ text: 'BEGIN ISOLATION LEVEL READ COMMITTED' }])
  try {
    // The line that every commit stands in, too.
    const tables = Number(await one(session, `SELECT value FROM meta WHERE "key" = 'tables' FOR UPDATE`))
    const format = Number(await one(session, `SELECT value FROM meta WHERE "key" = 'format'`))
    if (format !== FORMAT)
      throw new DataFormatError(
        `The data has format ${format}, and this release of Herald reads format ${FORMAT}: start the release that wrote it.`,
      )
    const present = await readCatalogue(session, schema)
    let changed = false
    for (const collection of collections)
      changed = (await prepareTable(session, collection, present.get(collection.name))) || changed
    // Who derives other columns must not go on writing documents without the new ones.
    if (changed) await session.run([{ text: `UPDATE meta SET value = value + 1 WHERE "key" = 'tables'` }])
    await session.run([{ text: 'COMMIT' }])
    return tables + (changed ? 1 : 0)
  } catch (error) {
    await session.run([{ text: 'ROLLBACK' }]).catch(() => {})
    throw error
  }
}

/** @throws {DatabaseUnavailableError} for engines that speak as PostgreSQL does and keep other promises. */
export function refuseOtherEngines(version: string): void {
  const [name] = /CockroachDB|Yugabyte|-YB-/i.exec(version) ?? []
  if (name === undefined) return
  const engine = /cockroach/i.test(name) ? 'CockroachDB' : 'YugabyteDB'
  throw new DatabaseUnavailableError(
    `The database is ${engine}, on which Herald is not built yet (docs/decisions/0002-postgresql.md): it needs PostgreSQL.`,
  )
}

async function createGround(session: PostgresSession, schema: string): Promise<void> {
  // Not "IF NOT EXISTS" alone: that asks for the right to create even where there is nothing to do.
  const [present = [], last = []] = await session.run([
    { text: 'SELECT 1 FROM pg_namespace WHERE nspname = $1', values: [schema] },
    { text: "SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'counters'", values: [schema] },
  ])
  if (last.length > 0) return
  if (present.length === 0) await session.run([{ text: `CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}` }])
  const ground = [
    'CREATE TABLE IF NOT EXISTS meta ("key" TEXT COLLATE "C" PRIMARY KEY, value BIGINT NOT NULL)',
    `INSERT INTO meta ("key", value) VALUES ('format', ${FORMAT}), ('tables', 1) ON CONFLICT DO NOTHING`,
    'CREATE SEQUENCE IF NOT EXISTS versions',
    // Last: where it is, all of this is.
    'CREATE TABLE IF NOT EXISTS counters ("key" TEXT COLLATE "C" PRIMARY KEY, n BIGINT NOT NULL)',
  ]
  for (const text of ground) await session.run([{ text }])
}

async function unlessMadeMeanwhile(make: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make()
    } catch (error) {
      if (attempt === 10 || !MADE_MEANWHILE.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

/** @returns whether documents that are there got columns that they did not have. */
async function prepareTable(
  session: PostgresSession,
  collection: Collection<never>,
  present: PresentTable | undefined,
): Promise<boolean> {
  const table = quoted(collection.name)
  const columns = Object.entries(collection.columns).map(([name, { type }]) => ({
    name,
    definition: `${quoted(name)} ${type === 'text' ? 'TEXT COLLATE "C"' : 'BIGINT'}`,
  }))
  if (!present) {
    const list = [
      '"key" TEXT COLLATE "C" PRIMARY KEY',
      '"key$full" TEXT',
      'version BIGINT NOT NULL',
      'doc TEXT NOT NULL',
    ]
    list.push(...columns.map(({ definition }) => definition))
    await session.run([
      { text: `CREATE TABLE ${table} (${list.join(', ')})` },
      ...missingIndexes(collection, new Set()),
    ])
    return false
  }
  const added = columns.filter(({ name }) => !present.columns.has(name))
  for (const { definition } of added) await session.run([{ text: `ALTER TABLE ${table} ADD COLUMN ${definition}` }])
  if (added.length > 0) await fillColumns(session, collection)
  await session.run([...unwantedIndexes(collection, present.indexes), ...missingIndexes(collection, present.indexes)])
  return added.length > 0
}

function missingIndexes(collection: Collection<never>, present: ReadonlySet<string>): Statement[] {
  return indexesOf(collection)
    .filter(({ name }) => !present.has(keptWhole(name)))
    .map(({ name, definition }) => ({
      text: `CREATE INDEX ${quoted(keptWhole(name))} ON ${quoted(collection.name)} ${definition}`,
    }))
}

/** Those that an earlier release made; what others made beside ours stays. */
function unwantedIndexes(collection: Collection<never>, present: ReadonlySet<string>): Statement[] {
  const wanted = new Set(indexesOf(collection).map(({ name }) => keptWhole(name)))
  return [...present]
    .filter((name) => name.startsWith(`${collection.name}.`) && !wanted.has(name))
    .map((name) => ({ text: `DROP INDEX ${quoted(name)}` }))
}

/** A name that PostgreSQL does not cut, for two could become one. */
function keptWhole(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return `${name.slice(0, LONGEST_NAME - 9)}.${hash}`
}

/** Derives the columns of the documents that were written before a column existed. */
async function fillColumns(session: PostgresSession, collection: Collection<never>): Promise<void> {
  const table = quoted(collection.name)
  const columns = Object.entries(collection.columns)
  const names = columns.map(([name]) => quoted(name))
  const sets = names.map((name, i) => `${name} = f.c${i}`).join(', ')
  const arrays = columns.map(([, { type }], i) => `$${i + 2}::${type === 'text' ? 'text' : 'int8'}[]`)
  const update =
    `UPDATE ${table} AS t SET ${sets} FROM unnest($1::text[], ${arrays.join(', ')})` +
    ` AS f("key", ${names.map((_, i) => `c${i}`).join(', ')}) WHERE t."key" = f."key"`
  for (let after: string | undefined; ; ) {
    const beyond = after === undefined ? '' : ' WHERE "key" > $1'
    const [rows = []] = await session.run([
      {
        text: `SELECT "key", doc FROM ${table}${beyond} ORDER BY "key" LIMIT ${PAGE}`,
        values: after === undefined ? [] : [after],
      },
    ])
    if (rows.length === 0) return
    const filled = rows.map(([, doc]) => columnsOf(collection, JSON.parse(String(doc)) as never).map(shortValue))
    const values = columns.map(([, { type }], i) => {
      const column = filled.map((row) => row[i] ?? null)
      return type === 'text' ? textArray(column as (string | null)[]) : bigintArray(column as (number | null)[])
    })
    await session.run([{ text: update, values: [textArray(rows.map(([key]) => String(key))), ...values] }])
    after = String(rows.at(-1)?.[0])
  }
}

async function one(session: PostgresSession, text: string): Promise<string | number | null> {
  const [rows = []] = await session.run([{ text }])
  return rows[0]?.[0] ?? null
}
