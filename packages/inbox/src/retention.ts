import type { Alarm, Environment } from '@herald/environment'
import type { Store } from '@herald/storage'
import { inboxBodies, inboxMessages, type MessageDoc } from './collections.ts'

/** How much an inbox keeps. */
export interface RetentionLimits {
  /** The newest so many messages. */
  messages: number
  /** For so many days. */
  days: number
}

const DAY = 86_400_000
const HOUR = 3_600_000
const BATCH = 200

export interface Retention {
  /** Learns what the store holds and removes what is too old. */
  start(): Promise<void>
  /** A message was added. */
  added(): void
  /** Removes every message that is there now. */
  clear(): Promise<void>
  stop(): void
}

/**
 * Keeps the inbox at its size. What is too much is removed once a tenth of the limit has gathered, oldest first, so each new
 * message costs the removal of one; what is too old is removed at the start and every hour.
 */
export function createRetention(
  store: Store,
  environment: Environment,
  limits: RetentionLimits,
  failed: (error: unknown) => void,
): Retention {
  const slack = Math.max(1, Math.floor(limits.messages / 10))
  let count = 0
  let pruning = false
  let stopped = false
  let hourly: Alarm | undefined

  async function remove(docs: readonly MessageDoc[]): Promise<void> {
    if (docs.length === 0) return
    await store.transaction((tx) => {
      for (const { id } of docs) {
        tx.delete(inboxMessages, [id])
        tx.delete(inboxBodies, [id])
      }
    })
    count = Math.max(0, count - docs.length)
  }

  async function removeSurplus(): Promise<void> {
    while (count > limits.messages) {
      const limit = Math.min(count - limits.messages, BATCH)
      const { docs } = await store.find(inboxMessages, { orderBy: 'position', limit })
      if (docs.length === 0) break
      await remove(docs)
    }
  }

  async function removeOld(): Promise<void> {
    const oldest = environment.clock.now() - limits.days * DAY
    for (;;) {
      const where = [{ column: 'at', below: oldest }]
      const { docs } = await store.find(inboxMessages, { where, orderBy: 'position', limit: BATCH })
      await remove(docs)
      if (docs.length < BATCH) return
    }
  }

  function prune(work: () => Promise<void>): void {
    if (pruning || stopped) return
    pruning = true
    work()
      .catch(failed)
      .finally(() => {
        pruning = false
      })
  }

  function everyHour(): void {
    hourly = environment.clock.alarm(environment.clock.now() + HOUR, () => {
      prune(removeOld)
      if (!stopped) everyHour()
    })
  }

  return {
    async start() {
      await removeOld()
      let after: string | undefined
      do {
        const page = await store.find(inboxMessages, { orderBy: 'position', limit: 1000, ...(after ? { after } : {}) })
        count += page.docs.length
        after = page.next
      } while (after)
      await removeSurplus()
      if (!stopped) everyHour()
    },
    added() {
      count++
      if (count >= limits.messages + slack) prune(removeSurplus)
    },
    async clear() {
      const { docs } = await store.find(inboxMessages, { orderBy: 'position', descending: true, limit: 1 })
      const newest = docs[0]
      if (!newest) return
      for (;;) {
        const where = [{ column: 'position', atMost: newest.position }]
        const page = await store.find(inboxMessages, { where, orderBy: 'position', limit: BATCH })
        await remove(page.docs)
        if (page.docs.length < BATCH) return
      }
    },
    stop() {
      stopped = true
      hourly?.cancel()
    },
  }
}
