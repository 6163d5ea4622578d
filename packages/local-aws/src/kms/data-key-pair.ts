import type { Call } from '@herald/protocol'
import type { GenerateDataKeyPairWithoutPlaintextRequest } from '@herald/protocol/kms'
import { admit } from './admit.ts'
import { keyArn } from './arns.ts'
import { DATA_KEY } from './ciphertext-blob.ts'
import { generatePair, isPairSpec } from './generate-pair.ts'
import { requireEnabled, requireSymmetric } from './key-state.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

/** A new pair, its private half in clear and encrypted under the key that the request names. */
export async function generateDataKeyPair(
  kms: Kms,
  call: Call,
  input: GenerateDataKeyPairWithoutPlaintextRequest,
  action: 'GenerateDataKeyPair' | 'GenerateDataKeyPairWithoutPlaintext',
) {
  const key = await admit(kms, call, input.KeyId, {
    action,
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    encryptionContext: input.EncryptionContext,
    conditions: { 'kms:DataKeyPairSpec': input.KeyPairSpec, 'kms:EncryptionAlgorithm': 'SYMMETRIC_DEFAULT' },
  })
  requireEnabled(key)
  const materialId = requireSymmetric(key, action)
  if (!isPairSpec(input.KeyPairSpec)) {
    throw refusals.unsupported(`Data key pairs of ${input.KeyPairSpec} are not built yet in Herald.`)
  }
  if (input.DryRun) throw refusals.dryRun()
  const { privateKey, publicKey } = await generatePair(input.KeyPairSpec)
  const blob = await kms.materials.encrypt(materialId, DATA_KEY, privateKey, input.EncryptionContext)
  return {
    privateKey,
    encrypted: {
      PrivateKeyCiphertextBlob: blob,
      PublicKey: publicKey,
      KeyId: keyArn(key),
      KeyPairSpec: input.KeyPairSpec,
      KeyMaterialId: materialId,
    },
  }
}
