import type { Environment } from '@herald/environment'
import type { Store, Transaction } from '@herald/storage'
import { invocations } from '../collections.ts'

/** How old what is known may be, where others use the store as well. Milliseconds. */
export const POLL = 1_000
const PAGE = 1000
const COUNTER = ['lambda_invocations']

/** For which functions events wait, and how many all in all. */
export interface Waiting {
  total(): number
  /** Keys of functions, in the order in which events came for them. */
  functions(): string[]
  count(functionKey: string, by: number): void
  /** Nothing is due for a function at the moment. */
  nothingDue(functionKey: string): void
  /** Counts in a transaction that writes or takes out an event. */
  counted(tx: Transaction, by: number): void
  /** Learns what others did, where there are any and the last time is long enough ago. */
  refresh(): Promise<void>
}

/** All events are this process's: it counts them. */
export function countAlone(): Waiting {
  const counts = new Map<string, number>()
  let total = 0
  return {
    total: () => total,
    functions: () => [...counts.keys()],
    count(key, by) {
      total += by
      const sum = (counts.get(key) ?? 0) + by
      if (sum > 0) counts.set(key, sum)
      else counts.delete(key)
    },
    nothingDue() {},
    counted() {},
    async refresh() {},
  }
}

/** Others queue events and take them out as well: the store counts, and tells for which functions something is due. */
export function countTogether(store: Store, { clock }: Environment): Waiting {
  const keys = new Set<string>()
  let total = 0
  let next = 0
  return {
    total: () => total,
    functions: () => [...keys],
    count(key, by) {
      total += by
      if (by > 0) keys.add(key)
    },
    nothingDue(key) {
      keys.delete(key)
    },
    counted(tx, by) {
      tx.add(COUNTER, by)
    },
    async refresh() {
      const now = clock.now()
      if (now < next) return
      next = now + POLL
      const where = [{ column: 'dueAt', atMost: now }]
      const [due, counted] = await Promise.all([
        store.find(invocations, { where, orderBy: 'dueAt', limit: PAGE }),
        store.counter(COUNTER),
      ])
      for (const { functionKey } of due.docs) keys.add(functionKey)
      total = counted
    },
  }
}
