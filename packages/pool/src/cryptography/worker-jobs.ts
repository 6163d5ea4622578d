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
 * The worker's side: does the tasks of a message at once where `work` waits for something, else one after the other, and answers
 * them together, for it is the crossing that costs. An error crosses as its name and message only.
 */
export function workOnJobs<T, R>(work: (task: T) => Promise<R> | R): void {
  const port = parentPort
  if (!port) throw new Error('This file runs in a worker thread only.')
  async function outcomeOf({ id, task }: Job): Promise<Outcome> {
    try {
      return { id, result: await work(task as T) }
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error('The work failed.')
      return { id, error: { name, message } }
    }
  }
  port.on('message', async (jobs: readonly Job[]) => port.postMessage(await Promise.all(jobs.map(outcomeOf))))
}
