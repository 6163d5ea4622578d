import { Worker } from 'node:worker_threads'
import type { CommitAnswer, CommitRequest } from './sqlite-writer.ts'
import type { WriterThreadData } from './sqlite-writer-thread.ts'
import { type CommitOptions, LAZY, StoreBrokenError } from './store.ts'

/** The writer thread as the event loop sees it. */
export interface SqliteWriterLink {
  /** Resolves to the version written once the commit is durable, or to the conflict that prevented it. */
  commit(request: CommitRequest, options?: CommitOptions): Promise<Exclude<CommitAnswer, { error: Error }>>
  /** Waits for what was given before, then ends the thread. */
  close(): Promise<void>
}

interface Waiting {
  resolve(answer: Exclude<CommitAnswer, { error: Error }>): void
  reject(error: Error): void
}

/** Starts the thread. It keeps the process alive only while somebody waits for a commit. */
export function startSqliteWriter(workerData: WriterThreadData): SqliteWriterLink {
  const worker = new Worker(new URL('./sqlite-writer-thread.ts', import.meta.url), {
    workerData,
    name: 'sqlite-writer',
  })
  worker.unref()
  /** Answers come in the order of the requests. */
  const waiting: Waiting[] = []
  let outbox: CommitRequest[] = []
  let isSending = false
  let lazySend: NodeJS.Timeout | undefined
  let broken: StoreBrokenError | undefined
  let closing = false
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  function breakDown(reason: string, cause?: unknown): void {
    broken ??= new StoreBrokenError(`The thread that writes the data stopped (${reason}). Start Herald again.`, {
      cause,
    })
    for (const { reject } of waiting.splice(0)) reject(broken)
  }

  function send(): void {
    const batch = outbox
    outbox = []
    isSending = false
    clearTimeout(lazySend)
    lazySend = undefined
    // A lazy commit's time may have been up just before.
    if (!broken && batch.length > 0) worker.postMessage(batch)
  }

  worker.on('message', (answers: readonly CommitAnswer[]) => {
    const done = waiting.splice(0, answers.length)
    if (waiting.length === 0) worker.unref()
    for (const [i, { resolve, reject }] of done.entries()) {
      const answer = answers[i]!
      if ('error' in answer) reject(answer.error)
      else resolve(answer)
    }
  })
  worker.on('messageerror', (error) => breakDown(error.message, error))
  worker.on('error', (error) => breakDown(error instanceof Error ? error.message : String(error), error))
  worker.on('exit', (code) => {
    if (!closing || waiting.length > 0) breakDown(`exit code ${code}`)
  })

  return {
    commit(request, { lazily } = {}) {
      if (broken) return Promise.reject(broken)
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) worker.ref()
        waiting.push({ resolve, reject })
        outbox.push(request)
        if (lazily) {
          lazySend ??= setTimeout(send, LAZY)
        } else if (!isSending) {
          // One message for everything that commits in the same turn of the event loop.
          isSending = true
          setImmediate(send)
        }
      })
    },
    async close() {
      if (closing || broken) return ended
      closing = true
      worker.ref()
      if (outbox.length > 0) send()
      worker.postMessage('close')
      await ended
    },
  }
}
