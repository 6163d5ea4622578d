import { Socket } from 'node:net'
import pg from 'pg'
import { DatabaseUnavailableError } from './store.ts'

/** A statement; with a name it is prepared once for each connection. Values that are buffers travel in binary form. */
export interface Statement {
  readonly text: string
  readonly name?: string
  readonly values?: readonly (string | number | null | Buffer)[]
}

export type Row = readonly (string | number | null)[]

/**
 * One connection, made when it is first needed and made again after it was lost. Statements are sent without waiting for the
 * answers to those before; the server works on them one after another.
 */
export interface PostgresSession {
  /** Connects, unless it is connected. @throws {DatabaseUnavailableError} */
  connect(): Promise<void>
  /**
   * Sends all at once. Every statement is answered, also those after one that failed.
   * @returns the rows of each.
   * @throws the first error: DatabaseUnavailableError when the connection was lost, else the database's own.
   */
  run(statements: readonly Statement[]): Promise<Row[][]>
  close(): Promise<void>
}

export interface SessionOptions {
  url: string
  schema: string
  /** Never connects a second time: for what belongs to one connection, as a transaction of several steps does. */
  once?: boolean
}

const CONNECT_LIMIT = 10_000
const INT8 = 20

/** Numbers that are kept here are safe integers. */
const types = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

const everySession: Record<string, string> = {
  // Plans are made once and kept, also from the time when a table was empty: so they follow an index where there is one.
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
  enable_sort: 'off',
  jit: 'off',
  // Whoever stops in the middle of a commit must not stop the others for long. Milliseconds.
  idle_in_transaction_session_timeout: '10000',
}

interface Connection {
  readonly client: pg.Client
  /** What the client writes to, directly or, with TLS, through its encryption. */
  readonly socket: Socket
}

export function createPostgresSession({ url, schema, once }: SessionOptions): PostgresSession {
  let connection: Promise<Connection> | undefined
  let closed = false

  async function open(): Promise<Connection> {
    const socket = new Socket()
    const client = newClient(url, socket)
    const opening = connection
    // Nobody listens to a connection that is idle; the next one who needs it makes a new one.
    client.on('error', () => forget(opening))
    client.on('end', () => forget(opening))
    try {
      await client.connect()
      const wanted = { ...everySession, search_path: `"${schema}"` }
      // By way of the list of settings, so that an engine that does not know one is not asked for it.
      await client.query({
        text: `SELECT set_config(name, $1::json->>name, false) FROM pg_settings WHERE name = ANY($2)`,
        values: [JSON.stringify(wanted), Object.keys(wanted)],
      })
      return { client, socket }
    } catch (error) {
      client.end().catch(() => {})
      throw unavailable('cannot be reached', error)
    }
  }

  function forget(lost: Promise<Connection> | undefined): void {
    if (connection !== lost) return
    connection = undefined
    if (once) closed = true
  }

  function connected(): Promise<Connection> {
    if (closed) throw new DatabaseUnavailableError('The connection to the database was closed.')
    if (!connection) {
      // First the name, then the work: what `open` starts must know which connection it is.
      const { promise, resolve } = Promise.withResolvers<Connection>()
      connection = promise
      open().then(resolve, (error) => {
        forget(promise)
        resolve(Promise.reject(error))
      })
    }
    return connection
  }

  return {
    async connect() {
      await connected()
    },
    async run(statements) {
      const { client, socket } = await connected()
      // One write for all of them: each would wake the server by itself.
      socket.cork()
      const asked = statements.map(({ text, name, values }) =>
        client.query<(string | number | null)[]>({
          text,
          rowMode: 'array',
          ...(name === undefined ? {} : { name }),
          ...(values === undefined ? {} : { values: [...values] }),
        }),
      )
      socket.uncork()
      const answers = await Promise.allSettled(asked)
      const failed = answers.find((answer) => answer.status === 'rejected')
      if (failed) {
        if (!isLost(failed.reason)) throw failed.reason
        forget(connection)
        client.end().catch(() => {})
        throw unavailable('was lost', failed.reason)
      }
      return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows : []))
    },
    async close() {
      closed = true
      const open = await connection?.catch(() => undefined)
      await open?.client.end().catch(() => {})
    },
  }
}

function newClient(url: string, socket: Socket): pg.Client {
  try {
    return new pg.Client({
      connectionString: url,
      stream: () => socket,
      types,
      pipeline: true,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_LIMIT,
      fallback_application_name: 'herald',
    })
  } catch {
    // What is wrong is not told: the error holds the address, and that may hold a password.
    throw new DatabaseUnavailableError(
      'The address of the database cannot be read: is it postgres://user@host/database?',
    )
  }
}

/** Whether the connection is gone, and not just a statement refused. */
function isLost(error: unknown): boolean {
  const { code, severity } = error as { code?: string; severity?: string }
  return severity === undefined || severity === 'FATAL' || severity === 'PANIC' || /^(08|57P)/.test(code ?? '')
}

/** The database's own words, which name neither password nor data. */
function unavailable(what: string, cause: unknown): DatabaseUnavailableError {
  const { message, code } = cause as { message?: string; code?: string }
  return new DatabaseUnavailableError(`The database ${what}: ${message || code || 'no reason given'}.`, { cause })
}
