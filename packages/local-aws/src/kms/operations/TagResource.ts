import { admit } from '../admit.ts'
import { changeKey } from '../find-key.ts'
import { requireNotPendingDeletion } from '../key-state.ts'
import type { KmsOperation } from '../parts.ts'
import { checkTags } from '../tags.ts'

/** Adds tags, and gives those that are there already their new values. */
export const TagResource: KmsOperation<'TagResource'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, {
    action: 'TagResource',
    conditions: {
      'aws:TagKeys': input.Tags.map((tag) => tag.TagKey),
      ...Object.fromEntries(input.Tags.map((tag) => [`aws:RequestTag/${tag.TagKey}`, tag.TagValue])),
    },
  })
  const added = checkTags(input.Tags)
  await changeKey(kms, ref, (key) => {
    requireNotPendingDeletion(key)
    const values = new Map([...key.tags, ...added].map((tag) => [tag.TagKey, tag.TagValue]))
    key.tags = checkTags([...values].map(([TagKey, TagValue]) => ({ TagKey, TagValue })))
  })
  return {}
}
