import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** A stored row; `key`, `doc` and columns hold the user's name and sub. */
type Row = Record<string, string | number | null>

const TABLES = ['users', 'aliases']
const AT_ONCE = 1000

function* copies(rows: Row[], template: { userName: string; sub: string }, count: number): Generator<Row[]> {
  for (let index = 0; index < count; index++) {
    const name = `seed-${index}`
    const sub = randomUUID()
    const changed = (value: Row[string]) =>
      typeof value === 'string' ? value.replaceAll(template.userName, name).replaceAll(template.sub, sub) : value
    yield rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, changed(value)])))
  }
}

const holds = (row: Row, text: string) => Object.values(row).some((value) => String(value).includes(text))

/** Puts `count` copies of a user beside that user, straight into the data of a Herald that does not run: signing them up would take minutes. */
export function addUsersToFolder(data: string, template: { userName: string; sub: string }, count: number): void {
  const file = readdirSync(data).find((name) => /\.(db|sqlite)$/.test(name))
  if (!file) throw new Error('The data folder holds no database.')
  const db = new DatabaseSync(join(data, file))
  db.exec('BEGIN')
  for (const table of TABLES) {
    const rows = (db.prepare(`SELECT * FROM "${table}"`).all() as Row[]).filter((row) => holds(row, template.sub))
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) continue
    const insert = db.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const copied of copies(rows, template, count)) {
      for (const row of copied) insert.run(...columns.map((name) => row[name] ?? null))
    }
  }
  db.exec('COMMIT')
  db.exec('ANALYZE')
  db.close()
}

/** The same on PostgreSQL. */
export async function addUsersToPostgres(
  url: string,
  template: { userName: string; sub: string },
  count: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const table of TABLES) {
      const found = await client.query<Row>(`SELECT * FROM "${table}"`)
      const rows = found.rows.filter((row) => holds(row, template.sub))
      const batch: Row[] = []
      for (const copied of copies(rows, template, count)) {
        batch.push(...copied)
        if (batch.length >= AT_ONCE) await insertAll(client, table, batch.splice(0))
      }
      if (batch.length > 0) await insertAll(client, table, batch)
      await client.query(`ANALYZE "${table}"`)
    }
  } finally {
    await client.end()
  }
}

async function insertAll(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  await client.query(`INSERT INTO "${table}" SELECT * FROM json_populate_recordset(NULL::"${table}", $1)`, [
    JSON.stringify(rows),
  ])
}
