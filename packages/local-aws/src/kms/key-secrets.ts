import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { Randomness } from '@herald/environment'
import type { KeySpec } from '@herald/protocol/kms'
import type { Store, Vault } from '@herald/storage'
import { type KeyDoc, type KeyRef, type MaterialDoc, materials } from './collections.ts'
import { generatePair, isPairSpec } from './generate-pair.ts'
import { createRecentlyUsed } from './recently-used.ts'
import { refusals } from './refusals.ts'

/** The pairs of asymmetric keys, and the secrets of MAC keys. They are answered to KMS's own operations only. */
export interface KeySecrets {
  /** New material for a key that is not symmetric, sealed; undefined for specs that have none here. */
  create(ref: KeyRef, spec: KeySpec): Promise<{ materialId: string; doc: MaterialDoc } | undefined>
  /** @throws {ServiceError} KeyUnavailableException where the key has no pair */
  pairOf(key: KeyDoc): Promise<{ privateKey: KeyObject; publicKey: KeyObject; spki: Buffer }>
  /** @throws {ServiceError} KeyUnavailableException where the key has no secret */
  macSecretOf(key: KeyDoc): Promise<Buffer>
  /** Forgets an opened pair that was erased. */
  forget(materialId: string): void
}

/** Bytes of a MAC key: as many as its hash gives (AWS documents). */
export const MAC_BYTES: Readonly<Record<string, number>> = { HMAC_224: 28, HMAC_256: 32, HMAC_384: 48, HMAC_512: 64 }
/** Opened pairs are kept for so many keys. */
const OPENED_LIMIT = 64

type Opened = Awaited<ReturnType<KeySecrets['pairOf']>>

export function createKeySecrets(options: { store: Store; vault: Vault; random: Randomness }): KeySecrets {
  const { store, vault, random } = options
  const opened = createRecentlyUsed<string, Opened>(OPENED_LIMIT)

  async function read(key: KeyDoc): Promise<{ secret: Buffer; publicKey: string | undefined }> {
    const doc = key.materialId === null ? undefined : await store.get(materials, [key.materialId])
    if (!doc || doc.sealed === null) throw refusals.withoutMaterial(key)
    return { secret: vault.open('kms-key', doc.sealed, key.keyId), publicKey: doc.publicKey }
  }

  return {
    async create(ref, spec) {
      const { accountId, region, keyId } = ref
      const base = { accountId, region, keyId }
      const materialId = random.bytes(32).toString('hex')
      const macBytes = MAC_BYTES[spec]
      if (macBytes !== undefined) {
        return { materialId, doc: { ...base, sealed: vault.seal('kms-key', random.bytes(macBytes), keyId) } }
      }
      if (!isPairSpec(spec)) return undefined
      const pair = await generatePair(spec)
      const sealed = vault.seal('kms-key', pair.privateKey, keyId)
      return { materialId, doc: { ...base, sealed, publicKey: pair.publicKey.toString('base64') } }
    },

    async pairOf(key) {
      const known = key.materialId === null ? undefined : opened.get(key.materialId)
      if (known) return known
      const { secret, publicKey } = await read(key)
      const spki = Buffer.from(publicKey ?? '', 'base64')
      const pair = {
        privateKey: createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' }),
        publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
        spki,
      }
      if (key.materialId !== null) opened.set(key.materialId, pair)
      return pair
    },

    async macSecretOf(key) {
      return (await read(key)).secret
    },

    forget(materialId) {
      opened.delete(materialId)
    },
  }
}
