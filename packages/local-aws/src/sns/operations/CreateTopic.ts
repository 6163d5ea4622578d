import { snsTopics, type TopicDoc } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { invalidParameter, notBuilt } from '../refusals.ts'
import { readTags } from '../tags.ts'
import { checkTopicAttribute } from '../topic-attributes.ts'
import { topicArn, topicKey } from '../topics.ts'

/** A topic that is there already is answered with, as long as the attributes and tags that are given are its own. */
export const CreateTopic: SnsOperation<'CreateTopic'> = (sns) => async (call, input) => {
  const { Name: name, Attributes: attributes = {} } = input
  if (/^[\w-]{1,251}\.fifo$/.test(name) || attributes.FifoTopic === 'true') throw notBuilt('A FIFO topic')
  if (!/^[\w-]{1,256}$/.test(name)) throw invalidParameter('Topic Name')
  if (input.DataProtectionPolicy) throw notBuilt('DataProtectionPolicy')
  for (const [key, value] of Object.entries(attributes)) checkTopicAttribute(key, value)
  const tags = readTags(input.Tags)
  const { accountId, region } = call
  const place = { accountId, region, name }
  await sns.store.transaction(async (tx) => {
    const found = await tx.get(snsTopics, topicKey(place))
    if (!found) {
      const topic: TopicDoc = { ...place, attributes, tags, createdAt: sns.environment.clock.now() }
      return tx.insert(snsTopics, topicKey(place), topic)
    }
    if (Object.entries(attributes).some(([key, value]) => found.attributes[key] !== value))
      throw invalidParameter('Attributes Reason: Topic already exists with different attributes')
    if (input.Tags && Object.entries(tags).some(([key, value]) => found.tags[key] !== value))
      throw invalidParameter('Tags Reason: Topic already exists with different tags')
  })
  return { TopicArn: topicArn(place) }
}
