import type { GrantConstraints, GrantOperation, KeySpec, KeyUsageType, Tag } from '@herald/protocol/kms'
import { collection, keyText, sharedCollection } from '@herald/storage'

/** What names a key: an account's keys of one region are apart from all others. */
export interface KeyRef {
  readonly accountId: string
  readonly region: string
  /** A UUID; `mrk-` and 32 hexadecimal digits for keys of several regions. */
  readonly keyId: string
}

export interface KeyDoc extends KeyRef {
  description: string
  keySpec: KeySpec
  keyUsage: KeyUsageType
  tags: Tag[]
  /** The policy's text as it was put. */
  policy: string
  state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingReplicaDeletion' | 'PendingImport'
  /** Where the material comes from; absent in keys whose material was made here. */
  origin?: 'AWS_KMS' | 'EXTERNAL'
  /** The regions of related keys; the same in each of them, and absent in keys of a single region. */
  multiRegion?: { primary: string; replicas: string[] }
  /** How long the key waits for its end when its last replica is gone, in milliseconds; set in PendingReplicaDeletion. */
  pendingWindow?: number
  rotation?: Rotation
  /** Every material but the first that the key ever had, oldest first; absent before its first rotation. */
  rotations?: RotationEntry[]
  /** The material that the key was made with; absent before its first rotation. */
  firstMaterialId?: string
  /** Every material that was imported, oldest first; absent in keys whose material was made here. */
  imports?: ImportedMaterial[]
  /** Milliseconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970; set while the state is PendingDeletion. From then on the key does not exist. */
  deleteAt: number | null
  /** 64 hexadecimal digits: the material in use. Keys that are not symmetric show none. */
  materialId: string | null
  /** Grows with every change of the key's grants, so that grants held in memory are known to be current. */
  grantsVersion: number
}

/** Automatic rotation, as it is set. */
export interface Rotation {
  enabled: boolean
  periodInDays: number
  /** When the next rotation is due, in milliseconds since 1970; it counts only while the key is enabled. */
  nextAt: number
}

export interface RotationEntry {
  materialId: string
  /** Milliseconds since 1970. */
  at: number
  type: 'AUTOMATIC' | 'ON_DEMAND'
}

/** What is known of material that was imported; it stays when the material is deleted, so that the same may come again. */
export interface ImportedMaterial {
  materialId: string
  /** Whether it is there: neither deleted nor expired. */
  present: boolean
  /** When it expires, in milliseconds since 1970; null where it does not. */
  validTo: number | null
  description?: string
}

export interface MaterialDoc extends KeyRef {
  /** SubjectPublicKeyInfo in base64, for asymmetric keys. */
  publicKey?: string

  /** A symmetric key, a MAC key or a private key (PKCS #8), sealed with the vault; null once they are erased, so that ciphertexts of a deleted key are told from foreign ones. */
  sealed: string | null
}

export interface AliasDoc {
  accountId: string
  region: string
  /** With its prefix: `alias/…`. */
  name: string
  targetKeyId: string
  createdAt: number
  updatedAt: number
}

export interface GrantDoc extends KeyRef {
  grantId: string
  name: string | null
  operations: GrantOperation[]
  /** An ARN, or an AWS service's name. */
  grantee: string
  /** Whether the grantee was given as `GranteeServicePrincipal`. */
  granteeIsServiceMember: boolean
  retiring: string | null
  retiringIsServiceMember: boolean
  constraints: GrantConstraints | null
  issuingAccount: string
  createdAt: number
  /** What makes a repeated request the same one; only grants with a name have it. */
  fingerprint: string | null
}

const scopeOf = (doc: { accountId: string; region: string }) => keyText([doc.accountId, doc.region])

/** The part of a document that says which account and region it belongs to, as a column value. */
export const scope = (accountId: string, region: string) => keyText([accountId, region])

/** A key as a column value of what hangs on it. */
export const keyColumn = (ref: KeyRef) => keyText([ref.accountId, ref.region, ref.keyId])

export const keys = sharedCollection<KeyDoc>('kms-keys', {
  columns: { scope: { type: 'text', of: scopeOf }, deleteAt: { type: 'integer', of: (doc) => doc.deleteAt } },
  indexes: [['scope'], ['deleteAt']],
})

/** By material id. */
export const materials = sharedCollection<MaterialDoc>('kms-materials')

export const aliases = sharedCollection<AliasDoc>('kms-aliases', {
  columns: {
    scope: { type: 'text', of: scopeOf },
    target: { type: 'text', of: (doc) => keyText([doc.accountId, doc.region, doc.targetKeyId]) },
  },
  indexes: [['scope'], ['target']],
})

export const grants = collection<GrantDoc>('kms-grants', {
  columns: {
    scope: { type: 'text', of: scopeOf },
    keyRef: { type: 'text', of: keyColumn },
    grantee: { type: 'text', of: (doc) => doc.grantee },
    retiring: { type: 'text', of: (doc) => doc.retiring },
  },
  indexes: [['keyRef'], ['keyRef', 'grantee'], ['scope', 'retiring']],
})

/** The grant that a named request made, by the request's fingerprint. */
export const grantNames = collection<{ grantId: string }>('kms-grant-names')

export const keyOf = (ref: KeyRef) => [ref.accountId, ref.region, ref.keyId] as const
export const grantKeyOf = (ref: KeyRef, grantId: string) => [...keyOf(ref), grantId] as const

/** Everything KMS stores. */
export const kmsCollections = [keys, materials, aliases, grants, grantNames] as const
