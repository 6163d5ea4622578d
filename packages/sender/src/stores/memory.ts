import { system } from '../system.ts'
import type { Store } from './store.ts'

export interface MemoryOptions {
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  /** Most messages, and most counters, that are remembered; the oldest are forgotten first. Default 10,000. */
  limit?: number
}

/** Milliseconds for which a sent message is remembered. */
const sentMs = 3_600_000

interface Claim {
  state: 'busy' | 'done'
  /** Milliseconds since 1970. */
  until: number
}

interface Count {
  count: number
  until: number
  /** Which event of the window each name was. */
  places: Map<string, number>
}

/**
 * Remembers within one container, and nothing after it ends. Worth having even in Lambda, whose retries often come to the
 * same container; against duplicates and for limits that hold across containers, take a database.
 */
export function memory({ now = system.now, limit = 10_000 }: MemoryOptions = {}): Store {
  const claims = new Map<string, Claim>()
  const counts = new Map<string, Count>()

  return {
    async claim(key, leaseS) {
      const at = now()
      const found = current(claims, key, at)
      if (found) return found.state
      keep(claims, key, { state: 'busy', until: at + leaseS * 1000 }, at, limit)
      return 'mine'
    },
    async done(key) {
      const at = now()
      keep(claims, key, { state: 'done', until: at + sentMs }, at, limit)
    },
    async release(key) {
      if (claims.get(key)?.state === 'busy') claims.delete(key)
    },
    async hit(bucket, windowS, once) {
      const at = now()
      let counted = current(counts, bucket, at)
      if (!counted) {
        counted = { count: 0, until: at + windowS * 1000, places: new Map() }
        keep(counts, bucket, counted, at, limit)
      }
      const known = once === undefined ? undefined : counted.places.get(once)
      if (known !== undefined) return known
      counted.count += 1
      if (once !== undefined && counted.places.size < limit) counted.places.set(once, counted.count)
      return counted.count
    },
  }
}

function current<T extends { until: number }>(entries: Map<string, T>, key: string, at: number): T | undefined {
  const found = entries.get(key)
  return found !== undefined && at < found.until ? found : undefined
}

/** Writes an entry as the newest. Where there are too many, what has lapsed goes first, then what was written first. */
function keep<T extends { until: number }>(entries: Map<string, T>, key: string, entry: T, at: number, limit: number) {
  entries.delete(key)
  if (entries.size >= limit) {
    for (const [name, { until }] of entries) if (until <= at) entries.delete(name)
    for (const name of entries.keys()) {
      if (entries.size < limit) break
      entries.delete(name)
    }
  }
  entries.set(key, entry)
}
