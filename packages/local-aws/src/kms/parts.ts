import type { Environment } from '@herald/environment'
import type { Call } from '@herald/protocol'
import type { Operations } from '@herald/protocol/kms'
import type { Store, Vault } from '@herald/storage'
import type { Deletions } from './deletions.ts'
import type { GrantBook } from './grant-book.ts'
import type { KeyMaterials } from './key-material.ts'
import type { KeySecrets } from './key-secrets.ts'

/** What the operations work with. */
export interface Kms {
  readonly store: Store
  readonly vault: Vault
  readonly environment: Environment
  readonly materials: KeyMaterials
  readonly secrets: KeySecrets
  readonly grants: GrantBook
  readonly deletions: Deletions
}

/** One operation, given what it works with. */
export type KmsOperation<Name extends keyof Operations> = (
  kms: Kms,
) => (call: Call, input: Operations[Name]['input']) => Promise<Operations[Name]['output']>
