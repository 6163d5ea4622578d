import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { checkRootKey, createVault, openRootKey, openSqliteStore, RootKeyError } from '../src/index.ts'

const posix = { skip: process.platform === 'win32' }

test('the key file is made once, for its owner only, and read from then on', posix, async (t) => {
  const { file, dataFolder, root } = await newPlace(t)
  const key = openRootKey({ file, dataFolder })
  assert.equal(key.length, 32)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await stat(join(root, 'config'))).mode & 0o777, 0o700)
  assert.deepEqual(openRootKey({ file, dataFolder }), key)
  assert.deepEqual(await readdir(join(root, 'config')), ['root.key'], 'no draft is left behind')
  assert.equal((await readFile(file, 'utf8')).trim(), key.toString('base64'))
})

test('the key given as base64 goes before the file, which is not touched', async (t) => {
  const { file, dataFolder, root } = await newPlace(t)
  const key = randomBytes(32)
  assert.deepEqual(openRootKey({ file, base64: `${key.toString('base64')}\n`, dataFolder }), key)
  assert.deepEqual(await readdir(root), [])
})

test('a key of the wrong length or form is refused, and not repeated', async (t) => {
  const { file, dataFolder } = await newPlace(t)
  const cases: [string, RegExp][] = [
    [randomBytes(31).toString('base64'), /has 31 bytes; a root key has 32/],
    [randomBytes(33).toString('base64'), /has 33 bytes/],
    [randomBytes(32).toString('hex'), /has 48 bytes/],
    ['this is not base64!', /is not base64/],
    [`${randomBytes(32).toString('base64')}x`, /is not base64/],
    ['', /is empty/],
    [' \n', /is empty/],
  ]
  await mkdir(join(file, '..'))
  for (const [text, message] of cases) {
    const refusal = refused(message, text.trim())
    assert.throws(() => openRootKey({ file, base64: text, dataFolder }), refusal)
    await writeFile(file, text, { mode: 0o600 })
    assert.throws(() => openRootKey({ file, dataFolder }), refusal)
    await rm(file)
  }
})

test('a key file inside the data folder is refused, however the way there is written', async (t) => {
  const { dataFolder, root } = await newPlace(t)
  await mkdir(dataFolder)
  await symlink(dataFolder, join(root, 'link'), 'junction')
  const files = [
    join(dataFolder, 'root.key'),
    join(dataFolder, 'deep', 'er', 'root.key'),
    join(root, 'link', 'root.key'),
    `${root}/other/../data/root.key`,
    dataFolder,
  ]
  for (const file of files)
    assert.throws(() => openRootKey({ file, dataFolder }), refused(/inside the data folder/), file)
  assert.deepEqual(await readdir(dataFolder), [])
  openRootKey({ file: join(root, 'data-beside', 'root.key'), dataFolder })
  openRootKey({ file: join(root, '..root.key'), dataFolder: join(root, 'data') })
})

test('a key file that others may read is refused', posix, async (t) => {
  const { file, dataFolder } = await newPlace(t)
  const key = openRootKey({ file, dataFolder })
  for (const mode of [0o640, 0o604, 0o660]) {
    await chmod(file, mode)
    assert.throws(
      () => openRootKey({ file, dataFolder }),
      refused(/other users \(mode 0.*chmod 600/, key.toString('base64')),
    )
  }
})

test('a key file that cannot be read or made is refused with the reason', posix, async (t) => {
  const { file, dataFolder, root } = await newPlace(t)
  await mkdir(file, { recursive: true, mode: 0o700 })
  await chmod(file, 0o700)
  assert.throws(() => openRootKey({ file, dataFolder }), refused(/cannot be read \(EISDIR\)/))
  await writeFile(join(root, 'plain'), '')
  assert.throws(() => openRootKey({ file: join(root, 'plain', 'root.key'), dataFolder }), refused(/ENOTDIR/))
  await symlink(join(root, 'nowhere'), join(root, 'dangling'))
  assert.throws(() => openRootKey({ file: join(root, 'dangling'), dataFolder }), refused(/cannot be read \(ENOENT\)/))
})

test('a missing key file beside existing data is refused, and no new one appears', async (t) => {
  const { file, dataFolder } = await newPlace(t)
  const vault = createVault(openRootKey({ file, dataFolder }))
  const store = await openSqliteStore({ folder: dataFolder, collections: [] })
  await checkRootKey(store, vault, dataFolder)
  await store.close()
  await rm(file)
  assert.throws(() => openRootKey({ file, dataFolder }), refused(/is missing, but .* holds data/))
  await assert.rejects(stat(file), { code: 'ENOENT' })
})

test('data that was begun under another root key is refused, and stays usable with its own', async (t) => {
  const { dataFolder } = await newPlace(t)
  const own = createVault(randomBytes(32))
  const foreign = createVault(randomBytes(32))
  for (const [vault, fits] of [
    [own, true],
    [own, true],
    [foreign, false],
    [own, true],
  ] as const) {
    const store = await openSqliteStore({ folder: dataFolder, collections: [] })
    try {
      if (fits) await checkRootKey(store, vault, dataFolder)
      else await assert.rejects(checkRootKey(store, vault, dataFolder), refused(/was sealed under another root key/))
    } finally {
      await store.close()
    }
  }
})

function refused(message: RegExp, secret = ''): (error: unknown) => true {
  return (error) => {
    assert.ok(error instanceof RootKeyError, String(error))
    assert.match(error.message, message)
    if (secret) assert.ok(!error.message.includes(secret), 'the message repeats the key')
    return true
  }
}

async function newPlace(t: TestContext): Promise<{ root: string; file: string; dataFolder: string }> {
  const root = await mkdtemp(join(tmpdir(), 'herald-key-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  return { root, file: join(root, 'config', 'root.key'), dataFolder: join(root, 'data') }
}
