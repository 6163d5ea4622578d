import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { DataFolderInUseError, openSqliteStore, type Store } from '../src/index.ts'
import { codes, users } from './place.ts'

const CHILD = fileURLToPath(new URL('./sign-up-child.ts', import.meta.url))
const collections = [users, codes]

test('kill -9 in mid-batch loses no acknowledged transaction and leaves none in halves', async (t) => {
  const folder = await newFolder(t)
  const acknowledged: string[] = []
  // Each round is killed at another moment: after so many acknowledgements were read.
  for (const [round, lines] of [1, 37, 150, 400, 900].entries()) {
    const child = startChild(t, folder, String(round))
    let read = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'open') continue
      acknowledged.push(line)
      if (++read === lines) child.kill('SIGKILL')
    }
    assert.ok(read >= lines)
  }
  const store = await openSqliteStore({ folder, collections })
  t.after(() => store.close())
  for (const name of acknowledged)
    assert.ok(await store.get(users, ['p', name]), `${name} was acknowledged and is lost`)
  const [inUsers, inCodes] = [await count(store, users), await count(store, codes)]
  assert.ok(inUsers >= acknowledged.length)
  assert.equal(inCodes, inUsers)
  assert.equal(await store.counter(['users']), inUsers)
  t.diagnostic(`${acknowledged.length} acknowledged, 0 lost`)
})

test('a second process on the same data folder is refused, until the first one ends, even by kill -9', async (t) => {
  const folder = await newFolder(t)
  const child = startChild(t, folder, '0', 'hold')
  await once(child.stdout, 'data')
  await assert.rejects(openSqliteStore({ folder, collections }), (error) => {
    assert.ok(error instanceof DataFolderInUseError)
    assert.match(error.message, /is in use by another Herald/)
    assert.ok(error.message.includes(folder))
    return true
  })
  child.kill('SIGKILL')
  await once(child, 'exit')
  const store = await openSqliteStore({ folder, collections })
  await store.close()
})

test('a second store in the same process is refused as well, and does not free the folder for others', async (t) => {
  const folder = await newFolder(t)
  const store = await openSqliteStore({ folder, collections })
  t.after(() => store.close())
  await assert.rejects(openSqliteStore({ folder, collections }), DataFolderInUseError)
  const child = startChild(t, folder, '0', 'hold', 'ignore')
  const [code] = await once(child, 'exit')
  assert.equal(code, 1)
})

test('the folder and its files are for their owner only', { skip: process.platform === 'win32' }, async (t) => {
  const folder = join(await newFolder(t), 'a', 'data')
  const store = await openSqliteStore({ folder, collections })
  await store.transaction((tx) => tx.put(codes, ['a'], { used: false }))
  assert.equal((await stat(folder)).mode & 0o777, 0o700)
  const files = await readdir(folder)
  assert.ok(files.includes('herald.sqlite-wal'))
  for (const file of files) assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file)
  await store.close()
  await chmod(join(folder, 'herald.sqlite'), 0o644)
  const again = await openSqliteStore({ folder, collections })
  assert.equal((await stat(join(folder, 'herald.sqlite'))).mode & 0o777, 0o600)
  await again.close()
})

test('what was committed is there after the store opens again', async (t) => {
  const folder = await newFolder(t)
  for (let opening = 1; opening <= 3; opening++) {
    const store = await openSqliteStore({ folder, collections })
    await store.transaction(async (tx) => {
      const before = await tx.get(codes, ['openings'])
      assert.equal(before?.count ?? 0, opening - 1)
      tx.put(codes, ['openings'], { used: false, count: opening })
      tx.add(['openings'], 1)
    })
    assert.equal(await store.counter(['openings']), opening)
    await store.close()
    assert.deepEqual((await readdir(folder)).sort(), ['herald.sqlite', 'lock'], 'closed without leftovers')
  }
})

async function newFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'herald-store-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function startChild(
  t: TestContext,
  folder: string,
  round: string,
  mode = 'sign-up',
  stderr: 'inherit' | 'ignore' = 'inherit',
) {
  const child = spawn(process.execPath, [CHILD, folder, round, mode], { stdio: ['ignore', 'pipe', stderr] })
  t.after(() => end(child))
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function count(store: Store, of: typeof users | typeof codes): Promise<number> {
  let found = 0
  let after: string | undefined
  do {
    const query = after === undefined ? { limit: 1000 } : { limit: 1000, after }
    const page = of === users ? await store.find(users, query) : await store.find(codes, query)
    found += page.docs.length
    after = page.next
  } while (after !== undefined)
  return found
}
