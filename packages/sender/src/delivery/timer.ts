/** Calls `run` once after so many milliseconds, unless what it returns is called before. */
export type Timer = (ms: number, run: () => void) => () => void

/** What Node can wait for, milliseconds; it takes more, infinity too, for no time at all. */
const longestMs = 2 ** 31 - 1

/** The machine's timer. */
export const machineTimer: Timer = (ms, run) => {
  const timeout = setTimeout(run, Math.min(ms, longestMs))
  return () => clearTimeout(timeout)
}
