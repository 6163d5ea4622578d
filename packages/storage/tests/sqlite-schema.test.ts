import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { findSteps } from '../src/find-query.ts'
import {
  type Collection,
  collection,
  DataFormatError,
  openSqliteStore,
  type Query,
  StoreBrokenError,
} from '../src/index.ts'
import { startSqliteWriter } from '../src/sqlite-writer-link.ts'
import { codes, users } from './place.ts'

interface Letter {
  to: string
  weight?: number
}

test('columns and indexes that are added later are filled from the documents', async (t) => {
  const folder = await newFolder(t)
  const before = collection<Letter>('letters')
  const store = await openSqliteStore({ folder, collections: [before] })
  await store.transaction((tx) => {
    for (let i = 0; i < 2500; i++)
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
  const again = await openSqliteStore({ folder, collections: [after] })
  t.after(() => again.close())
  const heavy = await again.find(after, { where: [{ column: 'weight', above: 2400 }], orderBy: 'weight', limit: 1000 })
  assert.equal(heavy.docs.length, 50)
  assert.deepEqual(heavy.docs[0], { to: 'person 2401', weight: 2401 })
  const nobody = await again.find(after, { where: [{ column: 'to', equals: 'nobody\u0000' }], limit: 1000 })
  assert.equal(nobody.docs.length, 1000)
  assert.deepEqual(indexesOf(folder, 'letters'), ['letters.to.weight', 'letters.weight.sparse'])
})

test('an index that is declared no more is dropped; documents stay', async (t) => {
  const folder = await newFolder(t)
  const columns: Collection<Letter>['columns'] = { to: { type: 'text', of: (letter) => letter.to } }
  for (const indexes of [[['to']], []]) {
    const letters = collection<Letter>('letters', { columns, indexes })
    const store = await openSqliteStore({ folder, collections: [letters] })
    await store.transaction((tx) => tx.put(letters, ['1'], { to: 'jane' }))
    assert.equal((await store.find(letters, { where: [{ column: 'to', equals: 'jane' }], limit: 9 })).docs.length, 1)
    assert.deepEqual(indexesOf(folder, 'letters'), indexes.length > 0 ? ['letters.to'] : [])
    await store.close()
  }
})

test('tables that were made without row ids serve as before', async (t) => {
  const folder = await newFolder(t)
  const columns: Collection<Letter>['columns'] = { to: { type: 'text', of: (letter) => letter.to } }
  const letters = collection<Letter>('letters', { columns, indexes: [['to']] })
  const store = await openSqliteStore({ folder, collections: [letters] })
  await store.transaction((tx) => tx.insert(letters, ['1'], { to: 'jane' }))
  await store.close()
  const db = new DatabaseSync(join(folder, 'herald.sqlite'))
  db.exec('ALTER TABLE letters RENAME TO newer; DROP INDEX "letters.to"')
  db.exec(
    'CREATE TABLE letters ("key" TEXT PRIMARY KEY, version INTEGER NOT NULL, doc TEXT NOT NULL, "to" TEXT) WITHOUT ROWID',
  )
  db.exec('INSERT INTO letters SELECT * FROM newer; DROP TABLE newer')
  db.close()

  const again = await openSqliteStore({ folder, collections: [letters] })
  t.after(() => again.close())
  const found = async (to: string) =>
    (await again.find(letters, { where: [{ column: 'to', equals: to }], limit: 9 })).docs
  assert.deepEqual(await found('jane'), [{ to: 'jane' }])
  await again.transaction(async (tx) => {
    await tx.get(letters, ['1'])
    tx.put(letters, ['1'], { to: 'joe', weight: 1 })
    tx.insert(letters, ['2'], { to: 'jane', weight: 2 })
  })
  assert.deepEqual(await found('jane'), [{ to: 'jane', weight: 2 }])
  assert.deepEqual(await found('joe'), [{ to: 'joe', weight: 1 }])
  assert.deepEqual(indexesOf(folder, 'letters'), ['letters.to'])
})

test('data of a newer format is refused and left as it is', async (t) => {
  const folder = await newFolder(t)
  await (await openSqliteStore({ folder, collections: [codes] })).close()
  const db = new DatabaseSync(join(folder, 'herald.sqlite'))
  db.exec("UPDATE meta SET value = 2 WHERE key = 'format'")
  db.close()
  await assert.rejects(openSqliteStore({ folder, collections: [codes, users] }), (error) => {
    assert.ok(error instanceof DataFormatError)
    assert.match(error.message, /has format 2/)
    return true
  })
  const look = new DatabaseSync(join(folder, 'herald.sqlite'))
  assert.equal(look.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'users'").get()?.n, 0)
  look.close()
})

test('names that are no plain identifiers, reserved or given twice are refused', async () => {
  const text = { type: 'text', of: () => null } as const
  const refused = [
    [collection('a"b')],
    [collection('')],
    [collection('sqlite_a')],
    [collection('meta')],
    [collection('Counters')],
    [collection('a'), collection('A')],
    [collection('a', { columns: { version: text } })],
    [collection('a', { columns: { 'x" TEXT': text } })],
    [collection('a', { columns: { x: text, X: text } })],
    [collection('a', { columns: { x: text }, indexes: [['y']] })],
    [collection('a', { columns: { x: text }, sparseIndexes: [['x', 'y']] })],
  ]
  for (const collections of refused)
    await assert.rejects(openSqliteStore({ folder: undefined, collections }), TypeError, collections[0]?.name)
})

test('searches that an index serves read a range of it and sort nothing', async (t) => {
  const folder = await newFolder(t)
  await (await openSqliteStore({ folder, collections: [users] })).close()
  const db = new DatabaseSync(join(folder, 'herald.sqlite'))
  t.after(() => db.close())
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
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters, 10)
      const steps = plan.map((row) => String(row.detail))
      assert.equal(steps.length, 1, steps.join('; '))
      assert.match(steps[0] ?? '', /^SEARCH users USING INDEX/, sql)
    }
})

test('a writer thread that stopped refuses what waits for it and what comes later', async (t) => {
  const folder = await newFolder(t)
  const writer = startSqliteWriter({ file: join(folder, 'not', 'there'), tables: [], firstVersion: 1 })
  await assert.rejects(writer.commit({ seen: [], writes: [] }), StoreBrokenError)
  await assert.rejects(writer.commit({ seen: [], writes: [] }), /The thread that writes the data stopped/)
  await writer.close()
})

test('one transaction that the database refuses does not disturb those that share its commit', async (t) => {
  const folder = await newFolder(t)
  const store = await openSqliteStore({ folder, collections: [codes, users] })
  t.after(() => store.close())
  const db = new DatabaseSync(join(folder, 'herald.sqlite'))
  db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON codes WHEN new.key = 'bad' BEGIN SELECT raise(ABORT, 'refused'); END`)
  db.close()
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

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'herald-store-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function indexesOf(folder: string, table: string): string[] {
  const db = new DatabaseSync(join(folder, 'herald.sqlite'))
  const rows = db.prepare("SELECT name FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name").all(table)
  db.close()
  return rows.map((row) => String(row.name))
}
