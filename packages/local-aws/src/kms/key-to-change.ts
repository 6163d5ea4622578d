import type { Transaction } from '@herald/storage'
import { type KeyDoc, type KeyRef, keyOf, keys } from './collections.ts'

/** A key as a document of the caller's own, to be changed and put back: the one that all readers share is frozen. */
export async function keyToChange(tx: Transaction, ref: KeyRef): Promise<KeyDoc | undefined> {
  const key = await tx.get(keys, keyOf(ref))
  return key && structuredClone(key)
}
