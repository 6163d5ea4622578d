import type { Environment } from '@herald/environment'
import type { Operation, Service } from '@herald/protocol'
import type { Store, Vault } from '@herald/storage'
import { createDeletions } from './deletions.ts'
import { createGrantBook } from './grant-book.ts'
import { createKeyMaterials } from './key-material.ts'
import { createKeySecrets } from './key-secrets.ts'
import { operations } from './operations/index.ts'
import type { Kms } from './parts.ts'

export { kmsCollections } from './collections.ts'

export interface LocalKms {
  readonly service: Service
  /** Takes up the deletions that an earlier run of the program scheduled. Keys behave rightly without it, too. */
  start(): Promise<void>
  /** Ends what waits for time to pass, and waits for what is under way. Before the store is closed. */
  stop(): Promise<void>
}

/** The local KMS: keys of all kinds with real cryptography, rotation, import, aliases, policies and grants. */
export function createKms(options: { store: Store; vault: Vault; environment: Environment }): LocalKms {
  const { store, vault, environment } = options
  const materials = createKeyMaterials({ store, vault, random: environment.random })
  const secrets = createKeySecrets({ store, vault, random: environment.random })
  const deletions = createDeletions({ store, environment, materials, secrets })
  const kms: Kms = { store, vault, environment, materials, secrets, deletions, grants: createGrantBook(store) }
  const built: Record<string, Operation> = {}
  for (const [name, operation] of Object.entries(operations)) built[name] = operation(kms)
  return {
    service: { name: 'kms', operations: built },
    start: () => deletions.start(),
    stop: () => deletions.stop(),
  }
}
