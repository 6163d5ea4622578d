import type { Timer } from '@herald/sender'

/** Time that stands still until it is moved; timers ring when it has come to them. */
export interface ManualClock {
  now: () => number
  timer: Timer
  advance(ms: number): void
  /** Milliseconds of the timers that are set and have not rung. */
  pending(): number[]
}

export function manualClock(start = Date.UTC(2026, 10, 21, 12)): ManualClock {
  let time = start
  const timers = new Set<{ at: number; ms: number; run: () => void }>()
  return {
    now: () => time,
    timer(ms, run) {
      const entry = { at: time + ms, ms, run }
      timers.add(entry)
      return () => timers.delete(entry)
    },
    advance(ms) {
      time += ms
      const due = [...timers].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)
      for (const entry of due) if (timers.delete(entry)) entry.run()
    },
    pending: () => [...timers].map(({ ms }) => ms),
  }
}
