import type { ServiceName } from '@herald/protocol'

type Kind = 'valid' | 'boundary' | 'broken'

/** Counts what was sent and how it was answered. */
export interface Tally {
  count(service: ServiceName, operation: string, kind: Kind, code: string | undefined): void
  total(): number
  /** How many were answered without an error, by `service.operation`. */
  successes(): ReadonlyMap<string, number>
  /** One line for each operation, with its most frequent errors, and the sums. */
  table(): string
}

interface Row {
  valid: number
  boundary: number
  broken: number
  ok: number
  codes: Map<string, number>
}

export function createTally(): Tally {
  const rows = new Map<string, Row>()
  const sent = (row: Row) => row.valid + row.boundary + row.broken
  const sum = (of: (row: Row) => number) => [...rows.values()].reduce((total, row) => total + of(row), 0)

  function line(name: string, row: Row): string {
    const frequent = [...row.codes].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`)
    const counts = [row.valid, row.boundary, row.broken, sent(row), row.ok].map((count) => String(count).padStart(8))
    return `${name.padEnd(44)}${counts.join('')}  ${frequent.join(', ')}`
  }

  return {
    count(service, operation, kind, code) {
      const name = `${service}.${operation}`
      const row = rows.get(name) ?? { valid: 0, boundary: 0, broken: 0, ok: 0, codes: new Map() }
      rows.set(name, row)
      row[kind]++
      if (code === undefined) row.ok++
      else row.codes.set(code, (row.codes.get(code) ?? 0) + 1)
    },
    total: () => sum(sent),
    successes: () => new Map([...rows].map(([name, { ok }]) => [name, ok])),
    table() {
      const all = { valid: sum((r) => r.valid), boundary: sum((r) => r.boundary), broken: sum((r) => r.broken) }
      const head = ['valid', 'boundary', 'broken', 'sent', 'ok'].map((name) => name.padStart(8)).join('')
      return [
        `${'operation'.padEnd(44)}${head}  errors`,
        ...[...rows].map(([name, row]) => line(name, row)),
        line(`all ${rows.size} operations`, { ...all, ok: sum(({ ok }) => ok), codes: new Map() }),
      ].join('\n')
    },
  }
}
