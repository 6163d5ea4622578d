import { system } from '../system.ts'
import { loadPeer } from './load-peer.ts'
import type { Store } from './store.ts'

/** What runs a statement: a `Pool` or a `Client` of `pg`, or what looks like one. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

export interface PostgresOptions {
  /** A pool of `pg`, or the URL to make one for, of two connections. */
  database: string | Queryable
  /** Name of the table, with its schema where need be; {@link postgresTable} is its statement. Default `herald_records`. */
  table?: string
  /** Milliseconds since 1970; for tests. */
  now?: () => number
}

const REMEMBERED_MS = 3_600_000

/** The statement that makes the table; running it twice does no harm. @throws {TypeError} for what is no name. */
export function postgresTable(table = 'herald_records'): string {
  const name = checkedName(table)
  const index = `${name.replace('.', '_')}_expires`
  return `CREATE TABLE IF NOT EXISTS ${name} (
  key text PRIMARY KEY, owner text, count integer, expires bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS ${index} ON ${name} (expires);`
}

/**
 * Keeps its records in a PostgreSQL table, each call in one statement. Expired records are not looked at, and are overwritten or
 * removed with `removeExpired`, to be called once in a while.
 * @throws {TypeError} when the table's name is no plain one.
 */
export function postgres(options: PostgresOptions): Store & { removeExpired(): Promise<void>; close(): Promise<void> } {
  const { database, now = system.now } = options
  const table = checkedName(options.table ?? 'herald_records')
  const owner = system.bytes(9).toString('base64url')
  let made: Promise<Queryable & { end(): Promise<void> }> | undefined
  async function ask(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
    if (typeof database !== 'string') return (await database.query(text, values)).rows
    made ??= connect(database)
    return (await (await made).query(text, values)).rows
  }
  return {
    async claim(key, leaseS) {
      const time = now()
      // `before` sees the table as it was; a row comes back from `mine` only if the claim was written.
      const [row] = await ask(
        `WITH mine AS (
           INSERT INTO ${table} AS t (key, owner, expires) VALUES ($1, $2, $3)
           ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires = excluded.expires WHERE t.expires <= $4
           RETURNING 1
         ), before AS (SELECT owner IS NULL AS sent FROM ${table} WHERE key = $1)
         SELECT EXISTS (SELECT FROM mine) AS mine, (SELECT sent FROM before) AS sent`,
        [`message#${key}`, owner, time + leaseS * 1000, time],
      )
      if (row?.mine) return 'mine'
      return row?.sent ? 'done' : 'busy'
    },
    async done(key) {
      await ask(
        `INSERT INTO ${table} (key, expires) VALUES ($1, $2)
         ON CONFLICT (key) DO UPDATE SET owner = NULL, expires = excluded.expires`,
        [`message#${key}`, now() + REMEMBERED_MS],
      )
    },
    async release(key) {
      await ask(`DELETE FROM ${table} WHERE key = $1 AND owner = $2`, [`message#${key}`, owner])
    },
    async hit(bucket, windowS, once) {
      const time = now()
      const [row] = await ask(
        `WITH known AS (SELECT count FROM ${table} WHERE key = $2 AND expires > $4),
         counted AS (
           INSERT INTO ${table} AS t (key, count, expires)
           SELECT $1, 1, $3 WHERE NOT EXISTS (SELECT FROM known)
           ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN t.expires > $4 THEN t.count + 1 ELSE 1 END,
             expires = CASE WHEN t.expires > $4 THEN t.expires ELSE excluded.expires END
           RETURNING count, expires
         ), noted AS (
           INSERT INTO ${table} (key, count, expires) SELECT $2, count, expires FROM counted WHERE $2::text IS NOT NULL
           ON CONFLICT (key) DO UPDATE SET count = excluded.count, expires = excluded.expires
         )
         SELECT count FROM known UNION ALL SELECT count FROM counted`,
        [`hits#${bucket}`, once === undefined ? null : `once#${bucket}#${once}`, time + windowS * 1000, time],
      )
      return Number(row?.count)
    },
    async removeExpired() {
      await ask(`DELETE FROM ${table} WHERE expires <= $1`, [now()])
    },
    async close() {
      await (await made)?.end()
      made = undefined
    },
  }
}

async function connect(connectionString: string) {
  const { default: pg } = await loadPeer('pg', 'postgres()', () => import('pg'))
  const pool = new pg.Pool({ connectionString, max: 2, connectionTimeoutMillis: 2000, query_timeout: 2000 })
  // A connection that breaks while idle is replaced at the next statement; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}

function checkedName(table: string): string {
  if (/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/.test(table)) return table
  throw new TypeError('A table is named in lower-case letters, digits and "_", perhaps after its schema and a dot.')
}
