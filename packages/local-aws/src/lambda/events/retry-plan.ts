import type { EventInvokeRecord } from '../function-record.ts'
import type { QueuedEvent } from './queued-event.ts'

/** AWS documents one minute before the second attempt and two before the third. Milliseconds. */
const DELAYS = [60_000, 120_000]
/** AWS documents backoff from one second to five minutes when a function is throttled. Milliseconds. */
const FIRST_BACKOFF = 1_000
export const LONGEST_BACKOFF = 300_000

const DEFAULT_RETRIES = 2
const DEFAULT_AGE_SECONDS = 21_600

/** Attempts at most, first included. */
export function attemptsOf(settings: EventInvokeRecord | undefined): number {
  return 1 + (settings?.maximumRetryAttempts ?? DEFAULT_RETRIES)
}

/** Whether the event is older than its function wants to have it. */
export function isTooOld(event: QueuedEvent, settings: EventInvokeRecord | undefined, now: number): boolean {
  return now - event.enqueuedAt > (settings?.maximumEventAgeInSeconds ?? DEFAULT_AGE_SECONDS) * 1000
}

/** When to try again after the function failed. @param failures attempts so far, at least 1 */
export function retryAt(now: number, failures: number): number {
  return now + (DELAYS[failures - 1] ?? DELAYS.at(-1) ?? 0)
}

/** When to try again after the function could not be run. @param throttles attempts so far, at least 1 */
export function backoffUntil(now: number, throttles: number): number {
  return now + Math.min(FIRST_BACKOFF * 2 ** (throttles - 1), LONGEST_BACKOFF)
}
