import type { Alarm, Environment } from '@herald/environment'
import type { Store } from '@herald/storage'
import { inboxMessages } from './collections.ts'

/** How often to look, milliseconds. */
const POLL = 1_000
/** How many of the newest messages are looked at: more than change in a second, and few enough to read. */
const LOOKED_AT = 200

/**
 * Notices what other processes on the same store add to the inbox and change in it. What this process changes is noticed, too;
 * listeners then hear of it twice.
 */
export function watchForeignChanges(
  store: Store,
  { clock }: Environment,
  changed: (id: string) => void,
  failed: (error: unknown) => void,
): { stop(): void } {
  let known: Map<string, string> | undefined
  let stopped = false
  let alarm: Alarm | undefined

  async function look(): Promise<void> {
    const { docs } = await store.find(inboxMessages, { orderBy: 'position', descending: true, limit: LOOKED_AT })
    const now = new Map(docs.map(({ id, state, steps }) => [id, `${state} ${steps.length}`]))
    const before = known
    known = now
    if (before) for (const [id, state] of now) if (before.get(id) !== state) changed(id)
  }

  function wait(): void {
    if (stopped) return
    alarm = clock.alarm(clock.now() + POLL, () => {
      if (stopped) return
      look()
        .catch((error) => {
          if (!stopped) failed(error)
        })
        .finally(wait)
    })
  }

  look().catch(failed).finally(wait)
  return {
    stop() {
      stopped = true
      alarm?.cancel()
    },
  }
}
