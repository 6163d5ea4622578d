import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import pg from 'pg'
import { DatabaseUnavailableError, openPostgresStore } from '../src/index.ts'
import { codes, users } from './place.ts'
import { postgresPlace } from './postgres-place.ts'
import { noPostgres, startPostgres } from './postgres-server.ts'

const options = { skip: noPostgres ?? false }
const ownServer = { skip: noPostgres ?? (process.env.HERALD_TEST_DATABASE ? 'a given server is not stopped' : false) }
const collections = [users, codes]

test('what was acknowledged survives a server that dies, and the store goes on after it', ownServer, async (t) => {
  const server = await startPostgres({})
  t.after(() => server.stop())
  const store = await openPostgresStore({ url: server.url, collections })
  t.after(() => store.close())
  const acknowledged: string[] = []
  let ended = false
  let lost = 0
  const callers = Array.from({ length: 8 }, async (_, caller) => {
    for (let i = 0; !ended; i++) {
      const name = `${caller}-${i}`
      await store
        .transaction(async (tx) => {
          if (await tx.get(users, ['p', name])) return
          tx.insert(users, ['p', name], { pool: 'p', name, age: i })
          tx.add(['users'], 1)
        })
        .then(
          () => acknowledged.push(name),
          (error) => {
            assert.ok(error instanceof DatabaseUnavailableError, String(error))
            lost++
          },
        )
    }
  })
  for (const enough of [200, 600]) {
    while (acknowledged.length < enough) await new Promise((resolve) => setImmediate(resolve))
    await server.crash()
  }
  const before = acknowledged.length
  while (acknowledged.length < before + 200) await new Promise((resolve) => setImmediate(resolve))
  ended = true
  await Promise.all(callers)
  const found = await Promise.all(acknowledged.map((name) => store.get(users, ['p', name])))
  assert.equal(found.filter(Boolean).length, acknowledged.length)
  assert.equal(await store.counter(['users']), await count(server.url))
  t.diagnostic(`${acknowledged.length} acknowledged, 0 lost; ${lost} heard that they may be`)
})

test('a document made anew after the server died has a version of its own', ownServer, async (t) => {
  const server = await startPostgres({})
  t.after(() => server.stop())
  const seen = new Set<unknown>()
  for (let opening = 0; opening < 4; opening++) {
    const store = await openPostgresStore({ url: server.url, collections })
    for (let i = 0; i < 3; i++) {
      await store.transaction((tx) => tx.put(codes, ['a'], { used: false }))
      const version = await versionOf(server.url)
      assert.ok(!seen.has(version), `version ${version} was given before`)
      seen.add(version)
      await store.transaction((tx) => tx.delete(codes, ['a']))
    }
    await store.close()
    await server.crash()
  }
})

test('a commit that the database gives up in favour of another is sent again', options, async (t) => {
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open(collections)
  t.after(() => store.close())
  await store.transaction((tx) => tx.put(codes, ['a'], { used: false, count: 1 }))
  // A stranger locks the document, and then waits for the line that the commit holds: one of the two is given up, and it is
  // the one that waited first.
  const stranger = await connect(t, place.url)
  await stranger.query(`SET search_path = ${place.schema}; BEGIN; SELECT 1 FROM codes WHERE "key" = 'a' FOR UPDATE`)
  const committing = store.transaction(async (tx) => {
    const code = await tx.get(codes, ['a'])
    tx.put(codes, ['a'], { used: true, count: (code?.count ?? 0) + 1 })
  })
  const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'WITH v %'`
  while ((await place.sql(waits)).length === 0);
  await stranger.query(`SELECT 1 FROM meta WHERE "key" = 'tables' FOR UPDATE`)
  await stranger.query('ROLLBACK')
  await committing
  assert.deepEqual(await store.get(codes, ['a']), { used: true, count: 2 })
})

test('one transaction that the database refuses does not disturb those that share its commit', options, async (t) => {
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open(collections)
  t.after(() => store.close())
  await place.sql(`ALTER TABLE codes ADD CHECK ("key" <> 'bad')`)
  const outcomes = await Promise.allSettled(
    ['a', 'bad', 'b'].map((key) =>
      store.transaction((tx) => {
        tx.put(users, ['p', key], { pool: 'p', name: key, age: 1 })
        tx.put(codes, [key], { used: false })
      }),
    ),
  )
  assert.deepEqual(
    outcomes.map((outcome) => outcome.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  const { docs } = await store.find(users, { limit: 10 })
  assert.deepEqual(
    docs.map((user) => user.name),
    ['a', 'b'],
  )
})

test('an address that cannot be read is refused, and not repeated', options, async () => {
  const opening = openPostgresStore({ url: 'postgres://me:secret@[nonsense/x', collections })
  await assert.rejects(opening, (error) => {
    assert.ok(error instanceof DatabaseUnavailableError, String(error))
    assert.equal(error.cause, undefined)
    assert.match(error.message, /^The address of the database cannot be read/)
    assert.doesNotMatch(error.message, /secret/)
    return true
  })
})

test('a server that is not there, or refuses, is said so, without the password', options, async () => {
  const password = randomBytes(9).toString('hex')
  const { url } = await postgresPlace()
  const wrong = url.includes('?') ? url.replace('/postgres?', '/no_such_database?') : `${url}_not_there`
  for (const each of [`postgres://me:${password}@127.0.0.1:1/herald`, wrong]) {
    await assert.rejects(openPostgresStore({ url: each, collections }), (error) => {
      assert.ok(error instanceof DatabaseUnavailableError, String(error))
      assert.match(error.message, /^The database cannot be reached: /)
      assert.ok(!error.message.includes(password))
      return true
    })
  }
})

async function connect(t: TestContext, url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  t.after(() => client.end())
  return client
}

async function ask(url: string, text: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}

const count = async (url: string) => Number((await ask(url, 'SELECT count(*) AS n FROM herald.users')).n)
const versionOf = async (url: string) => (await ask(url, `SELECT version FROM herald.codes WHERE "key" = 'a'`)).version
