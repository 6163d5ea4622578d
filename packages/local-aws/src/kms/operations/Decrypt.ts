import { admit, admitTo, deniedCiphertext } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { requireEnabled, requireSymmetric } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Finds the key by the ciphertext itself; a `KeyId` in the request must be the same key. */
export const Decrypt: KmsOperation<'Decrypt'> = (kms) => async (call, input) => {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  if (input.Recipient !== undefined) throw refusals.validation('Recipient is not built yet in Herald.')
  if (input.DryRunModifiers?.length) throw refusals.validation('DryRunModifiers are not built yet in Herald.')
  if (input.CiphertextBlob === undefined) {
    throw refusals.validation(
      "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    )
  }
  const admission = {
    action: 'Decrypt',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.EncryptionContext,
    conditions: { 'kms:EncryptionAlgorithm': input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT' },
  }
  const named = input.KeyId === undefined ? undefined : await admit(kms, call, input.KeyId, admission)
  if (named) {
    requireEnabled(named)
    requireSymmetric(named, 'Decrypt', input.EncryptionAlgorithm)
  }
  const origin = await kms.materials.keyOfBlob(input.CiphertextBlob)
  if (!origin) throw refusals.invalidCiphertext(likelyMistake(input.CiphertextBlob))
  if (named && named.materialId !== origin.materialId) throw refusals.incorrectKey()
  if (origin.region !== call.region) throw deniedCiphertext(call)
  const absent = () => deniedCiphertext(call)
  const key = named ?? (await admitTo(kms, call, origin, { ...admission, absent }))
  requireEnabled(key)
  const materialId = requireSymmetric(key, 'Decrypt', input.EncryptionAlgorithm)
  const plaintext = await kms.materials.decrypt(input.CiphertextBlob, input.EncryptionContext)
  if (!plaintext) throw refusals.invalidCiphertext()
  if (input.DryRun) throw refusals.dryRun()
  return {
    KeyId: keyArn(key),
    Plaintext: plaintext,
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    KeyMaterialId: materialId,
  }
}

/** AWS says nothing here; the commonest mistake with a custom sender's code deserves a word. */
function likelyMistake(blob: Uint8Array): string {
  const [version, type] = blob
  const message = (version === 1 && type === 0x80) || (version === 2 && (type === 4 || type === 5))
  return message
    ? 'This is a message of the AWS Encryption SDK, not a ciphertext of KMS: decrypt it with the Encryption SDK.'
    : ''
}
