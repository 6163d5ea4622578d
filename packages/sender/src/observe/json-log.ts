import { system } from '../system.ts'
import { type Log, silent } from './log.ts'
import { walk } from './scrub.ts'

/** Takes one line, without its line break. */
export type Write = (line: string) => void

let waiting = ''

/**
 * Standard output as it is: Lambda's `console` would put its own words before the line, and metrics would not be read.
 * Lines of one moment leave in one write, and before the handler's answer does.
 */
export const writeToOutput: Write = (line) => {
  if (waiting === '') queueMicrotask(flush)
  waiting += `${line}\n`
}

function flush(): void {
  const lines = waiting
  waiting = ''
  // Nobody is there to catch what a broken output throws, and no message is to fail of it.
  try {
    process.stdout.write(lines)
  } catch {}
}

const levels = ['debug', 'info', 'warn', 'error'] as const

export type Level = (typeof levels)[number]

type Entry = Record<string, unknown>

/**
 * One line of JSON for each entry. Members cannot take the place of `time`, `level` and `message`; one called `message`
 * becomes `about`.
 * @param options.level the lowest that is written; default `AWS_LAMBDA_LOG_LEVEL`, else `info`.
 */
export function createJsonLog(options: { write?: Write; level?: Level; now?: () => number } = {}): Log {
  const { write = writeToOutput, now = system.now } = options
  const named = (options.level ?? process.env.AWS_LAMBDA_LOG_LEVEL ?? '').toLowerCase()
  const lowest = levels.includes(named as Level) ? levels.indexOf(named as Level) : levels.indexOf('info')
  const line = (level: Level) => (message: string, members?: object) => {
    const { time: _time, level: _level, message: own, ...rest } = walk(members ?? {}, (text) => text) as Entry
    const entry = {
      time: new Date(now()).toISOString(),
      level,
      message,
      ...rest,
      ...(own !== undefined && { about: own }),
    }
    write(JSON.stringify(entry))
  }
  const entry = (level: Level) => (levels.indexOf(level) < lowest ? silent : line(level))
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}
