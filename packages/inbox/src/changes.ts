import type { CommitOptions, Store, Transaction } from '@herald/storage'
import { inboxMessages, type MessageDoc } from './collections.ts'

/** Changes `doc` in place; undefined where the inbox does not know the message. Must be repeatable. */
export type Change<T> = (doc: MessageDoc | undefined, tx: Transaction) => Promise<T> | T

interface Waiting {
  change: Change<unknown>
  options: CommitOptions
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * Lets the changes of one message follow each other in the order in which they were asked for. Those that come while
 * another is being written wait and are written together, so fifty at once cost two transactions and none is lost.
 */
export function createChanges(store: Store, changed: (id: string) => void) {
  const queues = new Map<string, Waiting[]>()

  async function write(id: string, batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await store.transaction(
        async (tx) => {
          const doc = await tx.get(inboxMessages, [id])
          const values: unknown[] = []
          for (const { change } of batch) values.push(await change(doc, tx))
          if (doc) {
            tx.put(inboxMessages, [id], doc)
            tx.afterCommit(() => changed(id))
          }
          return values
        },
        { lazily: batch.every(({ options }) => options.lazily) },
      )
      for (const [i, { resolve }] of batch.entries()) resolve(results[i])
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  async function drain(id: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await write(id, queue.splice(0))
    queues.delete(id)
  }

  return function enqueue<T>(id: string, change: Change<T>, options: CommitOptions = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting = { change, options, resolve: resolve as (value: unknown) => void, reject }
      const queue = queues.get(id)
      if (queue) {
        queue.push(waiting)
        return
      }
      const first = [waiting]
      queues.set(id, first)
      void drain(id, first)
    })
  }
}
