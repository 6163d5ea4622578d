import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type PostgresServer, startPostgres } from '../../packages/storage/tests/postgres-server.ts'

export { noPostgres } from '../../packages/storage/tests/postgres-server.ts'

let server: Promise<PostgresServer> | undefined
const made: { databases: string[]; folders: string[] } = { databases: [], folders: [] }

after(async () => {
  for (const folder of made.folders) rmSync(folder, { recursive: true, force: true })
  if (!server) return
  const { url, stop } = await server
  for (const name of made.databases) await ask(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await stop()
})

export interface PostgresSetting {
  /** The options of every Herald that is to use the database: with it comes the one root key. */
  args: string[]
  url: string
  keyFile: string
}

/** An empty database of its own on the file's server. */
export async function postgresSetting(): Promise<PostgresSetting> {
  server ??= startPostgres()
  const { url } = await server
  const name = `herald_test_${randomBytes(6).toString('hex')}`
  await ask(url, `CREATE DATABASE ${name}`)
  made.databases.push(name)
  const folder = mkdtempSync(join(tmpdir(), 'herald-test-key-'))
  made.folders.push(folder)
  const own = url.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${name}`)
  const keyFile = join(folder, 'root.key')
  return { args: ['--database', own, '--root-key-file', keyFile], url: own, keyFile }
}

/** Ends the file's server as a power cut would, and starts it again. */
export async function crashPostgres(): Promise<void> {
  await (await server)?.crash()
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
