import { generateDataKey } from '../data-key.ts'
import type { KmsOperation } from '../parts.ts'

export const GenerateDataKeyWithoutPlaintext: KmsOperation<'GenerateDataKeyWithoutPlaintext'> =
  (kms) => async (call, input) => {
    const { encrypted } = await generateDataKey(kms, call, input, 'GenerateDataKeyWithoutPlaintext')
    return encrypted
  }
