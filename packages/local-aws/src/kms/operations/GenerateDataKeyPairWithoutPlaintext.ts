import { generateDataKeyPair } from '../data-key-pair.ts'
import type { KmsOperation } from '../parts.ts'

export const GenerateDataKeyPairWithoutPlaintext: KmsOperation<'GenerateDataKeyPairWithoutPlaintext'> =
  (kms) => async (call, input) => {
    const { encrypted } = await generateDataKeyPair(kms, call, input, 'GenerateDataKeyPairWithoutPlaintext')
    return encrypted
  }
