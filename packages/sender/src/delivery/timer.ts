/** Calls `run` once after so many milliseconds, unless what it returns is called before. */
export type Timer = (ms: number, run: () => void) => () => void

/** The machine's timer. */
export const machineTimer: Timer = (ms, run) => {
  const timeout = setTimeout(run, ms)
  return () => clearTimeout(timeout)
}
