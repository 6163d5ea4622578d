import { Worker } from 'node:worker_threads'
import type { Job, Outcome } from './worker-jobs.ts'

/** More work waits than the queue holds. */
export class WorkQueueFullError extends Error {
  override name = 'WorkQueueFullError'
}

/** The worker that had the job ended before it answered. */
export class WorkerLostError extends Error {
  override name = 'WorkerLostError'
}

export interface WorkerPoolOptions {
  /** The worker's file, beside this one and without its extension: `./srp-worker`. */
  file: string
  /** Threads at most; each starts when there is work for it. */
  workers: number
  /** Jobs that one worker is given at once: more than 1 where it waits for the network, or should not wait for the event loop. */
  jobsAtOnce?: number
  /** Jobs that may wait. */
  queue?: number
  workerData?: unknown
  env?: NodeJS.ProcessEnv
}

interface Pending extends Job {
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Member {
  worker: Worker
  jobs: Map<number, Pending>
}

export interface WorkerPool<T, R> {
  /**
   * @throws {WorkQueueFullError} when too many jobs wait already.
   * @throws {WorkerLostError} when the worker ended meanwhile; the next job starts a new one.
   */
  run(task: T): Promise<R>
  close(): Promise<void>
}

/** Threads that start on first use and never keep the process from ending by themselves while idle. */
export function createWorkerPool<T, R>(options: WorkerPoolOptions): WorkerPool<T, R> {
  const { file, workers, jobsAtOnce = 1, queue = 2000, workerData, env } = options
  const url = new URL(`${file}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
  const members = new Set<Member>()
  let waiting: Pending[] = []
  let count = 0
  let closed = false
  let soon = false

  function lose(member: Member, why: string): void {
    if (!members.delete(member)) return
    for (const job of member.jobs.values()) job.reject(new WorkerLostError(`A worker thread ended at its work: ${why}`))
    give()
  }

  function start(): Member {
    const worker = new Worker(url, { workerData, execArgv: [], ...(env ? { env } : {}) })
    const member: Member = { worker, jobs: new Map() }
    worker.on('message', (outcomes: readonly Outcome[]) => {
      for (const outcome of outcomes) settle(member, outcome)
      if (member.jobs.size === 0) worker.unref()
      give()
    })
    worker.on('error', (error) => lose(member, error instanceof Error ? error.message : 'it crashed'))
    worker.on('exit', (code) => lose(member, `exit code ${code}`))
    worker.unref()
    members.add(member)
    return member
  }

  function settle(member: Member, outcome: Outcome): void {
    const job = member.jobs.get(outcome.id)
    if (!job) return
    member.jobs.delete(outcome.id)
    if ('error' in outcome) job.reject(Object.assign(new Error(outcome.error.message), { name: outcome.error.name }))
    else job.resolve(outcome.result)
  }

  function freeMember(): Member | undefined {
    let least: Member | undefined
    for (const member of members) if (member.jobs.size < (least?.jobs.size ?? jobsAtOnce)) least = member
    if (least?.jobs.size === 0 || members.size >= workers) return least
    return start()
  }

  /** One message to each worker for all that it is given in the same turn of the event loop. */
  function give(): void {
    const given = new Map<Member, Job[]>()
    while (waiting.length > 0 && !closed) {
      const member = freeMember()
      if (!member) break
      const job = waiting.shift()!
      member.jobs.set(job.id, job)
      const jobs = given.get(member) ?? []
      given.set(member, jobs)
      jobs.push({ id: job.id, task: job.task })
    }
    for (const [{ worker }, jobs] of given) {
      worker.ref()
      worker.postMessage(jobs)
    }
  }

  function giveSoon(): void {
    if (soon) return
    soon = true
    setImmediate(() => {
      soon = false
      give()
    })
  }

  return {
    run(task) {
      if (closed) return Promise.reject(new WorkerLostError('The worker threads were closed.'))
      if (waiting.length >= queue) {
        return Promise.reject(new WorkQueueFullError(`${waiting.length} jobs wait already for worker threads.`))
      }
      return new Promise<R>((resolve, reject) => {
        waiting.push({ id: ++count, task, resolve: (result) => resolve(result as R), reject })
        giveSoon()
      })
    },
    async close() {
      closed = true
      const left = waiting
      waiting = []
      for (const job of left) job.reject(new WorkerLostError('The worker threads were closed.'))
      const ending = [...members]
      for (const member of ending) lose(member, 'closed')
      await Promise.all(ending.map((member) => member.worker.terminate()))
    },
  }
}
