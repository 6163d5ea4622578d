import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export interface HeraldProcess {
  url: string
  /** Its data folder. */
  data: string
  /** From the start of the process to its ready line, milliseconds; what npm does is not in it. */
  readyAfter: number
  /** Memory of the process with its threads, megabytes: functions are processes of their own. */
  memory(): number
  /** The same once its garbage is collected; for a Herald that was started to do so. */
  kept(): Promise<number>
  /** Time of the cores that the process took so far, milliseconds. */
  cpu(): number
  /** @param keep its data stays, for another start */
  close(keep?: { data: true }): Promise<void>
}

const collector = pathToFileURL(join(import.meta.dirname, 'collect-on-signal.mjs')).href
/** In which a collection is over, and the system has its pages back. Milliseconds. */
const COLLECTION = 3000
const main = join(import.meta.dirname, '..', 'packages', 'cli', 'src', 'main.ts')
/** As `npm start` has it. */
const KEPT_CODE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'herald')
/** Linux counts a process's time in hundredths of a second. */
const TICK_MILLISECONDS = 10

export interface HeraldOptions {
  /** Of an earlier run whose data was kept. */
  folder?: string
  /** In place of a data folder. */
  databaseUrl?: string
  /** Lets `kept` collect its garbage. */
  collects?: true
}

/** Starts Herald on a data folder of its own, as `npm start` does once everything is installed. */
export async function startHeraldProcess(options: HeraldOptions = {}): Promise<HeraldProcess> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'herald-bench-'))
  const data = join(folder, 'data')
  const begin = performance.now()
  const child = spawn(
    process.execPath,
    [
      ...(options.collects ? ['--import', collector] : []),
      main,
      'start',
      ...['--port', '0', '--smtp-port', '0', '--root-key-file', join(folder, 'root.key')],
      ...(options.databaseUrl ? ['--database', options.databaseUrl] : ['--data', data]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: KEPT_CODE } },
  )
  const { url, readyAfter } = await ready(child, begin)
  return {
    url,
    data,
    readyAfter,
    memory: () => residentMegabytes(child.pid!),
    async kept() {
      child.kill('SIGUSR2')
      await setTimeout(COLLECTION)
      return residentMegabytes(child.pid!)
    },
    cpu: () => processorMilliseconds(child.pid!),
    async close(keep) {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess, begin: number) {
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = line.match(/^Herald is ready at (\S+)/)?.[1]
    if (!url) continue
    child.stdout!.resume()
    return { url, readyAfter: performance.now() - begin }
  }
  throw new Error('Herald did not start.')
}

/** Linux tells it; elsewhere 0. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}

function processorMilliseconds(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS
  } catch {
    return 0
  }
}
