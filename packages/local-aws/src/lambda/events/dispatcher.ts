import type { Alarm } from '@herald/environment'
import { functions } from '../collections.ts'
import { placeOfKey } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { keyOf, loadRunnable } from '../stored-functions.ts'
import { runEvent } from './run-event.ts'
import { POLL } from './waiting.ts'

/** How much longer than its function's timeout a claim lasts: start, retries of the store, a slow machine. Milliseconds. */
const LEASE_MARGIN = 120_000

/** How often to look whether Herald listens by now. Milliseconds. */
const LISTENING_CHECK = 20

/** How long to wait after something failed that should not. Milliseconds. */
const AFTER_TROUBLE = 1000

export interface Dispatcher {
  /** Looks at the queue soon. */
  wake(): void
  /** Takes no more events. What runs is not awaited: it stays claimed, and runs again at the next start. */
  close(): Promise<void>
}

/**
 * Hands due events to sandboxes: functions take turns, each gets as many as it has room for, so a slow one keeps nobody
 * else waiting. Events are claimed only when they can run at once.
 */
export function createDispatcher(parts: LambdaParts, onTrouble: (cause: unknown) => void): Dispatcher {
  let closed = false
  let wanted = false
  let round: Promise<void> | undefined
  let alarm: Alarm | undefined
  let turn = 0
  let waiting: NodeJS.Timeout | undefined

  function wake(): void {
    wanted = true
    if (closed || round) return
    // Before Herald listens a function could not call home, and would fail for that alone.
    if (parts.endpoint() === '') {
      clearTimeout(waiting)
      waiting = setTimeout(wake, LISTENING_CHECK).unref()
      return
    }
    round = rounds().finally(() => {
      round = undefined
      if (wanted) wake()
    })
  }

  async function rounds(): Promise<void> {
    while (wanted && !closed) {
      wanted = false
      try {
        await parts.queue.refresh()
        const keys = parts.queue.lanes()
        turn = keys.length > 0 ? (turn + 1) % keys.length : 0
        for (const key of [...keys.slice(turn), ...keys.slice(0, turn)]) {
          if (closed) return
          await serve(key)
        }
        await setAlarm()
      } catch (cause) {
        if (closed) return
        onTrouble(cause)
        alarmAt(parts.environment.clock.now() + AFTER_TROUBLE)
      }
    }
  }

  async function serve(key: string): Promise<void> {
    // Where nothing can run anyway, the function need not be read for that.
    if (parts.sandboxes.isFull(key)) return
    const place = placeOfKey(key)
    let isGone = false
    const loaded = await loadRunnable(parts, place).then(
      (found) => {
        isGone = found === undefined
        return found
      },
      () => undefined,
    )
    const record = loaded?.record ?? (isGone ? undefined : await parts.store.get(functions, keyOf(place)))
    const runnable = loaded?.runnable
    const room = runnable ? parts.sandboxes.room(runnable) : 100
    // A function whose concurrency is reserved to none still has its events claimed, so that they age and back off.
    const limit = runnable?.reservedConcurrency === 0 ? 100 : room
    if (limit === 0) return
    const events = await parts.queue.claim(
      key,
      limit,
      (runnable?.timeout ?? record?.timeout ?? 0) * 1000 + LEASE_MARGIN,
    )
    for (const event of events) {
      runEvent(parts, event, record, runnable).catch((cause: unknown) => {
        parts.queue.release(event)
        if (closed) return
        onTrouble(cause)
        alarmAt(parts.environment.clock.now() + AFTER_TROUBLE)
      })
    }
  }

  async function setAlarm(): Promise<void> {
    const next = await parts.queue.nextDue()
    alarm?.cancel()
    const poll = parts.soleOwner === false ? parts.environment.clock.now() + POLL : Number.POSITIVE_INFINITY
    const soonest = Math.min(next ?? Number.POSITIVE_INFINITY, poll)
    if (Number.isFinite(soonest)) alarmAt(soonest)
  }

  function alarmAt(at: number): void {
    alarm?.cancel()
    if (!closed) alarm = parts.environment.clock.alarm(at, wake)
  }

  parts.queue.onChange = wake
  return {
    wake,
    async close() {
      closed = true
      clearTimeout(waiting)
      alarm?.cancel()
      await round
    },
  }
}
