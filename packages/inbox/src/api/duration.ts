const UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 } as const

/** Milliseconds of a duration like `61m`, `1h30m`, `20s` or `500ms`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d{1,12}(?:d|h|ms|m|s))+$/.test(text) || text.length > 60) return undefined
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+)(d|h|ms|m|s)/g))
    total += Number(amount) * UNITS[unit as keyof typeof UNITS]
  return total
}
