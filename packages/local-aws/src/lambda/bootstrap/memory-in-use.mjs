// How much memory the process had resident at the most, in bytes. Asking the system costs more than a small function does, so it is
// asked once a second at most. All is taken before the function's code can change it.

/** Milliseconds. */
const FRESH = 1000

const { rss } = process.memoryUsage
const now = performance.now.bind(performance)
let most = 0
let askedAt = Number.NEGATIVE_INFINITY

export function memoryInUse() {
  const at = now()
  if (at - askedAt >= FRESH) {
    askedAt = at
    most = Math.max(most, rss())
  }
  return most
}
