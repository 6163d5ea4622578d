import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { requireSealable, sealPlaintext } from '../seal-plaintext.ts'

export const Encrypt: KmsOperation<'Encrypt'> = (kms) => async (call, input) => {
  const algorithm = input.EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT'
  const key = await admit(kms, call, input.KeyId, {
    action: 'Encrypt',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.EncryptionContext,
    conditions: { 'kms:EncryptionAlgorithm': algorithm },
  })
  const sealing = { operation: 'Encrypt', algorithm, context: input.EncryptionContext }
  requireSealable(key, sealing)
  if (input.DryRun) throw refusals.dryRun()
  const blob = await sealPlaintext(kms, key, input.Plaintext, sealing)
  return { CiphertextBlob: blob, KeyId: keyArn(key), EncryptionAlgorithm: algorithm }
}
