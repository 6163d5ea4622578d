import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'

export const UpdateKeyDescription: KmsOperation<'UpdateKeyDescription'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'UpdateKeyDescription' })
  await changeKey(kms, ref, (key) => {
    requireNotPendingDeletion(key)
    key.description = input.Description
  })
  return {}
}
