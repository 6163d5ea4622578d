import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { findSteps } from '../src/find-query.ts'
import { type Collection, collection, DataFormatError, openPostgresStore, type Query } from '../src/index.ts'
import { refuseOtherEngines } from '../src/postgres-schema.ts'
import { createPostgresSession } from '../src/postgres-session.ts'
import { codes, users } from './place.ts'
import { type PostgresPlace, postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'

const options = { skip: noPostgres ?? false }

interface Letter {
  to: string
  weight?: number
}

test('columns and indexes that are added later are filled from the documents', options, async (t) => {
  const place = await newPlace(t)
  const before = collection<Letter>('letters')
  const store = await place.open([before])
  await store.transaction((tx) => {
    tx.insert(before, [''], { to: 'nobody\u0000' })
    for (let i = 1; i < 2500; i++)
      tx.insert(before, [`${i}`], i % 2 ? { to: `person ${i}`, weight: i } : { to: 'nobody\u0000' })
  })
  await store.close()
  const after = collection<Letter>('letters', {
    columns: {
      to: { type: 'text', of: (letter) => letter.to },
      weight: { type: 'integer', of: (letter) => letter.weight ?? null },
    },
    indexes: [['to', 'weight']],
    sparseIndexes: [['weight']],
  })
  const again = await place.open([after])
  t.after(() => again.close())
  const heavy = await again.find(after, { where: [{ column: 'weight', above: 2400 }], orderBy: 'weight', limit: 1000 })
  assert.equal(heavy.docs.length, 50)
  assert.deepEqual(heavy.docs[0], { to: 'person 2401', weight: 2401 })
  const nobody = { where: [{ column: 'to', equals: 'nobody\u0000' }], limit: 1000 }
  const first = await again.find(after, nobody)
  assert.equal(first.docs.length, 1000)
  assert.equal((await again.find(after, { ...nobody, after: first.next ?? '' })).docs.length, 250)
  assert.deepEqual(await indexesOf(place, 'letters'), ['letters.to.weight', 'letters.weight.sparse'])
})

test('an index that is declared no more is dropped; documents and foreign indexes stay', options, async (t) => {
  const place = await newPlace(t)
  const columns: Collection<Letter>['columns'] = { to: { type: 'text', of: (letter) => letter.to } }
  for (const indexes of [[['to']], []]) {
    const letters = collection<Letter>('letters', { columns, indexes })
    const store = await place.open([letters])
    await store.transaction((tx) => tx.put(letters, ['1'], { to: 'jane' }))
    assert.equal((await store.find(letters, { where: [{ column: 'to', equals: 'jane' }], limit: 9 })).docs.length, 1)
    assert.deepEqual(await indexesOf(place, 'letters'), indexes.length > 0 ? ['letters.to'] : ['own_index'])
    if (indexes.length > 0) await place.sql('CREATE INDEX own_index ON letters (version)')
    await store.close()
  }
})

test('data of a newer format is refused and left as it is', options, async (t) => {
  const place = await newPlace(t)
  await (await place.open([codes])).close()
  await place.sql("UPDATE meta SET value = 2 WHERE key = 'format'")
  await assert.rejects(place.open([codes, users]), (error) => {
    assert.ok(error instanceof DataFormatError)
    assert.match(error.message, /has format 2/)
    return true
  })
  assert.deepEqual(await place.sql("SELECT to_regclass('users') AS users"), [{ users: null }])
})

test('a database of another encoding is refused', options, async (t) => {
  const place = await newPlace(t)
  const name = `${place.schema}_latin`
  await place.sql(`CREATE DATABASE ${name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`)
  t.after(() => place.sql(`DROP DATABASE ${name}`))
  const url = place.url.replace(/(:\/\/[^/]*\/)[^?]*/, `$1${name}`)
  await assert.rejects(
    openPostgresStore({ url, collections: [] }),
    /^DataFormatError: The database is encoded in LATIN1/,
  )
})

test('engines that only speak as PostgreSQL does are refused by name', () => {
  refuseOtherEngines('PostgreSQL 15.8 (Debian 15.8-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc')
  for (const [version, name] of [
    ['CockroachDB CCL v24.1.0 (x86_64-pc-linux-gnu)', 'CockroachDB'],
    ['PostgreSQL 11.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu', 'YugabyteDB'],
  ] as const)
    assert.throws(() => refuseOtherEngines(version), new RegExp(`The database is ${name}`))
})

test('whoever stops in the middle of a commit does not hold up the others for long', options, async (t) => {
  const { url, schema } = await newPlace(t)
  const session = createPostgresSession({ url, schema })
  t.after(() => session.close())
  const [rows] = await session.run([{ text: 'SHOW idle_in_transaction_session_timeout' }])
  assert.deepEqual(rows, [['10s']])
})

test('names that are no plain identifiers are refused before anything is made', options, async (t) => {
  const { url } = await newPlace(t)
  for (const schema of ['', 'A', 'a"b', 'a b', '1a', 'a'.repeat(64)])
    await assert.rejects(openPostgresStore({ url, schema, collections: [] }), TypeError, schema)
  await assert.rejects(openPostgresStore({ url, collections: [collection('a"b')] }), TypeError)
})

test(
  'searches that an index serves read a range of it and sort nothing, also in an empty table',
  options,
  async (t) => {
    const place = await newPlace(t)
    await (await place.open([users])).close()
    const after = Buffer.from(JSON.stringify([5, 'p/a'])).toString('base64url')
    const inPool = { where: [{ column: 'pool', equals: 'p' }], orderBy: 'age', limit: 10 }
    const queries: Query[] = [
      inPool,
      { ...inPool, descending: true },
      { ...inPool, after },
      { ...inPool, after, descending: true },
      { where: [{ column: 'name', startsWith: 'a%' }], orderBy: 'name', limit: 10 },
      { where: [{ column: 'name', equals: 'jane' }], limit: 10 },
      { where: [inPool.where[0]!, { column: 'nickname', equals: 'jo' }], orderBy: 'nickname', limit: 10 },
      { where: [inPool.where[0]!, { column: 'nickname', startsWith: 'j' }], orderBy: 'nickname', limit: 10 },
    ]
    for (const query of queries)
      for (const { sql, parameters } of findSteps(users, query)) {
        let count = 0
        const text = `EXPLAIN ${sql.replace(/\?/g, () => `$${++count}`)}`
        const rows = await place.sql(text, [...parameters, 10], {
          enable_seqscan: 'off',
          enable_bitmapscan: 'off',
          enable_sort: 'off',
        })
        const plan = rows.map((row) => String(row['QUERY PLAN'])).join('\n')
        assert.match(plan, /Index Scan.* using "users\./, plan)
        assert.doesNotMatch(plan, /Sort|Seq Scan/, plan)
      }
  },
)

test('texts too long for an index are found, told apart and paged through like others', options, async (t) => {
  const place = await newPlace(t)
  const store = await place.open([users])
  t.after(() => store.close())
  // Random, so that no compression makes them fit.
  const long = `ä${randomBytes(6000).toString('base64')}`
  const names = [`${long}a`, `${long}b`, long, `${long.slice(0, 449)}`, `${long.slice(0, 5000)}x`]
  await store.transaction((tx) => {
    for (const [i, name] of names.entries()) {
      tx.insert(users, ['p', name], { pool: 'p', name, age: i })
      tx.add(['n', name], i)
    }
  })
  for (const [i, name] of names.entries()) {
    assert.equal((await store.get(users, ['p', name]))?.age, i)
    assert.equal(await store.counter(['n', name]), i)
    const found = await store.find(users, { where: [{ column: 'name', equals: name }], limit: 10 })
    assert.deepEqual([found.docs.map(({ age }) => age), found.keys], [[i], [['p', name]]])
  }
  const ages = async (startsWith: string) =>
    (await store.find(users, { where: [{ column: 'name', startsWith }], limit: 10 })).docs.map(({ age }) => age).sort()
  assert.deepEqual(await ages(long), [0, 1, 2])
  assert.deepEqual(await ages(long.slice(0, 5000)), [0, 1, 2, 4])
  assert.deepEqual(await ages(long.slice(0, 100)), [0, 1, 2, 3, 4])
  assert.deepEqual(await ages(`${long}ab`), [])
  const paged: unknown[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find(users, { orderBy: 'name', limit: 2, ...(after === undefined ? {} : { after }) })
    paged.push(...page.docs.map(({ age }) => age))
    after = page.next
    if (after === undefined) break
  }
  assert.deepEqual(paged.sort(), [0, 1, 2, 3, 4])
  await store.transaction((tx) => tx.delete(users, ['p', long]))
  assert.equal(await store.get(users, ['p', long]), undefined)
  assert.equal((await store.get(users, ['p', `${long}a`]))?.age, 0)
})

async function newPlace(t: TestContext): Promise<PostgresPlace> {
  const place = await postgresPlace()
  t.after(() => place.remove())
  return place
}

/** Beside that of the primary key. */
async function indexesOf(place: PostgresPlace, table: string): Promise<unknown[]> {
  const text = 'SELECT indexname FROM pg_indexes WHERE schemaname = $1 AND tablename = $2 ORDER BY indexname'
  const rows = await place.sql(text, [place.schema, table])
  return rows.map((row) => row.indexname).filter((name) => name !== `${table}_pkey`)
}
