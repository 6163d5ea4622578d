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
      const { name, code, stack } = error as { name?: string; code?: string; stack?: string }
      const frames = stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, level === 'debug' ? 20 : 4)
      write([`${what}: ${name ?? 'Error'}${code ? ` (${code})` : ''}`, ...(frames ?? [])].join('\n'))
    },
    warn(text) {
      if (shows('warn')) write(text)
    },
    info(text) {
      if (shows('info')) write(text)
    },
  }
}
