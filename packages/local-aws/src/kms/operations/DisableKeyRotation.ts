import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireEnabled } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { requireSelfRotating } from '../rotate.ts'

export const DisableKeyRotation: KmsOperation<'DisableKeyRotation'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'DisableKeyRotation' })
  await changeKey(kms, ref, (key) => {
    requireSelfRotating(key)
    requireEnabled(key)
    if (key.rotation) key.rotation.enabled = false
  })
  return {}
}
