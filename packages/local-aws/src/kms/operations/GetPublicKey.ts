import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { isPairSpec } from '../generate-pair.ts'
import { algorithmsOf } from '../key-specs.ts'
import { requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const GetPublicKey: KmsOperation<'GetPublicKey'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, {
    action: 'GetPublicKey',
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
  })
  if (!isPairSpec(key.keySpec)) throw refusals.wrongSpec(keyArn(key), key.keySpec)
  requireEnabled(key)
  const { spki } = await kms.secrets.pairOf(key)
  const { EncryptionAlgorithms, SigningAlgorithms, KeyAgreementAlgorithms } = algorithmsOf(key.keySpec, key.keyUsage)
  return {
    KeyId: keyArn(key),
    PublicKey: spki,
    CustomerMasterKeySpec: key.keySpec as 'RSA_2048',
    KeySpec: key.keySpec,
    KeyUsage: key.keyUsage,
    ...(EncryptionAlgorithms ? { EncryptionAlgorithms } : {}),
    ...(SigningAlgorithms ? { SigningAlgorithms } : {}),
    ...(KeyAgreementAlgorithms ? { KeyAgreementAlgorithms } : {}),
  }
}
