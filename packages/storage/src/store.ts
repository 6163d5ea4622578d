import type { Collection, ColumnValue, Key } from './collection.ts'

/** Reads by key. A document that comes out is the caller's own copy, or frozen (`Collection.isShared`). */
export interface Reader {
  get<D extends object>(collection: Collection<D>, key: Key): Promise<D | undefined>
}

/** A bound on one column. Several are joined with "and". */
export type Bound =
  | { column: string; equals: ColumnValue }
  | { column: string; startsWith: string }
  | { column: string; atLeast: string | number }
  | { column: string; above: string | number }
  | { column: string; atMost: string | number }
  | { column: string; below: string | number }

export interface Query {
  where?: readonly Bound[]
  /** A column of the collection; without it documents come in the order of their keys. */
  orderBy?: string
  descending?: boolean
  /** At most this many documents (1 to 1,000). */
  limit: number
  /** Where an earlier page of the same query ended. It may come from outside: it is checked. */
  after?: string
}

export interface Page<D> {
  docs: D[]
  /** The key of each document, in the same order. */
  keys: Key[]
  /** Present when more documents match: give it as `after`. */
  next?: string
}

/**
 * The writes of a transaction reach the database together, or not at all.
 * Isolation is serializable by optimism: everything the work read by key is checked again when it commits, and where a
 * neighbour was faster the work runs once more from its start. So the work must be repeatable: no effect but through `tx`.
 */
export interface Transaction extends Reader {
  /** Inserts or replaces. A key that was read before must still be as it was read. */
  put<D extends object>(collection: Collection<D>, key: Key, doc: D): void
  /** Inserts; a key that exists already at commit makes the work run again, so `get` it first and decide. */
  insert<D extends object>(collection: Collection<D>, key: Key, doc: D): void
  delete<D extends object>(collection: Collection<D>, key: Key): void
  /** Adds to a counter; neighbours that add to the same one do not disturb each other. */
  add(counter: Key, delta: number): void
  /**
   * Calls `action` once the transaction is durable, before it resolves; a run that was outrun or throws calls none of its
   * actions. The store may be used in it. What it throws is not caught: let it be small.
   */
  afterCommit(action: () => void): void
}

/** How long a commit that may wait waits for another one. Milliseconds. */
export const LAZY = 10

export interface CommitOptions {
  /** The commit may wait a few milliseconds, so that another one takes it along: for work that nobody waits for. */
  lazily?: boolean
}

export interface Store extends Reader {
  /**
   * Runs `work` and commits what it wrote; resolves after the commit is durable.
   * Inside `work` only `tx` may be used: the store throws when it is used itself, and so does `assertOutsideTransaction`.
   * A refusal that must be remembered (a wrong guess) is returned from `work` and thrown after: what throws is not written.
   * @throws {StoreBusyError} when neighbours were faster too many times.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T> | T, options?: CommitOptions): Promise<T>
  /**
   * Documents by their columns. Outside of transactions only. Cost follows the page, where an index serves the query.
   * Text is ordered by code points. Documents without a value in `orderBy` come first, and last when descending.
   * @throws {TypeError | RangeError} for unknown columns, values of the wrong kind, a limit out of range.
   * @throws {InvalidCursorError} when `after` is no cursor of such a query.
   */
  find<D extends object>(collection: Collection<D>, query: Query): Promise<Page<D>>
  /** The value of a counter; 0 where nothing was added yet. */
  counter(key: Key): Promise<number>
  /** Waits for writes under way, then closes. */
  close(): Promise<void>
}

/** Neighbours changed the same documents again and again. */
export class StoreBusyError extends Error {
  override name = 'StoreBusyError'
}

/** The `after` of a query is not where a page of that query ended. */
export class InvalidCursorError extends Error {
  override name = 'InvalidCursorError'
}

/** What writes to the database is gone: nothing can be committed until the program starts again. */
export class StoreBrokenError extends Error {
  override name = 'StoreBrokenError'
}

/** The data was written by a newer release, which this one cannot read. */
export class DataFormatError extends Error {
  override name = 'DataFormatError'
}

/** Another process holds the data folder. */
export class DataFolderInUseError extends Error {
  override name = 'DataFolderInUseError'
}

/** The database server cannot be reached, or was lost while it was asked: a commit under way then may have happened or not. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'
}
