import type { DatabaseSync } from 'node:sqlite'
import type { Collection } from './collection.ts'
import { columnsOf } from './columns.ts'
import { quoted } from './find-query.ts'
import { indexesOf } from './indexes.ts'
import { DataFormatError } from './store.ts'

/** Grows when the tables change in a way that an older release would misread. */
const FORMAT = 1
/** Versions of one opening: documents changed in different openings never share a version. */
const VERSIONS_PER_OPENING = 2 ** 32

/**
 * Creates the tables, and adds the columns and indexes that are new, in one transaction.
 * @returns the first version number that this opening may give to a document.
 * @throws {DataFormatError} when a newer release wrote the data.
 */
export function prepareSchema(db: DatabaseSync, collections: readonly Collection<never>[]): number {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(`
      CREATE TABLE IF NOT EXISTS meta ("key" TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS counters ("key" TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO meta ("key", value) VALUES ('format', ${FORMAT}) ON CONFLICT DO NOTHING;
      INSERT INTO meta ("key", value) VALUES ('openings', 1) ON CONFLICT ("key") DO UPDATE SET value = meta.value + 1;
    `)
    const meta = db.prepare('SELECT value FROM meta WHERE "key" = ?')
    const format = Number(meta.get('format')?.value)
    if (format !== FORMAT)
      throw new DataFormatError(
        `The data has format ${format}, and this release of Herald reads format ${FORMAT}: start the release that wrote it.`,
      )
    for (const collection of collections) prepareTable(db, collection)
    db.exec('COMMIT')
    return Number(meta.get('openings')?.value) * VERSIONS_PER_OPENING + 1
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/**
 * Documents are too large for a table WITHOUT ROWID, where they lie in the tree of the keys and spill out of its pages: a new one goes
 * to the end of the table, beside the others of its commit. Tables of that kind that earlier releases made serve as well.
 */
function prepareTable(db: DatabaseSync, collection: Collection<never>): void {
  const table = quoted(collection.name)
  const columns = Object.entries(collection.columns).map(([name, { type }]) => ({ name, type: type.toUpperCase() }))
  const list = ['"key" TEXT PRIMARY KEY NOT NULL', 'version INTEGER NOT NULL', 'doc TEXT NOT NULL']
  list.push(...columns.map(({ name, type }) => `${quoted(name)} ${type}`))
  db.exec(`CREATE TABLE IF NOT EXISTS ${table} (${list.join(', ')})`)

  const present = new Set(
    db
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(collection.name)
      .map((row) => row.name),
  )
  const added = columns.filter(({ name }) => !present.has(name))
  for (const { name, type } of added) db.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(name)} ${type}`)
  if (added.length > 0) fillColumns(db, collection)

  const wanted = new Map(indexesOf(collection).map(({ name, definition }) => [name, definition]))
  const indexes = db.prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c'").all(collection.name)
  for (const { name } of indexes) if (!wanted.has(String(name))) db.exec(`DROP INDEX ${quoted(String(name))}`)
  for (const [name, definition] of wanted)
    db.exec(`CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${table} ${definition}`)
}

/** Derives the columns of the documents that were written before a column existed. */
function fillColumns(db: DatabaseSync, collection: Collection<never>): void {
  const table = quoted(collection.name)
  const sets = Object.keys(collection.columns).map((name) => `${quoted(name)} = ?`)
  const update = db.prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE "key" = ?`)
  const page = db.prepare(`SELECT "key", doc FROM ${table} WHERE "key" > ? ORDER BY "key" LIMIT 1000`)
  // Stored keys may be empty text, which sorts before all others; `after` begins below it.
  const first = db.prepare(`SELECT "key", doc FROM ${table} ORDER BY "key" LIMIT 1000`)
  for (let rows = first.all(); rows.length > 0; rows = page.all(rows.at(-1)?.key ?? '')) {
    for (const row of rows) update.run(...columnsOf(collection, JSON.parse(String(row.doc)) as never), row.key ?? '')
  }
}
