import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { collection, openSqliteStore } from '../src/index.ts'

interface Pool {
  name: string
  settings: { length: number }
}

test('readers of a shared collection get one frozen object until it changes; others get one each', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'herald-shared-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const shared = collection<Pool>('shared', { isShared: true })
  const own = collection<Pool>('own')
  const store = await openSqliteStore({ folder, collections: [shared, own] })
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
})
