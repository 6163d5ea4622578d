/** @herald/sender's PostgreSQL store on a real server; here and not in its package, for the servers are started by other tests' means. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres, postgresTable } from '@herald/sender/stores/postgres'
import pg from 'pg'
import { clockAt, holdToContract } from '../packages/sender/tests/stores/contract.ts'
import { noPostgres, postgresSetting } from './setting/postgres.ts'

const skip = noPostgres ?? false

async function database(table?: string) {
  const { url } = await postgresSetting()
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // The server may be stopped before the pool is.
  pool.on('error', () => {})
  await pool.query(postgresTable(table))
  return { url, pool }
}

holdToContract(
  'PostgreSQL',
  async () => {
    const { pool } = await database()
    return { container: ({ now }) => postgres({ database: pool, now }), end: () => pool.end() }
  },
  { skip },
)

test('a URL and a table of one’s own serve, expired records can be removed, and names are not injected', {
  skip,
}, async () => {
  const { url, pool } = await database('sent')
  const clock = clockAt()
  const store = postgres({ database: url, table: 'sent', now: clock.now })
  await store.claim('key', 30)
  await store.hit('bucket', 7200, 'event')
  clock.pass(31)
  await store.removeExpired()
  const { rows } = await pool.query('SELECT key FROM sent ORDER BY key')
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['hits#bucket', 'once#bucket#event'],
  )
  await store.close()
  await pool.end()
  assert.throws(() => postgres({ database: url, table: 'sent; DROP TABLE sent' }), TypeError)
})
