import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { ENCRYPTED } from '../ciphertext-blob.ts'
import { requireEnabled, requireSymmetric } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const Encrypt: KmsOperation<'Encrypt'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'Encrypt',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.EncryptionContext,
    conditions: { 'kms:EncryptionAlgorithm': input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT' },
  })
  requireEnabled(key)
  const materialId = requireSymmetric(key, 'Encrypt', input.EncryptionAlgorithm)
  if (input.DryRun) throw refusals.dryRun()
  const blob = await kms.materials.encrypt(materialId, ENCRYPTED, input.Plaintext, input.EncryptionContext)
  return { CiphertextBlob: blob, KeyId: keyArn(key), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }
}
