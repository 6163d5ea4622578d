import { bufferTransaction, documentName } from './buffered-transaction.ts'
import { type Collection, keyText } from './collection.ts'
import { columnValue } from './columns.ts'
import type { Driver } from './driver.ts'
import { shareDocs, shareTexts } from './shared-docs.ts'
import { type CommitOptions, type Query, type Store, StoreBusyError, type Transaction } from './store.ts'
import { storedText } from './stored-text.ts'
import { assertOutsideTransaction, insideTransaction } from './transaction-scope.ts'
import { createTurns } from './turns.ts'

/** A transaction that neighbours outran this often gives up. */
const MOST_RUNS = 100

/**
 * A store over a driver: transactions run on what they read, without locks, and are checked when they commit. One that was
 * outrun waits in line for the document it lost, and so does everyone who comes to read that document meanwhile: under
 * contention each runs alone instead of all running in vain.
 */
export function createOptimisticStore(driver: Driver, collections: readonly Collection<never>[]): Store {
  const known = new Set<Collection<never>>(collections)
  const turns = createTurns()
  const readDoc = driver.keepsDocs ? shareDocs() : shareTexts()
  const underWay = new Set<Promise<unknown>>()
  let closing: Promise<void> | undefined

  function check(collection: Collection<never>): void {
    if (!known.has(collection))
      throw new Error(`The collection "${collection.name}" is not one of those this store was opened with.`)
  }

  function enter(what: string): void {
    assertOutsideTransaction(what)
    if (closing) throw new Error('The store is closed.')
  }

  async function track<T>(running: Promise<T>): Promise<T> {
    underWay.add(running)
    try {
      return await running
    } finally {
      underWay.delete(running)
    }
  }

  async function run<T>(work: (tx: Transaction) => Promise<T> | T, options?: CommitOptions): Promise<T> {
    let lost: string | undefined
    for (let runs = 1; runs <= MOST_RUNS; runs++) {
      // At most one turn is held, and none is waited for while holding one: so nobody waits in a circle.
      let turn = lost === undefined ? undefined : turns.take(lost)
      await turn
      const buffer = bufferTransaction(driver, readDoc, check, (document) => {
        if (turn || !turns.taken(document)) return undefined
        turn = turns.take(document)
        return turn.then(() => undefined)
      })
      try {
        const outcome = await settle(() => insideTransaction(() => work(buffer.tx)))
        buffer.end()
        const seen = buffer.seen()
        const writes = 'error' in outcome ? [] : buffer.writes()
        // What was read once is always consistent; what was read piece by piece has to be looked at again, even when the
        // work only wants to answer or to refuse.
        const conflict = writes.length > 0 || seen.length > 1 ? await driver.commit(seen, writes, options) : undefined
        if (!conflict) {
          if ('error' in outcome) throw outcome.error
          buffer.committed()
          return outcome.value
        }
        lost = documentName(conflict.collection, conflict.key)
      } finally {
        turn?.then((giveBack) => giveBack())
      }
    }
    throw new StoreBusyError(
      `A transaction was outrun ${MOST_RUNS} times: its documents change too often, or it inserts blindly what exists.`,
    )
  }

  return {
    async get<D extends object>(collection: Collection<D>, key: readonly string[]) {
      enter('A read of the store')
      check(collection)
      const stored = await driver.get(collection.name, storedText(keyText(key)))
      return stored && readDoc(collection, stored)
    },
    async transaction(work, options) {
      enter('A transaction')
      return track(run(work, options))
    },
    async find(collection, query) {
      enter('A search of the store')
      check(collection)
      return driver.find(collection, checkedQuery(collection, query))
    },
    async counter(key) {
      enter('A read of a counter')
      return driver.counter(storedText(keyText(key)))
    },
    close() {
      closing ??= Promise.allSettled([...underWay]).then(() => driver.close())
      return closing
    },
  }
}

async function settle<T>(work: () => Promise<T> | T): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await work() }
  } catch (error) {
    return { error }
  }
}

/**
 * The query with its values in their stored form.
 * @throws {TypeError | RangeError} for an unknown column, a value of the wrong kind, or a limit out of range.
 */
function checkedQuery<D extends object>(collection: Collection<D>, query: Query): Query {
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > 1000)
    throw new RangeError('The limit of a search must be a whole number from 1 to 1000.')
  if (query.orderBy !== undefined) columnValue(collection, query.orderBy, null)
  const where = (query.where ?? []).map((bound) => {
    const entries = Object.entries(bound).filter(([name]) => name !== 'column')
    const [kind, value] = entries[0] ?? []
    if (entries.length !== 1 || kind === undefined)
      throw new TypeError(`A bound on "${bound.column}" must say one thing.`)
    if (kind === 'startsWith' && typeof value !== 'string') throw new TypeError('"startsWith" takes text.')
    if (kind !== 'equals' && value === null) throw new TypeError(`"${kind}" does not take null.`)
    return { column: bound.column, [kind]: columnValue(collection, bound.column, value) } as typeof bound
  })
  return { ...query, where }
}
