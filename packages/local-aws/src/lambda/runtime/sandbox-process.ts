import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { RunnableFunction } from './invocation.ts'
import { createLineReader, type OutputEvents } from './output-lines.ts'

const BOOTSTRAP = fileURLToPath(new URL('../bootstrap/bootstrap.mjs', import.meta.url))

/** How long output may follow the end of a process: what it started may hold the pipes open. Milliseconds. */
const OUTPUT_GRACE = 200

export interface SandboxProcess {
  /** Ends the process and everything it started, at once. */
  kill(): void
  /** Resolves when it has ended and its output is read, with AWS's word for how. */
  readonly ended: Promise<string>
}

/**
 * Starts the process of a sandbox: a group of its own, so that it ends with all it started, and a pipe on descriptor 3
 * by which it notices when Herald is gone.
 */
export function startSandboxProcess(
  runnable: RunnableFunction,
  environment: Record<string, string>,
  token: string,
  events: OutputEvents,
): SandboxProcess {
  const heap = Math.max(32, Math.floor(runnable.memorySize * 0.9))
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, BOOTSTRAP], {
    cwd: runnable.folder,
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  yieldToRequests(child.pid)
  const lifeline = child.stdio[3] as Writable | null
  lifeline?.on('error', () => {})

  const readers = [child.stdout, child.stderr].map((stream) => {
    const read = createLineReader(token, events)
    stream?.on('data', read)
    return read
  })

  const ended = new Promise<string>((resolve) => {
    const finish = (how: string) => {
      for (const read of readers) read()
      resolve(how)
    }
    child.once('error', (error) => finish(`error: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`))
    child.once('exit', (code, signal) => {
      killGroup(child)
      lifeline?.destroy()
      const how = howItEnded(code, signal)
      const late = setTimeout(() => finish(how), OUTPUT_GRACE)
      child.once('close', () => {
        clearTimeout(late)
        finish(how)
      })
    })
  })
  return { kill: () => killGroup(child), ended }
}

function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal) return `signal: ${signal === 'SIGKILL' ? 'killed' : signal === 'SIGABRT' ? 'aborted' : signal}`
  return code === 0 ? '' : `exit status ${code}`
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/** How far functions stand back (a Unix nice value) while Herald itself has requests to answer; on idle cores it costs them nothing. */
const STAND_BACK = 19

function yieldToRequests(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, STAND_BACK)
  } catch {
    // It ended already, or this machine does not let go of priority.
  }
}
