import type { Call } from '@herald/protocol'
import { type SubscriptionDoc, snsSubscriptions, snsTopics, type TopicDoc } from './collections.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter, topicNotFound } from './refusals.ts'

export const topicArn = ({ region, accountId, name }: Pick<TopicDoc, 'region' | 'accountId' | 'name'>) =>
  `arn:aws:sns:${region}:${accountId}:${name}`

export const topicKey = ({ accountId, region, name }: Pick<TopicDoc, 'region' | 'accountId' | 'name'>) => [
  accountId,
  region,
  name,
]

/**
 * The place that a topic's ARN names.
 * @param member how the operation calls it
 * @throws {ServiceError} for what is no ARN.
 */
export function placeOfTopic(arn: string, member = 'TopicArn'): { accountId: string; region: string; name: string } {
  const parts = arn.split(':')
  if (parts.length < 6)
    throw invalidParameter(`${member} Reason: An ARN must have at least 6 elements, not ${parts.length}`)
  const [prefix, partition, service, region = '', accountId = '', name = ''] = parts
  if (prefix !== 'arn' || !partition?.startsWith('aws') || service !== 'sns' || parts.length > 6 || name === '')
    throw invalidParameter(member)
  return { region, accountId, name }
}

/** @throws {ServiceError} NotFoundException, also for topics of others. */
export async function requireTopic(sns: SnsParts, call: Call, arn: string, member?: string): Promise<TopicDoc> {
  const place = placeOfTopic(arn, member)
  const found = place.accountId === call.accountId ? await sns.store.get(snsTopics, topicKey(place)) : undefined
  if (!found) throw topicNotFound()
  return found
}

/** Every subscription of a topic, pending ones too. */
export async function subscriptionsOf(sns: SnsParts, arn: string): Promise<SubscriptionDoc[]> {
  const all: SubscriptionDoc[] = []
  let after: string | undefined
  do {
    const where = [{ column: 'topicArn', equals: arn }]
    const page = await sns.store.find(snsSubscriptions, { where, limit: 1000, ...(after ? { after } : {}) })
    all.push(...page.docs)
    after = page.next
  } while (after)
  return all
}
