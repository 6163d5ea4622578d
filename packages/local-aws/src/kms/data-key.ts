import type { Call } from '@herald/protocol'
import type { GenerateDataKeyWithoutPlaintextRequest } from '@herald/protocol/kms'
import { admit } from './admit.ts'
import { keyArn } from './arns.ts'
import { DATA_KEY } from './ciphertext-blob.ts'
import { requireEnabled, requireSymmetric } from './key-state.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

/**
 * A new data key, in clear and encrypted under the key that the request names.
 * @throws {ServiceError} ValidationException unless exactly one of `KeySpec` and `NumberOfBytes` is given
 */
export async function generateDataKey(
  kms: Kms,
  call: Call,
  input: GenerateDataKeyWithoutPlaintextRequest,
  action: 'GenerateDataKey' | 'GenerateDataKeyWithoutPlaintext',
) {
  if ((input.KeySpec === undefined) === (input.NumberOfBytes === undefined)) {
    throw refusals.validation('Please specify either number of bytes or key spec.')
  }
  const key = await admit(kms, call, input.KeyId, {
    action,
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.EncryptionContext,
    conditions: { 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' },
  })
  requireEnabled(key)
  const materialId = requireSymmetric(key, action)
  if (input.DryRun) throw refusals.dryRun()
  const plaintext = kms.environment.random.bytes(input.NumberOfBytes ?? (input.KeySpec === 'AES_128' ? 16 : 32))
  const blob = await kms.materials.encrypt(materialId, DATA_KEY, plaintext, input.EncryptionContext)
  return { plaintext, encrypted: { CiphertextBlob: blob, KeyId: keyArn(key), KeyMaterialId: materialId } }
}
