import { snsTopics } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { resourceNotFound, taggedTopic } from '../tagged-topic.ts'

export const ListTagsForResource: SnsOperation<'ListTagsForResource'> = (sns) => async (call, input) => {
  const topic = await sns.store.get(snsTopics, taggedTopic(call, input.ResourceArn))
  if (!topic) throw resourceNotFound()
  return { Tags: Object.entries(topic.tags).map(([Key, Value]) => ({ Key, Value })) }
}
