import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireMaterial } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'

export const EnableKey: KmsOperation<'EnableKey'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'EnableKey' })
  await changeKey(kms, ref, (key) => {
    requireMaterial(key)
    key.state = 'Enabled'
  })
  return {}
}
