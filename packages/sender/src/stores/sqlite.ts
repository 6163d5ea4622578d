import type { DatabaseSync } from 'node:sqlite'
import { SenderError } from '../errors.ts'
import { system } from '../system.ts'
import type { Store } from './store.ts'

export interface SqliteOptions {
  /** Of the database; it is made when it is not there. `:memory:` keeps nothing. */
  file: string
  /** Milliseconds since 1970; for tests. */
  now?: () => number
}

const REMEMBERED_MS = 3_600_000

/**
 * Keeps its records in an SQLite file, which all processes of one machine may share: for a server, a container or development,
 * not for Lambda, whose containers share no disk. Uses Node's own SQLite.
 *
 * Each call rejects with a {SenderError} `Configuration` on a Node without it (older than 22.13; from 22.5 it has it with `--experimental-sqlite`).
 */
export function sqlite({ file, now = system.now }: SqliteOptions): Store & { close(): Promise<void> } {
  let opened: Promise<DatabaseSync> | undefined
  const owner = system.bytes(9).toString('base64url')
  /** Does work that no other process's may come between. */
  async function alone<T>(work: (database: DatabaseSync, time: number) => T): Promise<T> {
    opened ??= open(file).catch((error: unknown) => {
      // The next message tries again.
      opened = undefined
      throw error
    })
    const database = await opened
    database.exec('BEGIN IMMEDIATE')
    try {
      const time = now()
      database.prepare('DELETE FROM herald_records WHERE expires <= ?').run(time)
      const result = work(database, time)
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }
  return {
    claim: (key, leaseS) =>
      alone((database, time) => {
        const found = database.prepare('SELECT owner FROM herald_records WHERE key = ?').get(`message#${key}`)
        if (found) return found.owner === null ? 'done' : 'busy'
        write(database, { key: `message#${key}`, owner, expires: time + leaseS * 1000 })
        return 'mine'
      }),
    done: (key) => alone((database, time) => write(database, { key: `message#${key}`, expires: time + REMEMBERED_MS })),
    release: (key) =>
      alone((database) => {
        database.prepare('DELETE FROM herald_records WHERE key = ? AND owner = ?').run(`message#${key}`, owner)
      }),
    hit: (bucket, windowS, once) =>
      alone((database, time) => {
        const read = database.prepare('SELECT count, expires FROM herald_records WHERE key = ?')
        const before = once === undefined ? undefined : read.get(`once#${bucket}#${once}`)
        if (before) return Number(before.count)
        const window = read.get(`hits#${bucket}`)
        const count = Number(window?.count ?? 0) + 1
        const expires = Number(window?.expires ?? time + windowS * 1000)
        write(database, { key: `hits#${bucket}`, count, expires })
        if (once !== undefined) write(database, { key: `once#${bucket}#${once}`, count, expires })
        return count
      }),
    async close() {
      const database = await opened
      opened = undefined
      database?.close()
    },
  }
}

/** A claim has an owner, a sent message none, a window and an event's place in it a count. `expires` in milliseconds. */
const table = `CREATE TABLE IF NOT EXISTS herald_records (
  key TEXT PRIMARY KEY, owner TEXT, count INTEGER, expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS herald_records_expires ON herald_records (expires);`

async function open(file: string): Promise<DatabaseSync> {
  const sqlite = await import('node:sqlite').catch((error) => {
    throw new SenderError('Configuration', `sqlite() needs Node 22.13 or later, and this is ${process.version}`, error)
  })
  const database = new sqlite.DatabaseSync(file)
  database.exec(`PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${table}`)
  return database
}

function write(database: DatabaseSync, record: { key: string; owner?: string; count?: number; expires: number }): void {
  database
    .prepare('INSERT OR REPLACE INTO herald_records (key, owner, count, expires) VALUES (?, ?, ?, ?)')
    .run(record.key, record.owner ?? null, record.count ?? null, record.expires)
}
