import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<true>()

/** Runs the work of a transaction so that `assertOutsideTransaction` can tell. */
export function insideTransaction<T>(work: () => T): T {
  return scope.run(true, work)
}

/**
 * Guards what must not happen while a transaction is being worked out: a call over the network, or the store itself.
 * @throws {Error} naming `what`, when a transaction is under way.
 */
export function assertOutsideTransaction(what: string): void {
  if (scope.getStore()) throw new Error(`${what} inside a transaction: only the transaction may be used there.`)
}
