import { resolve } from 'node:path'
import type { Environment } from '@herald/environment'
import {
  type Collection,
  checkRootKey,
  createVault,
  isSealed,
  openPostgresStore,
  openRootKey,
  openSqliteStore,
  type Store,
  type Vault,
} from '@herald/storage'
import type { StartOptions } from './options.ts'

export interface Data {
  store: Store
  vault: Vault
  /** The data folder; undefined where nothing of Herald's is kept on this disk. */
  folder: string | undefined
  /** Other processes may use the store as well. */
  shared: boolean
}

/**
 * Opens what Herald keeps its data in, with the root key that it is sealed under.
 * @throws {RootKeyError} for a lost or foreign root key; then no new one was made.
 * @throws {DataFolderInUseError} when another process holds the data folder.
 * @throws {DatabaseUnavailableError} when the database cannot be reached.
 */
export async function openData(
  options: StartOptions,
  environment: Environment,
  collections: readonly Collection<never>[],
): Promise<Data> {
  const { rootKeyFile: file, rootKey: base64, database } = options
  if (database !== undefined) {
    const store = await openPostgresStore({ url: database, collections })
    return closing(store, async () => {
      const sealed = (await isSealed(store)) ? 'the database' : undefined
      const vault = createVault(openRootKey({ file, base64, dataFolder: undefined, sealed }))
      await checkRootKey(store, vault, 'the database')
      return { store, vault, folder: undefined, shared: true }
    })
  }
  const folder = options.data === undefined ? undefined : resolve(options.data)
  const rootKey =
    folder === undefined && base64 === undefined
      ? environment.random.bytes(32)
      : openRootKey({ file, base64, dataFolder: folder })
  const vault = createVault(rootKey)
  const store = await openSqliteStore({ folder, collections })
  return closing(store, async () => {
    await checkRootKey(store, vault, folder)
    return { store, vault, folder, shared: false }
  })
}

/** A store that turns out to be unusable is closed again. */
async function closing(store: Store, check: () => Promise<Data>): Promise<Data> {
  try {
    return await check()
  } catch (error) {
    await store.close()
    throw error
  }
}
