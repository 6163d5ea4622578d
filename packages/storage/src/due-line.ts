import type { Collection } from './collection.ts'
import type { Bound, Store } from './store.ts'

/** A document that waits until its time has come. Its id is its key. */
export interface Due {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly dueAt: number
}

export interface DueLineOptions<D extends Due> {
  store: Store
  collection: Collection<D>
  /** The column that holds `dueAt`; an index must serve it, after the columns of `where`. */
  column: string
  where?: readonly Bound[]
}

/**
 * The documents of a collection in the order in which they become due, for the only process that queues them and takes them: it need
 * not look into the store for what it has just put there. Kept in memory are ids, and not more than `MOST` of them.
 */
export interface DueLine<D extends Due> {
  /** A document that is due by now was committed. */
  added(id: string): void
  /** The time of a document that was there already has changed, and that is committed. */
  moved(dueAt: number): void
  /** Up to `count` documents that are due by `now`, as they stand in the store. @param isInHand of which the caller works on already */
  take(count: number, now: number, isInHand: ReadonlySet<string> | ReadonlyMap<string, unknown>): Promise<D[]>
  /** When something becomes due that is not due yet. */
  next(): number | undefined
}

const PAGE = 100
const MOST = 1000

export function createDueLine<D extends Due>({ store, collection, column, where = [] }: DueLineOptions<D>): DueLine<D> {
  const ahead = new Set<string>()
  /** Whatever is due before this time stands in `ahead` or is in hand. */
  let knownUntil = Number.NEGATIVE_INFINITY

  async function look(now: number, inHand: number): Promise<void> {
    // Set before the search: what is added or moved meanwhile must not be overlooked.
    knownUntil = Number.POSITIVE_INFINITY
    const { docs, next } = await store.find(collection, {
      where,
      orderBy: column,
      limit: Math.min(PAGE + inHand, MOST),
    })
    const meanwhile = [...ahead]
    ahead.clear()
    for (const { id, dueAt } of docs) {
      if (dueAt <= now) ahead.add(id)
      else moved(dueAt)
    }
    if (next === undefined) for (const id of meanwhile) ahead.add(id)
    else knownUntil = Number.NEGATIVE_INFINITY
  }

  function moved(dueAt: number): void {
    knownUntil = Math.min(knownUntil, dueAt)
  }

  return {
    added(id) {
      // Others may wait before it in the store; then it is found there, in its order.
      if (knownUntil === Number.NEGATIVE_INFINITY) return
      if (ahead.size < MOST) ahead.add(id)
      else knownUntil = Number.NEGATIVE_INFINITY
    },
    moved,
    async take(count, now, isInHand) {
      const taken = new Map<string, D>()
      try {
        // What has become due meanwhile has its place before what came later.
        let looked = Number.isFinite(knownUntil) && knownUntil <= now
        if (looked) await look(now, isInHand.size)
        while (taken.size < count) {
          const [id] = ahead
          if (id === undefined) {
            if (looked || knownUntil > now) break
            looked = true
            await look(now, isInHand.size + taken.size)
            continue
          }
          ahead.delete(id)
          if (isInHand.has(id) || taken.has(id)) continue
          const doc = await store.get(collection, [id])
          if (doc && doc.dueAt <= now) taken.set(id, doc)
          else if (doc) moved(doc.dueAt)
        }
        return [...taken.values()]
      } catch (error) {
        // What was taken out of the line for a caller who hears of nothing is still in the store.
        ahead.clear()
        knownUntil = Number.NEGATIVE_INFINITY
        throw error
      }
    },
    next: () => (Number.isFinite(knownUntil) ? knownUntil : undefined),
  }
}
