import type { Clock } from '@herald/environment'
import type { Store } from '@herald/storage'
import { messages as outbox } from '../storage/collections.ts'
import type { MessageDoc } from './message.ts'

const PAGE = 1000

/**
 * Makes due what an earlier process left in hand when it ended: it may have been handed over or not, and at least once means
 * again. So does what waits for longer than any wait lasts: it was put off by a clock that was moved, and time is not kept
 * over a restart.
 * @param longestWait milliseconds.
 */
export async function freeClaims(store: Store, clock: Clock, longestWait: number): Promise<void> {
  const isStuck = (message: MessageDoc) => message.claimed === true || message.dueAt > clock.now() + longestWait
  let after: string | undefined
  do {
    const page = await store.find(outbox, { limit: PAGE, ...(after ? { after } : {}) })
    const stuck = page.docs.filter(isStuck)
    if (stuck.length > 0) {
      await store.transaction(async (tx) => {
        for (const { id } of stuck) {
          const message = await tx.get(outbox, [id])
          if (!message || !isStuck(message)) continue
          const { claimed: _claimed, ...free } = message
          tx.put(outbox, [id], { ...free, dueAt: clock.now() })
        }
      })
    }
    after = page.next
  } while (after)
}
