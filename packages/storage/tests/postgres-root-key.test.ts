import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkRootKey, createVault, isSealed, openRootKey, RootKeyError } from '../src/index.ts'
import { postgresPlace } from './postgres-place.ts'
import { noPostgres } from './postgres-server.ts'

test('a missing key file is refused where the database is sealed, and no new one appears', {
  skip: noPostgres ?? false,
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'herald-key-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const place = await postgresPlace()
  t.after(() => place.remove())
  const store = await place.open([])
  t.after(() => store.close())
  const file = join(folder, 'root.key')
  const open = async () =>
    openRootKey({ file, dataFolder: undefined, sealed: (await isSealed(store)) ? 'the database' : undefined })

  const vault = createVault(await open())
  await checkRootKey(store, vault, 'the database')
  await open()
  await rm(file)
  await assert.rejects(open(), (error) => {
    assert.ok(error instanceof RootKeyError)
    assert.match(error.message, /root\.key is missing, but the database holds data that was sealed/)
    return true
  })
  assert.deepEqual(await readdir(folder), [])
  await assert.rejects(checkRootKey(store, createVault(randomBytes(32)), 'the database'), RootKeyError)
})
