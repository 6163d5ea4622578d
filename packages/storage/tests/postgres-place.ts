import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { openPostgresStore } from '../src/index.ts'
import type { Place } from './place.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'

let server: Promise<PostgresServer> | undefined

/** One server for all tests of a file; it ends with the file. */
export function sharedServer(): Promise<PostgresServer> {
  server ??= startPostgres()
  return server
}

after(async () => {
  await (await server)?.stop()
})

export interface PostgresPlace extends Place {
  readonly url: string
  readonly schema: string
  /** Runs a statement beside Herald, in the schema of the place. */
  sql(text: string, values?: unknown[], settings?: Record<string, string>): Promise<Record<string, unknown>[]>
}

/** A schema of its own on the shared server. */
export async function postgresPlace(): Promise<PostgresPlace> {
  const { url } = await sharedServer()
  const schema = `herald_test_${randomBytes(6).toString('hex')}`
  const sql: PostgresPlace['sql'] = async (text, values = [], settings = {}) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      await client.query(`SET search_path = ${schema}`)
      for (const [name, value] of Object.entries(settings)) await client.query(`SET ${name} = ${value}`)
      return (await client.query(text, values)).rows
    } finally {
      await client.end()
    }
  }
  return {
    durable: true,
    url,
    schema,
    sql,
    open: (collections) => openPostgresStore({ url, schema, collections }),
    async remove() {
      await sql(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    },
  }
}
