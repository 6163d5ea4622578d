import { admit } from '../admit.ts'
import type { KmsOperation } from '../parts.ts'

/** Every key has one policy, named `default` (AWS documents). */
export const ListKeyPolicies: KmsOperation<'ListKeyPolicies'> = (kms) => async (call, input) => {
  await admit(kms, call, input.KeyId, { action: 'ListKeyPolicies' })
  return { PolicyNames: ['default'], Truncated: false }
}
