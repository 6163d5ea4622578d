import type { Call } from '@herald/protocol'
import type { DecryptRequest } from '@herald/protocol/kms'
import { admit, admitTo, deniedCiphertext } from './admit.ts'
import type { KeyDoc } from './collections.ts'
import type { EncryptionContext } from './encryption-context.ts'
import { requireEnabled } from './key-state.ts'
import { isMultiRegionId } from './multi-region.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'
import { requireUsage } from './requirements.ts'
import { decryptWithRsa } from './rsa-cipher.ts'
import { requireNoContext } from './seal-plaintext.ts'

export interface Opening {
  readonly action: 'Decrypt' | 'ReEncryptFrom'
  readonly operation: 'Decrypt' | 'ReEncrypt'
  readonly blob: Uint8Array | undefined
  readonly keyId: string | undefined
  readonly algorithm: string
  readonly context: EncryptionContext | undefined
  readonly grantTokens: readonly string[] | undefined
  readonly conditions?: Readonly<Record<string, string | boolean>>
  readonly dryRun: boolean
  readonly modifiers: DecryptRequest['DryRunModifiers']
}

export interface Opened {
  readonly key: KeyDoc
  /** Empty where a dry run was to leave the ciphertext unread. */
  readonly plaintext: Buffer
  /** What encrypted it, where the key is symmetric; after rotations it may be an earlier one. */
  readonly materialId: string | undefined
}

/**
 * Opens a ciphertext for `Decrypt` and `ReEncrypt`. A symmetric key is found by the ciphertext itself, and a key that the
 * request names must be the same; an asymmetric key must be named.
 * @throws {ServiceError}
 */
export async function openCiphertext(kms: Kms, call: Call, opening: Opening): Promise<Opened> {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  const { operation, algorithm, blob } = opening
  const unread = opening.modifiers?.includes('IGNORE_CIPHERTEXT') ?? false
  if (unread && !opening.dryRun) throw refusals.validation('DryRunModifiers need the DryRun parameter.')
  if (blob === undefined && !unread) {
    throw refusals.validation(
      "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    )
  }
  const admission = {
    action: opening.action,
    aliases: true,
    otherAccounts: true,
    grantTokens: opening.grantTokens,
    encryptionContext: opening.context,
    conditions: { 'kms:EncryptionAlgorithm': algorithm, ...opening.conditions },
  }
  const named = opening.keyId === undefined ? undefined : await admit(kms, call, opening.keyId, admission)
  const check = (key: KeyDoc) => {
    requireEnabled(key)
    requireUsage(key, 'ENCRYPT_DECRYPT', operation, algorithm)
    requireNoContext(key, opening.context)
  }
  if (named) check(named)
  if (unread || blob === undefined) {
    if (!named) throw refusals.validation('A key ID must be given where the ciphertext is not looked at.')
    return { key: named, plaintext: Buffer.alloc(0), materialId: undefined }
  }
  if (named && named.keySpec !== 'SYMMETRIC_DEFAULT') {
    const plaintext = await decryptWithRsa(kms, named, algorithm, blob)
    if (!plaintext) throw refusals.invalidCiphertext()
    return { key: named, plaintext, materialId: undefined }
  }
  const origin = await kms.materials.keyOfBlob(blob)
  if (!origin) throw refusals.invalidCiphertext(likelyMistake(blob))
  const { accountId, keyId } = origin
  // What one of several related keys encrypted, the one in this region opens.
  const region = isMultiRegionId(keyId) ? call.region : origin.region
  if (named && (named.accountId !== accountId || named.region !== region || named.keyId !== keyId)) {
    throw refusals.incorrectKey()
  }
  if (region !== call.region) throw deniedCiphertext(call, opening.action)
  const absent = () => deniedCiphertext(call, opening.action)
  const key = named ?? (await admitTo(kms, call, { accountId, region, keyId }, { ...admission, absent }))
  check(key)
  const plaintext = await kms.materials.decrypt(blob, opening.context)
  if (!plaintext) throw refusals.invalidCiphertext()
  return { key, plaintext, materialId: origin.materialId }
}

/** AWS says nothing here; the commonest mistake with a custom sender's code deserves a word. */
function likelyMistake(blob: Uint8Array): string {
  const [version, type] = blob
  const message = (version === 1 && type === 0x80) || (version === 2 && (type === 4 || type === 5))
  return message
    ? 'This is a message of the AWS Encryption SDK, not a ciphertext of KMS: decrypt it with the Encryption SDK.'
    : ''
}
