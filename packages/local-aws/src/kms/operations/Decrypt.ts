import { keyArn } from '../arns.ts'
import { openCiphertext } from '../open-ciphertext.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const Decrypt: KmsOperation<'Decrypt'> = (kms) => async (call, input) => {
  if (input.Recipient !== undefined) throw refusals.validation('Recipient is not built yet in Herald.')
  const algorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'
  const { key, plaintext, materialId } = await openCiphertext(kms, call, {
    action: 'Decrypt',
    operation: 'Decrypt',
    blob: input.CiphertextBlob,
    keyId: input.KeyId,
    algorithm,
    context: input.EncryptionContext,
    grantTokens: input.GrantTokens,
    dryRun: input.DryRun ?? false,
    modifiers: input.DryRunModifiers,
  })
  if (input.DryRun) throw refusals.dryRun()
  return {
    KeyId: keyArn(key),
    Plaintext: plaintext,
    EncryptionAlgorithm: algorithm,
    ...(materialId === undefined ? {} : { KeyMaterialId: materialId }),
  }
}
