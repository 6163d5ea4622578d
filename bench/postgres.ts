import pg from 'pg'
import { startPostgres } from '../packages/storage/tests/postgres-server.ts'

export interface Databases {
  /** Of the first one. */
  url: string
  /** Makes a further, empty one and returns its URL. @param name goes into the database's name */
  another(name: string): Promise<string>
  stop(): Promise<void>
}

/** A PostgreSQL server of the bench's own, as durable as it is by itself. */
export async function startDatabases(): Promise<Databases> {
  const { url, stop } = await startPostgres({})
  return {
    url,
    async another(name) {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(`CREATE DATABASE herald_bench_${name}`)
      await client.end()
      return url.replace(/(:\/\/[^/]*\/)[^?]*/, `$1herald_bench_${name}`)
    },
    stop,
  }
}
