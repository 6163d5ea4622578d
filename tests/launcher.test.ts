import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { createPlace, type Ended, type Running, watch } from './setting/process.ts'

const LAUNCHER = join(import.meta.dirname, '..', 'scripts', 'launch.mjs')

/** Stands for `packages/cli/src/main.ts`: says what it was given, and does what it is told. */
const command = `
const [command, ...args] = process.argv.slice(2)
console.log(JSON.stringify({ command, args, node: process.execPath, by: process.env.CHOSEN ?? '' }))
if (args.includes('wait')) {
  process.on('SIGTERM', () => { console.log('ended'); process.exit(5) })
  setInterval(() => {}, 1000)
  console.log('waiting')
} else process.exitCode = Number(args.at(-1)?.match(/^exit-(\\d+)$/)?.[1] ?? 0)
`

/** Stands for npm: notes each call, is loud, takes its time, and leaves the list that npm leaves of what it installed. */
const npm = `
const { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
console.log('added 1000 packages')
setTimeout(() => {
  if (existsSync('npm-fails')) process.exit(1)
  mkdirSync('node_modules', { recursive: true })
  const { packages } = JSON.parse(readFileSync('package-lock.json'))
  for (const [path, { dev }] of Object.entries(packages)) {
    if (path === '' || (dev && process.argv.includes('--omit=dev'))) delete packages[path]
  }
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }))
}, 300)
`

const lockFile = (version: string) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { name: 'root' },
      'node_modules/needed': { version },
      'node_modules/for-development': { version, dev: true },
      'node_modules/for-another-machine': { version, optional: true },
    },
  })

interface Checkout {
  root: string
  lock: string
  /** Calls of npm so far. */
  installs(): string[]
  launch(...args: string[]): Running
}

/** A repository of a few lines around the real launcher. */
function checkout(t: TestContext, runtime = 24): Checkout {
  const { folder: root, env } = createPlace(t)
  for (const folder of ['scripts', 'packages/cli/src']) mkdirSync(join(root, folder), { recursive: true })
  const source = readFileSync(LAUNCHER, 'utf8')
  assert.ok(source.includes('const RUNTIME = 24\n'))
  writeFileSync(
    join(root, 'scripts', 'launch.mjs'),
    source.replace('const RUNTIME = 24\n', `const RUNTIME = ${runtime}\n`),
  )
  writeFileSync(join(root, 'packages', 'cli', 'src', 'main.ts'), command)
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'package-lock.json'), lockFile('1.0.0'))
  writeFileSync(join(root, 'npm.cjs'), npm)
  const calls = join(root, 'npm-calls')
  return {
    root,
    lock: join(root, '.install.lock'),
    installs: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
    launch: (...args) =>
      watch(
        t,
        spawn(process.execPath, [join(root, 'scripts', 'launch.mjs'), ...args], {
          env: { ...env, npm_execpath: join(root, 'npm.cjs') },
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      ),
  }
}

async function said(running: Running, output: 'stdout' | 'stderr', words: string): Promise<void> {
  while (!running[output]().includes(words)) {
    const more = await Promise.race([
      new Promise((resolve) => running.child[output]!.once('data', () => resolve(true))),
      running.ended.then(() => false),
    ])
    if (!more) throw new Error(`It ended without "${words}": ${JSON.stringify(await running.ended)}`)
  }
}

const answer = ({ stdout }: Ended) =>
  JSON.parse(stdout.split('\n')[0]!) as { command: string; args: string[]; by: string }

test('installs once, and gives the command its arguments, the output and the exit code', async (t) => {
  const { launch, installs } = checkout(t)
  const first = await launch('start', '--port', '0', 'exit-7').ended
  assert.equal(first.code, 7)
  assert.deepEqual(answer(first).args, ['--demo', '--port', '0', 'exit-7'])
  assert.equal(first.stdout.split('\n').length, 2, `standard output is the command's own: ${first.stdout}`)
  assert.match(first.stderr, /^Installing what Herald needs \(once\) …\nadded 1000 packages\n$/)
  assert.deepEqual(installs(), ['ci --no-audit --no-fund --ignore-scripts --include=optional --omit=dev'])

  const second = await launch('herald', '--version').ended
  assert.equal(second.code, 0)
  assert.equal(answer(second).command, '--version')
  assert.equal(second.stderr, '')
  assert.equal(installs().length, 1)
})

test('installs again when the lock file changed, or a command needs the development packages too', async (t) => {
  const { root, launch, installs } = checkout(t)
  for (const tool of ['node_modules/@biomejs/biome/bin', 'node_modules/typescript/bin']) {
    mkdirSync(join(root, tool), { recursive: true })
  }
  writeFileSync(join(root, 'node_modules/@biomejs/biome/bin/biome'), 'console.log("biome")')
  writeFileSync(join(root, 'node_modules/typescript/bin/tsc'), 'console.log("tsc"); process.exit(3)')
  await launch('start').ended
  const checked = await launch('check').ended
  assert.equal(checked.code, 3, 'the first step that fails ends it')
  assert.equal(checked.stdout, 'biome\ntsc\n')
  writeFileSync(join(root, 'package-lock.json'), lockFile('2.0.0'))
  await launch('start').ended
  await launch('check').ended
  const rest = '--no-audit --no-fund --ignore-scripts --include=optional'
  // What is there for development stays when only `start` asks.
  assert.deepEqual(installs(), [`install ${rest} --omit=dev`, `install ${rest}`, `install ${rest}`])
})

test('two first starts at once install once', async (t) => {
  const { launch, installs, lock } = checkout(t)
  const both = await Promise.all([launch('start').ended, launch('start').ended, launch('herald').ended])
  assert.deepEqual(
    both.map(({ code }) => code),
    [0, 0, 0],
    JSON.stringify(both),
  )
  assert.equal(installs().length, 1)
  assert.ok(!existsSync(lock))
})

test('an installation that fails says so, and is tried again by the next start', async (t) => {
  const { root, launch, installs, lock } = checkout(t)
  writeFileSync(join(root, 'npm-fails'), '')
  const failed = await launch('start').ended
  assert.equal(failed.code, 1)
  assert.equal(failed.stdout, '')
  assert.match(failed.stderr, /\nnpm could not install the packages; its own words are above\.\n$/)
  assert.doesNotMatch(failed.stderr, /\n\s+at /)
  assert.ok(!existsSync(lock))
  rmSync(join(root, 'npm-fails'))
  assert.equal((await launch('start').ended).code, 0)
  assert.equal(installs().length, 2)
})

test('a lock whose owner is gone is taken over, by one of those who wait', async (t) => {
  const { launch, installs, lock } = checkout(t)
  const gone = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => gone.once('close', resolve))
  mkdirSync(lock)
  writeFileSync(join(lock, 'pid'), String(gone.pid))
  const all = await Promise.all(Array.from({ length: 4 }, () => launch('start').ended))
  assert.ok(
    all.every(({ code }) => code === 0),
    JSON.stringify(all),
  )
  assert.equal(installs().length, 1)
})

for (const [which, content] of Object.entries({ 'no owner': undefined, 'half an owner': '' })) {
  test(`a lock with ${which} is taken over once it is old`, async (t) => {
    const { launch, installs, lock } = checkout(t)
    mkdirSync(lock)
    if (content !== undefined) writeFileSync(join(lock, 'pid'), content)
    const waiting = launch('start')
    await said(waiting, 'stderr', 'Another process is installing')
    assert.deepEqual(installs(), [])
    const old = new Date(Date.now() - 60_000)
    utimesSync(lock, old, old)
    assert.equal((await waiting.ended).code, 0)
    assert.equal(installs().length, 1)
  })
}

test('a lock whose owner lives is waited for', async (t) => {
  const { launch, installs, lock } = checkout(t)
  mkdirSync(lock)
  writeFileSync(join(lock, 'pid'), String(process.pid))
  const waiting = launch('start')
  await said(waiting, 'stderr', 'Another process is installing')
  assert.deepEqual(installs(), [])
  rmSync(lock, { recursive: true })
  assert.equal((await waiting.ended).code, 0)
  assert.equal(installs().length, 1)
})

test('a signal goes to the command, whose answer to it counts', { skip: process.platform === 'win32' }, async (t) => {
  const { launch } = checkout(t)
  const running = launch('start', 'wait')
  await said(running, 'stdout', 'waiting')
  const { code, signal, stdout } = await running.end('SIGTERM')
  assert.deepEqual({ code, signal }, { code: 5, signal: null })
  assert.match(stdout, /\nended\n$/)
})

test('a command that ends by a signal ends the launcher by it', { skip: process.platform === 'win32' }, async (t) => {
  const { launch } = checkout(t)
  const running = launch('start', 'wait')
  await said(running, 'stdout', 'waiting')
  const { code, signal } = await running.end('SIGINT')
  assert.deepEqual({ code, signal }, { code: null, signal: 'SIGINT' })
})

test('a signal while npm installs ends it, and the next start installs', {
  skip: process.platform === 'win32',
}, async (t) => {
  const { launch, installs } = checkout(t)
  const running = launch('start')
  await said(running, 'stderr', 'added 1000 packages')
  assert.equal((await running.end('SIGTERM')).signal, 'SIGTERM')
  assert.equal((await launch('start').ended).code, 0)
  assert.equal(installs().length, 2)
})

test('an unknown command is refused with those there are', async (t) => {
  const { launch, installs } = checkout(t)
  for (const name of ['strat', 'constructor', '']) {
    const { code, stdout, stderr } = await launch(name).ended
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, new RegExp(`^Unknown command "${name}"\\. There are: start, .*test`))
  }
  assert.deepEqual(installs(), [])
})

test('where this Node is too old, the one that npm installed runs, by its path', {
  skip: process.platform === 'win32',
}, async (t) => {
  const { root, launch } = checkout(t, 99)
  const missing = await launch('start').ended
  assert.equal(missing.code, 1)
  assert.equal(missing.stdout, '')
  assert.match(
    missing.stderr,
    /\nHerald runs on Node 99 or later; this is v\d+.*let npm install optional packages\.\n$/,
  )

  const packaged = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  mkdirSync(packaged, { recursive: true })
  writeFileSync(join(packaged, 'node'), `#!/bin/sh\nCHOSEN=package exec '${process.execPath}' "$@"\n`)
  chmodSync(join(packaged, 'node'), 0o755)
  const found = await launch('start', 'exit-4').ended
  assert.equal(found.code, 4)
  assert.equal(answer(found).by, 'package')
})

test('every script of the package is a command of the launcher, and the other way round', async (t) => {
  const top = join(import.meta.dirname, '..')
  const { scripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const { launch } = checkout(t)
  const { stderr } = await launch('no-such-command').ended
  const commands = /There are: (.*)\.\n/.exec(stderr)![1]!.split(', ')
  assert.deepEqual(
    scripts,
    Object.fromEntries(Object.keys(scripts).map((name) => [name, `node scripts/launch.mjs ${name}`])),
  )
  assert.deepEqual(new Set(commands), new Set(Object.keys(scripts)))
})

test('package-lock.json names every package of every platform, so that `npm ci` takes it anywhere', () => {
  const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const named = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.values(lock.packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !named.has(name))
  assert.deepEqual(missing, [])
})
