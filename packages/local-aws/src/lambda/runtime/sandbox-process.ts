import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { Duplex, Writable } from 'node:stream'
import type { Launch } from '../runtimes/launch.ts'
import { createLineReader, type OutputEvents } from './output-lines.ts'

/** How long output may follow the end of a process: what it started may hold the pipes open. Milliseconds. */
const OUTPUT_GRACE = 200

export interface SandboxProcess {
  /** Ends the process and everything it started, at once. */
  kill(): void
  /** Resolves when it has ended and its output is read, with AWS's word for how. */
  readonly ended: Promise<string>
  /** Descriptor 4 of a process that is `piped`. */
  readonly pipe: Duplex | undefined
  /** The most that it had resident, in bytes; 0 where the system does not say. */
  memory(): number
}

/**
 * Starts the process of a sandbox: a group of its own, so that it ends with all it started, and a pipe on descriptor 3
 * by which it notices when Herald is gone.
 * @param folder where it works
 */
export function startSandboxProcess(
  launch: Launch,
  folder: string,
  environment: Record<string, string>,
  token: string,
  events: OutputEvents,
): SandboxProcess {
  const child = spawn(launch.command, launch.arguments, {
    cwd: folder,
    env: environment,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...(launch.piped ? ['pipe' as const] : [])],
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
  const pipe = (child.stdio[4] ?? undefined) as Duplex | undefined
  return { kill: () => killGroup(child), ended, pipe, memory: () => peakMemory(child.pid) }
}

function howItEnded(code: number | null, signal: NodeJS.Signals | null): string {
  if (signal) return `signal: ${signal === 'SIGKILL' ? 'killed' : signal === 'SIGABRT' ? 'aborted' : signal}`
  return code === 0 ? '' : `exit status ${code}`
}

function peakMemory(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
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

/**
 * How far functions stand back (a Unix nice value) while Herald itself has requests to answer; on idle cores it costs them nothing.
 * Not further, for whatever else computes on the machine goes before them as well, and messages must not wait for that.
 */
const STAND_BACK = 5

function yieldToRequests(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, STAND_BACK)
    // Where Linux schedules by session (autogroup), a nice value counts within the session only, and the sandbox has its own.
    if (process.platform === 'linux') writeFileSync(`/proc/${pid}/autogroup`, String(STAND_BACK))
  } catch {
    // It ended already, or this machine does not let go of priority, or does not schedule by session.
  }
}
