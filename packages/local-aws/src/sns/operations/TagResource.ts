import { snsTopics } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { resourceNotFound, taggedTopic } from '../tagged-topic.ts'
import { checkTagCount, readTags } from '../tags.ts'

export const TagResource: SnsOperation<'TagResource'> = (sns) => async (call, input) => {
  const key = taggedTopic(call, input.ResourceArn)
  const added = readTags(input.Tags)
  await sns.store.transaction(async (tx) => {
    const topic = await tx.get(snsTopics, key)
    if (!topic) throw resourceNotFound()
    tx.put(snsTopics, key, { ...topic, tags: checkTagCount({ ...topic.tags, ...added }) })
  })
  return {}
}
