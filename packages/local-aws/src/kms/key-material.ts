import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Randomness } from '@herald/environment'
import type { Store, Vault } from '@herald/storage'
import { blobHeader, type Origin, readBlob, writeBlob } from './ciphertext-blob.ts'
import { type KeyRef, type MaterialDoc, materials } from './collections.ts'
import { contextBytes, type EncryptionContext } from './encryption-context.ts'
import { createRecentlyUsed, type RecentlyUsed } from './recently-used.ts'
import { refusals } from './refusals.ts'

/** The secret half of symmetric keys. What was made here never leaves this file; what is imported is sealed on its way in. */
export interface KeyMaterials {
  /** New material for a key, sealed; the caller stores `doc` under `materialId`. */
  create(ref: KeyRef): { materialId: string; doc: MaterialDoc }
  /** @throws {ServiceError} KeyUnavailableException when the material was erased since the key was looked at */
  encrypt(materialId: string, origin: Origin, plaintext: Uint8Array, context?: EncryptionContext): Promise<Buffer>
  /** The key whose material encrypted `blob`, though it be deleted; undefined for what was not encrypted here. */
  keyOfBlob(blob: Uint8Array): Promise<(KeyRef & { materialId: string }) | undefined>
  /** The plaintext; undefined where the blob was changed or the context is another one. */
  decrypt(blob: Uint8Array, context?: EncryptionContext): Promise<Buffer | undefined>
  /** Forgets opened material that was erased. */
  forget(materialId: string): void
}

/** Opened material is kept for so many keys. */
const OPENED_LIMIT = 256
/** So many blobs of a key can be decrypted soon after they were made without deriving their own keys anew. */
const BLOB_KEYS_LIMIT = 200
const MATERIAL_BYTES = 32
const TAG_BYTES = 16
/** Before the plaintext, and encrypted with it: captured blobs are just as much longer than plaintext and tag. */
const MARK = Buffer.from('herald\x01')
const PREFIX_BYTES = MARK.length + 4

interface Opened {
  readonly ref: KeyRef
  readonly secret: KeyObject | undefined
  readonly blobKeys: RecentlyUsed<string, KeyObject>
}

export function createKeyMaterials(options: { store: Store; vault: Vault; random: Randomness }): KeyMaterials {
  const { store, vault, random } = options
  const opened = createRecentlyUsed<string, Opened>(OPENED_LIMIT)

  async function open(materialId: string): Promise<Opened | undefined> {
    const known = opened.get(materialId)
    if (known) return known
    const doc = await store.get(materials, [materialId])
    if (!doc) return undefined
    const { accountId, region, keyId } = doc
    // Node works with KeyObjects several times faster than with the same keys in bytes.
    const secret = doc.sealed === null ? undefined : createSecretKey(vault.open('kms-key', doc.sealed, keyId))
    const blobKeys = createRecentlyUsed<string, KeyObject>(BLOB_KEYS_LIMIT)
    const found = { ref: { accountId, region, keyId }, secret, blobKeys }
    if (secret) opened.set(materialId, found)
    return found
  }

  return {
    create(ref) {
      const materialId = random.bytes(32).toString('hex')
      const { accountId, region, keyId } = ref
      const sealed = vault.seal('kms-key', random.bytes(MATERIAL_BYTES), keyId)
      return { materialId, doc: { accountId, region, keyId, sealed } }
    },

    async encrypt(materialId, origin, plaintext, context) {
      const material = await open(materialId)
      const secret = material?.secret
      if (!secret) throw refusals.materialErased()
      const salt = random.bytes(16)
      const nonce = random.bytes(12)
      const cipher = createCipheriv('aes-256-gcm', blobKey(material, secret, salt), nonce)
      cipher.setAAD(Buffer.concat([blobHeader({ origin, materialId, salt }), contextBytes(context)]))
      const prefix = Buffer.alloc(PREFIX_BYTES)
      MARK.copy(prefix)
      prefix.writeUInt32BE(plaintext.byteLength, MARK.length)
      const payload = Buffer.concat([
        cipher.update(prefix),
        cipher.update(plaintext),
        cipher.final(),
        cipher.getAuthTag(),
      ])
      return writeBlob({ origin, materialId, salt, nonce, payload })
    },

    async keyOfBlob(bytes) {
      const blob = readBlob(Buffer.from(bytes))
      const material = blob && (await open(blob.materialId))
      return material && { ...material.ref, materialId: blob.materialId }
    },

    async decrypt(bytes, context) {
      const blob = readBlob(Buffer.from(bytes))
      const material = blob && (await open(blob.materialId))
      if (!blob || !material?.secret || blob.payload.length < PREFIX_BYTES + TAG_BYTES) return undefined
      const decipher = createDecipheriv('aes-256-gcm', blobKey(material, material.secret, blob.salt), blob.nonce)
      decipher.setAAD(Buffer.concat([blobHeader(blob), contextBytes(context)]))
      decipher.setAuthTag(blob.payload.subarray(-TAG_BYTES))
      try {
        const plaintext = Buffer.concat([decipher.update(blob.payload.subarray(0, -TAG_BYTES)), decipher.final()])
        return plaintext.subarray(PREFIX_BYTES)
      } catch {
        return undefined
      }
    },

    forget(materialId) {
      opened.delete(materialId)
    },
  }
}

/** Every blob has a key of its own, so the material may encrypt as often as it likes. */
function blobKey({ blobKeys }: Opened, secret: KeyObject, salt: Buffer): KeyObject {
  const name = salt.toString('base64')
  let key = blobKeys.get(name)
  if (!key) {
    key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, salt, 'herald/kms/blob', 32)))
    blobKeys.set(name, key)
  }
  return key
}
