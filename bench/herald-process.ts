import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface HeraldProcess {
  url: string
  clientId: string
  userPoolId: string
  /** From the start of the process to its ready line, milliseconds; what npm does is not in it. */
  readyAfter: number
  /** Memory of the main process, megabytes: functions are processes of their own; worker threads are in it. */
  memory(): number
  close(): Promise<void>
}

const main = join(import.meta.dirname, '..', 'packages', 'cli', 'src', 'main.ts')

/** Starts Herald with its demo pool on a data folder of its own, as `npm start` does once everything is installed. */
export async function startHeraldProcess(): Promise<HeraldProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'herald-bench-'))
  const begin = performance.now()
  const child = spawn(
    process.execPath,
    [
      main,
      'start',
      '--demo',
      ...['--port', '0', '--data', join(folder, 'data'), '--root-key-file', join(folder, 'root.key')],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const { url, clientId, userPoolId, readyAfter } = await ready(child, begin)
  return {
    url,
    clientId,
    userPoolId,
    readyAfter,
    memory: () => residentMegabytes(child.pid!),
    async close() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ready(child: ChildProcess, begin: number) {
  let url = ''
  let readyAfter = 0
  for await (const line of createInterface({ input: child.stdout! })) {
    const at = line.match(/^Herald is ready at (\S+)/)?.[1]
    if (at) {
      url = at
      readyAfter = performance.now() - begin
    }
    const demo = line.match(/^Demo pool: (\S+), client (\S+),/)
    if (demo) {
      child.stdout!.resume()
      return { url, readyAfter, userPoolId: demo[1]!, clientId: demo[2]! }
    }
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
