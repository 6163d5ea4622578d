/** Lines for the person who runs Herald, on standard error. They never hold a code, password, token or full address. */
export interface Log {
  error(what: string, error: unknown): void
  warn(text: string): void
  info(text: string): void
}

const levels = ['error', 'warn', 'info', 'debug'] as const

export function createLog(level: (typeof levels)[number], write: (line: string) => void): Log {
  const shows = (of: (typeof levels)[number]) => levels.indexOf(of) <= levels.indexOf(level)
  return {
    // Only name and place of an exception: its message may carry what a user sent.
    error(what, error) {
      if (!shows('error')) return
      const { name, code } = (error ?? {}) as { name?: string; code?: string }
      const frames = framesOf(error).slice(0, level === 'debug' ? 20 : 4)
      write([`${what}: ${name ?? 'Error'}${code ? ` (${code})` : ''}`, ...frames].join('\n'))
    },
    warn(text) {
      if (shows('warn')) write(text)
    },
    info(text) {
      if (shows('info')) write(text)
    },
  }
}

/** The lines of the stack that say where. The message stands before them, and may have lines that look alike. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return []
  const end = error.stack.indexOf(error.message) + error.message.length
  const lines = error.stack.slice(end).split('\n')
  return lines.filter((line) => /^\s+at /.test(line))
}
