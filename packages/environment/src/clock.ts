/**
 * What the domain calls time: lifetimes of codes and sessions, lockouts, retry schedules, expiry of tokens.
 * Timeouts of running work and checks of request signatures use the machine's own time instead.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `action` once, as soon as `now()` has reached `at` (milliseconds). A moved clock counts. */
  alarm(at: number, action: () => void): Alarm
  /** Moves time by `milliseconds`; alarms that became due ring before this returns. */
  advance(milliseconds: number): void
  /** Sets time to `at` (milliseconds since 1970); it runs on from there. */
  set(at: number): void
  /** Returns to the machine's own time. */
  reset(): void
}

export interface Alarm {
  cancel(): void
}

/** Longest wait Node's timers take, in milliseconds. */
const LONGEST_TIMEOUT = 2 ** 31 - 1

interface Pending {
  at: number
  action: () => void
  timer: NodeJS.Timeout | undefined
}

/**
 * @param machine the time that runs underneath, in milliseconds; a test may give a frozen one.
 */
export function createClock(machine: () => number = Date.now): Clock {
  let offset = 0
  const pending = new Set<Pending>()
  const now = () => machine() + offset

  function ring(entry: Pending): void {
    if (!pending.delete(entry)) return
    clearTimeout(entry.timer)
    entry.action()
  }

  function arm(entry: Pending): void {
    clearTimeout(entry.timer)
    const wait = Math.min(Math.max(entry.at - now(), 0), LONGEST_TIMEOUT)
    entry.timer = setTimeout(() => (entry.at <= now() ? ring(entry) : arm(entry)), wait)
    entry.timer.unref()
  }

  function moved(): void {
    const due = [...pending].filter((entry) => entry.at <= now()).sort((a, b) => a.at - b.at)
    for (const entry of due) ring(entry)
    for (const entry of pending) arm(entry)
  }

  return {
    now,
    alarm(at, action) {
      const entry: Pending = { at, action, timer: undefined }
      pending.add(entry)
      arm(entry)
      return {
        cancel() {
          pending.delete(entry)
          clearTimeout(entry.timer)
        },
      }
    },
    advance(milliseconds) {
      offset += milliseconds
      moved()
    },
    set(at) {
      offset = at - machine()
      moved()
    },
    reset() {
      offset = 0
      moved()
    },
  }
}
