import { collection } from './collection.ts'
import { RootKeyError } from './root-key.ts'
import type { Store } from './store.ts'
import { sameMac, type Vault } from './vault.ts'

/** Holds one value that only the right root key can make. Every store has this collection. */
export const rootKeyChecks = collection<{ mac: string }>('root_key_checks')

const KEY = ['root']

/** Whether the store holds data that was sealed under a root key, so that a new key would be the wrong one. */
export async function isSealed(store: Store): Promise<boolean> {
  return (await store.get(rootKeyChecks, KEY)) !== undefined
}

/**
 * Refuses data that was sealed under another root key. On the first start of a store the check value is written.
 * Call it before anything else uses the store with the vault.
 * @param where names the data in the refusal: the data folder, say.
 * @throws {RootKeyError} when the store was begun under another root key.
 */
export async function checkRootKey(store: Store, vault: Vault, where = 'the store'): Promise<void> {
  const mac = vault.mac('root-key-check', 'herald')
  const kept = await store.transaction(async (tx) => {
    const check = await tx.get(rootKeyChecks, KEY)
    if (!check) tx.insert(rootKeyChecks, KEY, { mac })
    return check?.mac ?? mac
  })
  if (sameMac(kept, mac)) return
  throw new RootKeyError(
    `The data in ${where} was sealed under another root key. Start with that key (--root-key-file or HERALD_ROOT_KEY), ` +
      'or start with an empty data folder (--data) or database: without its key the data cannot be read.',
  )
}
