import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sqlite } from '@herald/sender/stores/sqlite'
import { clockAt, holdToContract } from './contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'herald-sender-sqlite-'))
const opened: { close(): Promise<void> }[] = []
after(async () => {
  for (const store of opened) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function container({ now }: { now: () => number }, name = 'messages') {
  const store = sqlite({ file: join(folder, `${name}.sqlite`), now })
  opened.push(store)
  return store
}

holdToContract('SQLite', async () => ({ container }))

test('what a process that ended had sent is known to the next one', async () => {
  const clock = clockAt()
  const first = container(clock, 'restart')
  await first.claim('key', 30)
  await first.done('key')
  await first.close()
  assert.equal(await container(clock, 'restart').claim('key', 30), 'done')
})

test('a file that could not be opened is tried again with the next message', async () => {
  const place = join(folder, 'later')
  const store = sqlite({ file: join(place, 'messages.sqlite'), now: clockAt().now })
  await assert.rejects(store.claim('key', 30))
  mkdirSync(place)
  opened.push(store)
  assert.equal(await store.claim('key', 30), 'mine')
})

test('a process that is killed between claim and sending leaves a claim that lapses', async () => {
  const file = join(folder, 'killed.sqlite')
  const program = `
    const { sqlite } = await import(${JSON.stringify(import.meta.resolve('@herald/sender/stores/sqlite'))})
    console.log(await sqlite({ file: ${JSON.stringify(file)}, now: () => ${clockAt().now()} }).claim('key', 30))
    process.kill(process.pid, 'SIGKILL')`
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  assert.equal(child.signal, 'SIGKILL', child.stderr)
  assert.equal(child.stdout, 'mine\n')
  const clock = clockAt()
  const store = container(clock, 'killed')
  assert.equal(await store.claim('key', 30), 'busy')
  clock.pass(30)
  assert.equal(await store.claim('key', 30), 'mine')
})
