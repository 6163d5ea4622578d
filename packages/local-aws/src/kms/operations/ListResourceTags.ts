import { admit } from '../admit.ts'
import { listPage } from '../list-page.ts'
import type { KmsOperation } from '../parts.ts'

export const ListResourceTags: KmsOperation<'ListResourceTags'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'ListResourceTags' })
  const { items, end } = listPage(key.tags, input, { usual: 50, most: 50 })
  return { Tags: items, ...end }
}
