import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createPlace, type Ended, type Place, runHerald, startProcess } from './setting/process.ts'

/** One sentence, or two or three, on standard error; never where in the code it came from. */
function assertRefusal(ended: Ended, code: number, sentence: RegExp): void {
  assert.equal(ended.code, code, JSON.stringify(ended))
  assert.match(ended.stderr, sentence)
  assert.equal(ended.stderr.trimEnd().split('\n').length, 1, ended.stderr)
  assert.doesNotMatch(ended.stderr, /\n\s+at |\.ts:\d+|node:internal|Error:/)
  assert.equal(ended.stdout, '')
}

function refused(t: TestContext, place: Place, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  return runHerald(t, place, ['start', ...args], env).ended
}

test('a port that is taken', async (t) => {
  const place = createPlace(t)
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as { port: number }
  const ended = await refused(t, place, [...place.args, '--port', String(port)])
  assertRefusal(ended, 1, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is taken\\. .*--port`))
})

test('a data folder that another Herald holds, which goes on undisturbed', async (t) => {
  const place = createPlace(t)
  const first = await startProcess(t, place)
  assertRefusal(await refused(t, place, place.args), 1, /^The data folder .* is in use by another Herald\. .*--data/)
  assert.equal((await fetch(`${first.url}/_herald/health`)).status, 200)
  await first.end()
  await (await startProcess(t, place)).end()
})

test('a root key that is lost, foreign, open to others or among the data', async (t) => {
  const place = createPlace(t)
  await (await startProcess(t, place)).end()
  const foreign = Buffer.alloc(32, 1).toString('base64')

  const other = await refused(t, place, place.args, { HERALD_ROOT_KEY: foreign })
  assertRefusal(other, 1, /^The data in .* was sealed under another root key\./)
  assert.ok(other.stderr.includes(place.data), 'it says which data')
  assert.ok(!other.stderr.includes(foreign), 'the key is not repeated')

  const broken = await refused(t, place, place.args, { HERALD_ROOT_KEY: 'c2VjcmV0' })
  assertRefusal(broken, 1, /^HERALD_ROOT_KEY has 6 bytes; a root key has 32/)

  const inside = ['--data', place.data, '--port', '0', '--root-key-file', join(place.data, 'root.key')]
  assertRefusal(await refused(t, place, inside), 1, /^The root key file .* lies inside the data folder/)

  if (process.platform !== 'win32') {
    chmodSync(place.keyFile, 0o644)
    assertRefusal(await refused(t, place, place.args), 1, /^The root key file .* may be read .* by other users/)
  }
  rmSync(dirname(place.keyFile), { recursive: true })
  assertRefusal(await refused(t, place, place.args), 1, /^The root key file .* is missing, but .* holds data/)
  assert.ok(!place.listing().includes(join('key', 'root.key')), 'no new key hides that the old one is lost')
})

test('a data folder that cannot be used', async (t) => {
  const place = createPlace(t)
  const at = (data: string) => ['--data', data, '--root-key-file', place.keyFile, '--port', '0']
  const file = join(place.folder, 'file')
  writeFileSync(file, '')
  assertRefusal(
    await refused(t, place, at(file)),
    1,
    /^Herald cannot use .*file: a file of that name is in the way\.$/m,
  )
  assertRefusal(
    await refused(t, place, at(join(file, 'data'))),
    1,
    /^Herald cannot use .*: a part of that path is a file/,
  )
  mkdirSync(place.data)
  writeFileSync(join(place.data, 'herald.sqlite'), 'this is no database '.repeat(200))
  const env = { HERALD_ROOT_KEY: Buffer.alloc(32, 1).toString('base64') }
  assertRefusal(await refused(t, place, at(place.data), env), 1, /^The database in the data folder .* not a database/)
})

const wrong: { args?: string[]; env?: Record<string, string>; says: RegExp }[] = [
  { args: ['--bogus'], says: /^Unknown option '--bogus'\. See "herald start --help"\.$/m },
  { env: { HERALD_PORT: 'http' }, says: /^HERALD_PORT takes a number from 0 to 65535, and "http" is none/ },
  { args: ['--host', '0.0.0.0'], says: /^--host 0\.0\.0\.0 can be reached by others, so it needs --token/ },
]

for (const { args = [], env = {}, says } of wrong) {
  test(`wrong options: ${[...args, ...Object.entries(env).map((entry) => entry.join('='))].join(' ')}`, async (t) => {
    const place = createPlace(t)
    const before = place.listing()
    assertRefusal(await refused(t, place, args, env), 2, says)
    assert.deepEqual(place.listing(), before, 'nothing was begun')
  })
}

test('an address that is not of this machine', async (t) => {
  const args = ['--ephemeral', '--port', '0', '--token', 'x', '--host', '192.0.2.1']
  assertRefusal(await refused(t, createPlace(t), args), 1, /^192\.0\.2\.1 is not an address of this machine \(--host\)/)
})

test('an unknown command', async (t) => {
  const { code, stdout, stderr } = await runHerald(t, createPlace(t), ['run']).ended
  assert.equal(code, 2)
  assert.equal(stdout, '')
  assert.match(stderr, /^There is no command "run"\.\n\nherald \d/)
  assert.doesNotMatch(stderr, /\n\s+at /)
})

test('--help and --version answer on standard output', async (t) => {
  const place = createPlace(t)
  const [help, startHelp, version] = await Promise.all(
    [['--help'], ['start', '--help'], ['--version']].map((args) => runHerald(t, place, args).ended),
  )
  assert.equal(help!.code, 0)
  assert.match(help!.stdout, /herald start \[options\]/)
  assert.equal(startHelp!.code, 0)
  assert.match(startHelp!.stdout, /--root-key-file +where the root key is kept/)
  assert.equal(version!.code, 0)
  assert.match(version!.stdout, /^\d+\.\d+\.\d+\n$/)
})
