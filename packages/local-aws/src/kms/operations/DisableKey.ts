import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireMaterial } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'

/** Nothing can be encrypted or decrypted with the key until it is enabled again. */
export const DisableKey: KmsOperation<'DisableKey'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'DisableKey' })
  await changeKey(kms, ref, (key) => {
    requireMaterial(key)
    key.state = 'Disabled'
  })
  return {}
}
