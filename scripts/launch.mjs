/**
 * Runs Herald's commands from a checkout with nothing but npm and Node 20 or later on the machine: installs what the command
 * needs, finds a Node 24 or later (this one, or the one that npm installed as a package), and hands signals and exit codes on.
 * It is plain JavaScript without imports of its own, for it runs before anything is installed.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const RUNTIME = 24
const lock = join(root, '.install.lock')
/** Milliseconds, for what is held for an instant only. */
const ABANDONED_AFTER = 10_000

const check = [
  ['node_modules/@biomejs/biome/bin/biome', 'check'],
  ['node_modules/typescript/bin/tsc', '--noEmit'],
  ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'packages/console/src/page'],
]

/** What each command runs, one after the other, all with the Node that was found; extra arguments go to the last. */
const commands = {
  start: { development: false, steps: [['packages/cli/src/main.ts', 'start', '--demo']] },
  herald: { development: false, steps: [['packages/cli/src/main.ts']] },
  check: { development: true, steps: check },
  test: {
    development: true,
    steps: [...check, ['--test', '--test-concurrency=2', 'packages/*/tests/**/*.test.ts', 'tests/**/*.test.ts']],
  },
  'test:browser': { development: true, steps: [['--test', 'packages/console/tests/page.browser.ts']] },
  'test:kill': { development: true, steps: [['--test', 'tests/kill.chaos.ts']] },
  'test:fuzz': { development: true, steps: [['--test', 'tests/operations.fuzz.ts']] },
  build: { development: true, steps: [['scripts/build-sender.ts']] },
  bench: { development: true, steps: [['bench/main.ts']] },
  'bench:sender': { development: true, steps: [['bench/sender.ts']] },
  format: { development: true, steps: [['node_modules/@biomejs/biome/bin/biome', 'check', '--write']] },
  generate: {
    development: true,
    steps: [['scripts/generate-protocol.ts'], ['scripts/generate-operations-table.ts']],
  },
}

const [name = '', ...extra] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}

try {
  await install(command.development)
  const node = runtime()
  for (const [index, step] of command.steps.entries()) {
    const last = index === command.steps.length - 1
    const code = await run(node, [...step, ...(last ? extra : [])])
    if (code !== 0) process.exit(code)
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** Installs the packages that the lock file names, unless that is done already. */
async function install(development) {
  if (installed(development)) return
  await withLock(async () => {
    if (installed(development)) return
    console.error(`Installing ${development ? 'everything for development' : 'what Herald needs'} (once) …`)
    const fresh = !existsSync(join(root, 'node_modules'))
    const wanted = [fresh ? 'ci' : 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--include=optional']
    if (!development && !developed()) wanted.push('--omit=dev')
    const npm = process.env.npm_execpath
    const shell = process.platform === 'win32' && !npm
    // Progress goes to standard error: standard output is the command's own.
    const options = { stdio: ['ignore', 2, 2], shell, env: { ...process.env, NODE_ENV: '' } }
    const code = npm ? await run(process.execPath, [npm, ...wanted], options) : await run('npm', wanted, options)
    if (code !== 0) throw new Error('npm could not install the packages; its own words are above.')
    if (!installed(development)) throw new Error('npm installed something else than package-lock.json names.')
  })
}

/** Whether node_modules holds what the lock file names, at the same versions: npm keeps a list of what it put there. */
function installed(development) {
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, wanted]) =>
      path === '' ||
      wanted.optional ||
      (wanted.dev && !development) ||
      (wanted.link ? present[path]?.link : present[path]?.version === wanted.version),
  )
}

/** Whether somebody installed for development here; then `start` must not take that away. */
function developed() {
  return Object.values(packagesIn('node_modules/.package-lock.json')).some((found) => found.dev)
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** Lets one process install at a time; a lock whose owner is gone is taken over. */
async function withLock(work) {
  for (let said = false; !take(lock); await new Promise((resolve) => setTimeout(resolve, 200))) {
    if (takeOver()) continue
    if (!said) console.error(`Another process is installing (${lock}); waiting for it …`)
    said = true
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid))
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** Whether the folder is this process's now. */
function take(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** Removes an abandoned lock. One process at a time looks and removes, or one could remove what another has just taken. */
function takeOver() {
  const removing = `${lock}.removing`
  if (!take(removing)) {
    if (age(removing) > ABANDONED_AFTER) rmSync(removing, { recursive: true, force: true })
    return false
  }
  try {
    if (!abandoned()) return false
    rmSync(lock, { recursive: true, force: true })
    return true
  } finally {
    rmSync(removing, { recursive: true, force: true })
  }
}

function abandoned() {
  let pid = 0
  try {
    pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
  } catch {}
  // The owner writes its number right after it made the folder; one that did not was ended in between.
  if (!(pid > 0)) return age(lock) > ABANDONED_AFTER
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Milliseconds since the folder was made; 0 when it is gone. */
function age(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs
  } catch {
    return 0
  }
}

/** The Node to run with, by its path: the one that npm put on the PATH may still be the old one. */
function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= RUNTIME) return process.execPath
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  for (const name of [
    `node-${process.platform}-${process.arch}`,
    `node-win-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ]) {
    const path = join(root, 'node_modules', name, binary)
    if (existsSync(path)) return path
  }
  throw new Error(
    `Herald runs on Node ${RUNTIME} or later; this is ${process.version}, and npm has no Node package for ` +
      `${process.platform}-${process.arch} here. Install Node ${RUNTIME}, or let npm install optional packages.`,
  )
}

/**
 * Where Node keeps what it compiled: the next start takes a third of the time and 30 MB less, for types need not be stripped again.
 * Beside what npm installed, where nobody else can put anything in.
 */
function keptCode() {
  if (process.env.NODE_COMPILE_CACHE) return {}
  return { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'herald') }
}

/** Runs a program to its end; signals to this process go to it, and its end by a signal is an end of this one by the same. */
function run(program, args, options = { stdio: 'inherit' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...keptCode() }, ...options })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, forward)
      if (signal) process.kill(process.pid, signal)
      else resolve(code ?? 1)
    })
  })
}
