import type { Alarm, Environment } from '@herald/environment'
import type { Store } from '@herald/storage'
import { deleteAttachments } from './attachments.ts'
import { inboxBodies, inboxMessages, type MessageDoc } from './collections.ts'

/** How much an inbox keeps. */
export interface RetentionLimits {
  /** The newest so many messages. */
  messages: number
  /** For so many days. */
  days: number
  /** So many bytes of attachments, all messages together. */
  attachmentBytes: number
}

export const usualRetention: RetentionLimits = { messages: 1000, days: 7, attachmentBytes: 256 * 1024 * 1024 }

const DAY = 86_400_000
const HOUR = 3_600_000
const BATCH = 200

export interface Retention {
  /** Learns what the store holds and removes what is too old. */
  start(): Promise<void>
  /** A message was added, with so many bytes of attachments. */
  added(bytes?: number): void
  /** A message was given so many bytes of attachments. */
  grown(bytes: number): void
  /** Removes every message that is there now. */
  clear(): Promise<void>
  stop(): void
}

/**
 * Keeps the inbox at its size. What is too much is removed once a tenth of the limit has gathered, oldest first, so each new
 * message costs the removal of one; what is too old is removed at the start and every hour.
 * @param shared others add and remove as well, so the messages are counted anew before any is removed.
 */
export function createRetention(
  store: Store,
  environment: Environment,
  limits: RetentionLimits,
  failed: (error: unknown) => void,
  shared: boolean,
): Retention {
  const slack = Math.max(1, Math.floor(limits.messages / 10))
  let count = 0
  let bytes = 0
  let pruning = false
  let stopped = false
  let hourly: Alarm | undefined

  async function remove(docs: readonly MessageDoc[]): Promise<void> {
    if (docs.length === 0) return
    await store.transaction((tx) => {
      for (const doc of docs) {
        tx.delete(inboxMessages, [doc.id])
        tx.delete(inboxBodies, [doc.id])
        deleteAttachments(tx, doc)
      }
    })
    count = Math.max(0, count - docs.length)
    bytes = Math.max(0, bytes - bytesOf(docs))
  }

  async function removeSurplus(): Promise<void> {
    if (shared) await recount()
    while (count > limits.messages || (bytes > limits.attachmentBytes && count > 1)) {
      const limit = Math.min(Math.max(count - limits.messages, 1), BATCH)
      const { docs } = await store.find(inboxMessages, { orderBy: 'position', limit })
      if (docs.length === 0) break
      await remove(docs)
    }
  }

  async function recount(): Promise<void> {
    const found = { count: 0, bytes: 0 }
    let after: string | undefined
    do {
      const page = await store.find(inboxMessages, { orderBy: 'position', limit: 1000, ...(after ? { after } : {}) })
      found.count += page.docs.length
      found.bytes += bytesOf(page.docs)
      after = page.next
    } while (after)
    count = found.count
    bytes = found.bytes
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
      await recount()
      await removeSurplus()
      if (!stopped) everyHour()
    },
    added(more = 0) {
      count++
      bytes += more
      if (count >= limits.messages + slack || bytes > limits.attachmentBytes) prune(removeSurplus)
    },
    grown(more) {
      bytes += more
      if (bytes > limits.attachmentBytes) prune(removeSurplus)
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

const bytesOf = (docs: readonly MessageDoc[]) => docs.reduce((sum, doc) => sum + (doc.attachments?.bytes ?? 0), 0)
