import { requireAccount } from '../admit.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

export const GenerateRandom: KmsOperation<'GenerateRandom'> = (kms) => async (call, input) => {
  requireAccount(call, 'GenerateRandom')
  if (input.Recipient !== undefined) throw refusals.validation('Recipient is not built yet in Herald.')
  if (input.CustomKeyStoreId !== undefined) {
    throw refusals.unsupported('Custom key stores are not built yet in Herald.')
  }
  if (input.NumberOfBytes === undefined) throw refusals.validation('NumberOfBytes is required.')
  return { Plaintext: kms.environment.random.bytes(input.NumberOfBytes) }
}
