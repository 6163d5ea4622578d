import { snsTopics } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { topicNotFound } from '../refusals.ts'
import { checkTopicAttribute } from '../topic-attributes.ts'
import { requireTopic, topicKey } from '../topics.ts'

/** An attribute without a value is taken back. */
export const SetTopicAttributes: SnsOperation<'SetTopicAttributes'> = (sns) => async (call, input) => {
  const topic = await requireTopic(sns, call, input.TopicArn)
  const { AttributeName: name, AttributeValue: value = '' } = input
  checkTopicAttribute(name, value)
  await sns.store.transaction(async (tx) => {
    const found = await tx.get(snsTopics, topicKey(topic))
    if (!found) throw topicNotFound()
    const { [name]: _, ...others } = found.attributes
    const attributes = value === '' ? others : { ...others, [name]: value }
    tx.put(snsTopics, topicKey(topic), { ...found, attributes })
  })
  return {}
}
