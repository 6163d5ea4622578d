import type { Write } from '../observe/json-log.ts'
import { type Log, silent } from '../observe/log.ts'

/** A log of the user's own that stops nothing, whether it throws or gives a promise that rejects. */
export function quietLog(log: Log): Log {
  const entry = (level: keyof Log) => {
    if (log[level] === silent) return silent
    return (message: string, members?: object) => quietly(() => log[level](message, members))
  }
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}

/** The same for an output of one's own. */
export const quietWrite =
  (write: Write): Write =>
  (line) =>
    quietly(() => write(line))

function quietly(run: () => unknown): void {
  try {
    const result = run()
    if (result !== undefined) Promise.resolve(result).catch(() => {})
  } catch {}
}
