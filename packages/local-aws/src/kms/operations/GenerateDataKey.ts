import { generateDataKey } from '../data-key.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const GenerateDataKey: KmsOperation<'GenerateDataKey'> = (kms) => async (call, input) => {
  if (input.Recipient !== undefined) throw refusals.validation('Recipient is not built yet in Herald.')
  const { plaintext, encrypted } = await generateDataKey(kms, call, input, 'GenerateDataKey')
  return { ...encrypted, Plaintext: plaintext }
}
