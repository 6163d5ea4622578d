import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { checkPolicy } from '../key-policy.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'

/** Replaces the key's policy; without the bypass it must leave the caller able to replace it again. */
export const PutKeyPolicy: KmsOperation<'PutKeyPolicy'> = (kms) => async (call, input) => {
  const bypass = input.BypassPolicyLockoutSafetyCheck ?? false
  const ref = await admit(kms, call, input.KeyId, {
    action: 'PutKeyPolicy',
    conditions: { 'kms:BypassPolicyLockoutSafetyCheck': bypass },
  })
  if ((input.PolicyName ?? 'default') !== 'default') throw refusals.noSuchPolicy()
  await changeKey(kms, ref, (key) => {
    key.policy = input.Policy
    checkPolicy(call, key, kms.environment.clock.now(), bypass)
  })
  return {}
}
