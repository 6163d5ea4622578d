import { parentPort } from 'node:worker_threads'

/** What goes to a worker, and what comes back. */
export interface Job {
  readonly id: number
  readonly task: unknown
}
export type Outcome =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: { name: string; message: string } }

/**
 * The worker's side: does one task after the other, or several at once where `work` waits for something. An error crosses
 * as its name and message only.
 */
export function workOnJobs<T, R>(work: (task: T) => Promise<R> | R): void {
  const port = parentPort
  if (!port) throw new Error('This file runs in a worker thread only.')
  port.on('message', async ({ id, task }: Job) => {
    let outcome: Outcome
    try {
      outcome = { id, result: await work(task as T) }
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error('The work failed.')
      outcome = { id, error: { name, message } }
    }
    port.postMessage(outcome)
  })
}
