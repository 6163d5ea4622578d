import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { generatePair } from '../generate-pair.ts'
import { writeImportToken } from '../import-token.ts'
import { requireImporting } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { requireWrapping } from '../wrapping.ts'

/** So long a public key and its token hold, in milliseconds (AWS documents). */
const DAY = 86_400_000

/** A public key to wrap material with, and the token that leads to its private half. Nothing of either is stored. */
export const GetParametersForImport: KmsOperation<'GetParametersForImport'> = (kms) => async (call, input) => {
  const { WrappingAlgorithm: algorithm, WrappingKeySpec } = input
  const key = await admit(kms, call, input.KeyId, {
    action: 'GetParametersForImport',
    conditions: { 'kms:WrappingAlgorithm': algorithm, 'kms:WrappingKeySpec': WrappingKeySpec },
  })
  requireImporting(key)
  requireWrapping(key.keySpec, algorithm, WrappingKeySpec)
  const { privateKey, publicKey } = await generatePair(WrappingKeySpec)
  const validTo = kms.environment.clock.now() + DAY
  return {
    KeyId: keyArn(key),
    ImportToken: writeImportToken(kms.vault, key, { algorithm, validTo, privateKey }),
    PublicKey: publicKey,
    ParametersValidTo: new Date(validTo),
  }
}
