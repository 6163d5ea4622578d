import { admit } from '../admit.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Gives the policy's text as it was put. There is only the one named `default`. */
export const GetKeyPolicy: KmsOperation<'GetKeyPolicy'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'GetKeyPolicy' })
  if ((input.PolicyName ?? 'default') !== 'default') throw refusals.noSuchPolicy()
  return { Policy: key.policy, PolicyName: 'default' }
}
