import type { Alarm, Environment } from '@herald/environment'
import type { Collection, Store } from '@herald/storage'
import { authEvents, codes, endedSignIns, limits, lockouts, refreshTokens, sessions } from './collections.ts'

/** Milliseconds between two rounds. */
const PERIOD = 10 * 60_000
/** Milliseconds that something expired is kept on, so that a late caller is still told that it has expired. */
const GRACE = 24 * 3_600_000
const BATCH = 200

/** Removes what expired, a bounded piece at a time, so that storage does not grow with time. */
export function createSweeper(store: Store, environment: Environment, onFault: (error: unknown) => void) {
  let alarm: Alarm | undefined
  let closed = false

  async function sweep<D extends { expiresAt: number }>(collection: Collection<D>): Promise<void> {
    for (;;) {
      const before = environment.clock.now() - GRACE
      const { keys } = await store.find(collection, {
        where: [{ column: 'expires_at', below: before }],
        orderBy: 'expires_at',
        limit: BATCH,
      })
      if (keys.length === 0 || closed) return
      await store.transaction(async (tx) => {
        for (const key of keys) {
          const kept = await tx.get(collection, key)
          if (kept && kept.expiresAt < before) tx.delete(collection, key)
        }
      })
      if (keys.length < BATCH) return
    }
  }

  function round(): void {
    if (closed) return
    Promise.all([
      sweep(codes),
      sweep(limits),
      sweep(lockouts),
      sweep(sessions),
      sweep(refreshTokens),
      sweep(endedSignIns),
      sweep(authEvents),
    ])
      .catch(onFault)
      .finally(() => {
        if (!closed) alarm = environment.clock.alarm(environment.clock.now() + PERIOD, round)
      })
  }

  return {
    start: round,
    close() {
      closed = true
      alarm?.cancel()
    },
  }
}
