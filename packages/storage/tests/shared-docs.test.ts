import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { collection, openSqliteStore, type Store, sharedCollection } from '../src/index.ts'
import { postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'

interface Pool {
  name: string
  settings: { length: number }
}

const shared = sharedCollection<Pool>('shared')
const own = collection<Pool>('own')
const collections = [shared, own]

test('SQLite: readers of a shared collection get one frozen object until it changes; others get one each', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'herald-shared-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await sharesUntilItChanges(t, await openSqliteStore({ folder, collections }))
})

test('in memory: the same', async (t) => {
  await sharesUntilItChanges(t, await openSqliteStore({ folder: undefined, collections }))
})

test('PostgreSQL: the same, also where another process changes it', { skip: noPostgres ?? false }, async (t) => {
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open(collections)
  await sharesUntilItChanges(t, store)

  const neighbour = await place.open(collections)
  t.after(() => neighbour.close())
  await neighbour.transaction((tx) => tx.put(shared, ['a'], { name: 'c', settings: { length: 1 } }))
  assert.equal((await store.get(shared, ['a']))!.name, 'c')
})

test('PostgreSQL: texts beyond those read last are read again', { skip: noPostgres ?? false }, async (t) => {
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open(collections)
  t.after(() => store.close())
  const keys = Array.from({ length: 300 }, (_, i) => [`${i}`])
  await store.transaction((tx) => {
    for (const key of keys) tx.put(shared, key, { name: key.join(), settings: { length: 1 } })
  })
  const read = () => Promise.all(keys.map((key) => store.get(shared, key)))
  const first = await read()
  const second = await read()
  assert.deepEqual(second, first)
  assert.notEqual(second[0], first[0])
  assert.equal(await store.get(shared, ['299']), second[299])
})

async function sharesUntilItChanges(t: TestContext, store: Store): Promise<void> {
  t.after(() => store.close())
  await store.transaction((tx) => {
    for (const each of [shared, own]) tx.put(each, ['a'], { name: 'a', settings: { length: 1 } })
  })

  const doc = await store.get(shared, ['a'])
  assert.deepEqual(doc, { name: 'a', settings: { length: 1 } })
  assert.equal(await store.get(shared, ['a']), doc)
  assert.equal(await store.transaction((tx) => tx.get(shared, ['a'])), doc)
  assert.throws(() => {
    doc!.settings.length = 2
  }, TypeError)

  await store.transaction(async (tx) => tx.put(shared, ['a'], { ...(await tx.get(shared, ['a']))!, name: 'b' }))
  assert.deepEqual(await store.get(shared, ['a']), { name: 'b', settings: { length: 1 } })

  const mine = await store.get(own, ['a'])
  mine!.settings.length = 2
  assert.deepEqual(await store.get(own, ['a']), { name: 'a', settings: { length: 1 } })
}
