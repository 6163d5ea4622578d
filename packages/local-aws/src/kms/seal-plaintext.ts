import { ENCRYPTED } from './ciphertext-blob.ts'
import type { KeyDoc } from './collections.ts'
import type { EncryptionContext } from './encryption-context.ts'
import { requireEnabled } from './key-state.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'
import { requireUsage } from './requirements.ts'
import { encryptWithRsa } from './rsa-cipher.ts'

export interface Sealing {
  readonly operation: string
  readonly algorithm: string
  readonly context: EncryptionContext | undefined
}

/**
 * Guards that a key may encrypt in this way.
 * @throws {ServiceError} DisabledException, KMSInvalidStateException, InvalidKeyUsageException, ValidationException
 */
export function requireSealable(key: KeyDoc, { operation, algorithm, context }: Sealing): void {
  requireEnabled(key)
  requireUsage(key, 'ENCRYPT_DECRYPT', operation, algorithm)
  requireNoContext(key, context)
}

/** Asymmetric ciphertexts bind no context (AWS documents). */
export function requireNoContext(key: KeyDoc, context: EncryptionContext | undefined): void {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT' && Object.keys(context ?? {}).length > 0) {
    throw refusals.validation('You cannot specify an encryption context with an asymmetric KMS key.')
  }
}

/** Encrypts for `Encrypt` and `ReEncrypt`, after `requireSealable`. */
export async function sealPlaintext(kms: Kms, key: KeyDoc, plaintext: Uint8Array, sealing: Sealing): Promise<Buffer> {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') return encryptWithRsa(kms, key, sealing.algorithm, plaintext)
  if (key.materialId === null) throw refusals.withoutMaterial(key)
  return kms.materials.encrypt(key.materialId, ENCRYPTED, plaintext, sealing.context)
}

/** The member that names the material, which symmetric keys alone show. */
export function shownMaterial<Name extends string>(key: KeyDoc, name: Name, materialId = key.materialId) {
  return (key.keySpec === 'SYMMETRIC_DEFAULT' && materialId !== null ? { [name]: materialId } : {}) as Partial<
    Record<Name, string>
  >
}
