import { cpus } from 'node:os'

/** A look at the cores says what they did since the last one, which must lie this long back. Milliseconds of all cores together. */
const SHORTEST_WINDOW = 50
/** From this share of idle time on, one more process gets something done. */
const IDLE_SHARE = 0.25

export interface IdleCores {
  /** Begins a new window. */
  look(): void
  /** Whether the machine's cores stood idle for a good part of the time since the last look; undefined where that was just now. */
  wereIdle(): boolean | undefined
}

/** Tells whether the machine has cores to spare: functions that compute do not go faster by being more. */
export function watchIdleCores(read: typeof cpus = cpus): IdleCores {
  const total = () => {
    let idle = 0
    let all = 0
    for (const { times } of read()) {
      idle += times.idle
      all += times.idle + times.user + times.nice + times.sys + times.irq
    }
    return { idle, all }
  }
  let last = total()
  return {
    look() {
      last = total()
    },
    wereIdle() {
      const now = total()
      const all = now.all - last.all
      if (all < SHORTEST_WINDOW) return undefined
      return (now.idle - last.idle) / all >= IDLE_SHARE
    },
  }
}
