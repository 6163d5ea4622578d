const seconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 }

/**
 * Seconds of a span such as `30s`, `5m`, `1h` or `1d`.
 * @throws {TypeError} when it is not written so, or is nothing.
 */
export function secondsOf(window: string): number {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(window) ?? []
  const length = Number(count) * (seconds[unit ?? ''] ?? 0)
  if (!(length > 0)) throw new TypeError(`"${window}" is no span of time; write it as 30s, 5m, 1h or 1d.`)
  return length
}
