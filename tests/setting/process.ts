import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

const MAIN = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'main.ts')
/** Long enough for a machine that does other things as well. Milliseconds. */
const READY_LIMIT = 60_000

/** A machine's corner of its own for a Herald: nothing outside of `folder` is written. */
export interface Place {
  folder: string
  data: string
  keyFile: string
  env: Record<string, string>
  /** Options that keep it to this place. */
  args: string[]
  /** Every file and folder below, by relative path. */
  listing(): string[]
}

export function createPlace(t: Pick<TestContext, 'after'>): Place {
  const folder = mkdtempSync(join(tmpdir(), 'herald-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))
  const [home, tmp] = [join(folder, 'home'), join(folder, 'tmp')]
  for (const each of [home, tmp, join(folder, 'work')]) mkdirSync(each)
  const data = join(folder, 'data')
  const keyFile = join(folder, 'key', 'root.key')
  return {
    folder,
    data,
    keyFile,
    env: { PATH: process.env.PATH ?? '', HOME: home, USERPROFILE: home, TMPDIR: tmp, TEMP: tmp, TMP: tmp },
    args: ['--data', data, '--root-key-file', keyFile, '--port', '0'],
    listing: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .sort(),
  }
}

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Running {
  child: ChildProcess
  stdout(): string
  stderr(): string
  ended: Promise<Ended>
  /** Sends a signal, and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>
}

/** Runs `herald <args>` as a process, in a place. It is killed with the test. */
export function runHerald(
  t: Pick<TestContext, 'after'>,
  place: Place,
  args: string[],
  env: Record<string, string> = {},
): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: join(place.folder, 'work'),
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return watch(t, child)
}

/** Collects what a child writes, and kills it with the test. */
export function watch(t: Pick<TestContext, 'after'>, child: ChildProcess): Running {
  const output = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text
    })
  }
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, ...output }))
  t.after(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

export interface HeraldProcess extends Running {
  url: string
}

/** Starts `herald start` in a place and waits for its ready line. @throws when it ends before. */
export async function startProcess(
  t: Pick<TestContext, 'after'>,
  place: Place,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<HeraldProcess> {
  const running = runHerald(t, place, ['start', ...place.args, ...args], env)
  return { ...running, url: await readyUrl(running) }
}

/** The address on the ready line. */
export async function readyUrl(running: Running): Promise<string> {
  const limit = AbortSignal.timeout(READY_LIMIT)
  const line = /^Herald is ready at (http:\/\/\S+)$/m
  for (;;) {
    const url = line.exec(running.stdout())?.[1]
    if (url && running.stdout().includes(`${url}\n`)) return url
    const more = await Promise.race([
      once(running.child.stdout!, 'data', { signal: limit }).then(() => true),
      running.ended.then(() => false),
    ])
    if (!more) throw new Error(`Herald ended before it was ready: ${JSON.stringify(await running.ended)}`)
  }
}

/** Whether a process runs. One that has ended and is only waited for by nobody does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Waits for processes to end, which no event tells of: they are nobody's children any more. */
export async function allEnd(pids: number[], within = 10_000): Promise<boolean> {
  const until = Date.now() + within
  while (pids.some(isAlive)) {
    if (Date.now() > until) return false
    await pause(20)
  }
  return true
}
