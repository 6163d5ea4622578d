export interface Rate {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  count: number
  /** How long each call took, milliseconds. */
  waits: number[]
}

/** Calls one after another, by `clients` at once, for `milliseconds`. */
export async function load(
  clients: number,
  milliseconds: number,
  call: (index: number) => Promise<unknown>,
): Promise<Rate> {
  const waits: number[] = []
  let next = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - begin < milliseconds) {
        const at = performance.now()
        await call(next++)
        waits.push(performance.now() - at)
      }
    }),
  )
  return rateOf(waits, performance.now() - begin)
}

/** @param took milliseconds */
export function rateOf(waits: number[], took: number): Rate {
  return { perSecond: (waits.length * 1000) / took, count: waits.length, ...percentiles(waits), waits }
}

export function percentiles(values: number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}
