import { generateDataKeyPair } from '../data-key-pair.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const GenerateDataKeyPair: KmsOperation<'GenerateDataKeyPair'> = (kms) => async (call, input) => {
  if (input.Recipient !== undefined) throw refusals.validation('Recipient is not built yet in Herald.')
  const { privateKey, encrypted } = await generateDataKeyPair(kms, call, input, 'GenerateDataKeyPair')
  return { ...encrypted, PrivateKeyPlaintext: privateKey }
}
