import type { Alarm, Environment } from '@herald/environment'
import type { Store } from '@herald/storage'
import { inboxMessages } from './collections.ts'

const BATCH = 200
/** How often to look for what other processes on the same store added, milliseconds. */
const POLL = 60_000
/** Secrets that expire within the same second are erased together. */
const TOGETHER = 1000

/**
 * Erases the secrets of undelivered messages as they expire by the clock.
 * @param erase erases one and says so in its trace.
 * @param shared other processes add secrets, too, and may end before these expire.
 */
export function createExpiry(
  store: Store,
  environment: Environment,
  erase: (id: string) => Promise<void>,
  failed: (error: unknown) => void,
  shared: boolean,
) {
  let next = Number.POSITIVE_INFINITY
  let alarm: Alarm | undefined
  let stopped = false

  function ringAt(time: number): void {
    const at = Math.ceil(time / TOGETHER) * TOGETHER
    if (at >= next || stopped) return
    alarm?.cancel()
    next = at
    alarm = environment.clock.alarm(at, () => {
      next = Number.POSITIVE_INFINITY
      sweep().catch(failed)
    })
  }

  async function sweep(): Promise<void> {
    if (stopped) return
    for (;;) {
      const where = [{ column: 'secretExpiresAt', atMost: environment.clock.now() }]
      const { docs } = await store.find(inboxMessages, { where, limit: BATCH })
      await Promise.all(docs.map((doc) => erase(doc.id)))
      if (docs.length < BATCH || stopped) break
    }
    const where = [{ column: 'secretExpiresAt', above: environment.clock.now() }]
    const { docs } = await store.find(inboxMessages, { where, orderBy: 'secretExpiresAt', limit: 1 })
    const soonest = docs[0]?.secretExpiresAt
    if (soonest !== undefined) ringAt(soonest)
    if (shared) ringAt(environment.clock.now() + POLL)
  }

  return {
    /** Erases what has expired while the program was down, and sets the first alarm. */
    start: sweep,
    /** A secret was added that expires at `time` (milliseconds). */
    added: ringAt,
    stop() {
      stopped = true
      alarm?.cancel()
    },
  }
}
