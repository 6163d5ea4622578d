import { snsTopics } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { resourceNotFound, taggedTopic } from '../tagged-topic.ts'

export const UntagResource: SnsOperation<'UntagResource'> = (sns) => async (call, input) => {
  const key = taggedTopic(call, input.ResourceArn)
  await sns.store.transaction(async (tx) => {
    const topic = await tx.get(snsTopics, key)
    if (!topic) throw resourceNotFound()
    const left = Object.entries(topic.tags).filter(([name]) => !input.TagKeys.includes(name))
    tx.put(snsTopics, key, { ...topic, tags: Object.fromEntries(left) })
  })
  return {}
}
