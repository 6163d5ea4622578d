import type { Collection, ColumnValue } from './collection.ts'
import type { CommitOptions, Page, Query } from './store.ts'

/** A document as the database has it. `version` changes with every write and is never used twice for one key. */
export interface StoredDoc {
  readonly version: number
  /** JSON. */
  readonly doc: string
}

/** What a transaction saw: `version` is 0 where no document was. */
export interface Seen {
  readonly collection: string
  readonly key: string
  readonly version: number
}

export type Write =
  | {
      readonly kind: 'put'
      readonly collection: string
      readonly key: string
      readonly doc: string
      /** In the order in which the collection names its columns. */
      readonly columns: readonly ColumnValue[]
    }
  | { readonly kind: 'delete'; readonly collection: string; readonly key: string }
  | { readonly kind: 'add'; readonly key: string; readonly delta: number }

/**
 * What a database has to do for the store. Buffering of writes, retries and the guards are the store's.
 * Keys and text columns arrive in their stored form.
 */
export interface Driver {
  /** Whether `get` gives the same object for a document until it changes. */
  readonly keepsDocs?: true
  /** The newest committed state. */
  get(collection: string, key: string): Promise<StoredDoc | undefined>
  find<D extends object>(collection: Collection<D>, query: Query): Promise<Page<D>>
  counter(key: string): Promise<number>
  /**
   * Checks that all of `seen` is still so and, in the same step, applies `writes`: all or none. Resolves after the commit
   * is durable. With no writes it only checks.
   * @returns what was not so any more, in which case nothing was written; undefined after success.
   */
  commit(seen: readonly Seen[], writes: readonly Write[], options?: CommitOptions): Promise<Conflict | undefined>
  /** Finishes what it was given, then lets go of the database. */
  close(): Promise<void>
}

export interface Conflict {
  readonly collection: string
  readonly key: string
}
