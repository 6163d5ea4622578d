import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'

/** Takes tags away; those that the key has not are passed over. */
export const UntagResource: KmsOperation<'UntagResource'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, {
    action: 'UntagResource',
    conditions: { 'aws:TagKeys': input.TagKeys },
  })
  await changeKey(kms, ref, (key) => {
    requireNotPendingDeletion(key)
    key.tags = key.tags.filter((tag) => !input.TagKeys.includes(tag.TagKey))
  })
  return {}
}
