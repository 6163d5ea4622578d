import { type Log, silent } from './log.ts'
import type { Scrub } from './scrub.ts'

/**
 * A log for one message: each line bears its members, and what is known to be secret is taken out of all lines, also of
 * those that a provider or a template writes. A log that throws stops no message.
 */
export function bindLog(log: Log, members: object, scrub: Scrub): Log {
  const line = (level: keyof Log) => (message: string, more?: object) => {
    try {
      log[level](String(scrub(message)), scrub({ ...members, ...more }) as object)
    } catch {}
  }
  const entry = (level: keyof Log) => (log[level] === silent ? silent : line(level))
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}
