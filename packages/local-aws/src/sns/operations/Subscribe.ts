import { type SubscriptionDoc, snsSubscriptions } from '../collections.ts'
import { askToConfirm, newToken } from '../confirmation.ts'
import { checkEndpoint, needsConfirmation } from '../endpoints.ts'
import type { SnsOperation } from '../parts.ts'
import { invalidParameter } from '../refusals.ts'
import { checkSubscriptionAttributes } from '../subscription-attributes.ts'
import { requireTopic, topicArn } from '../topics.ts'

/**
 * Subscribes. Mail and HTTP endpoints are asked to confirm, mail by a message in the inbox; phones and functions are
 * subscribed at once. Who is subscribed already stays so, and is asked again where there was no answer yet.
 */
export const Subscribe: SnsOperation<'Subscribe'> = (sns) => async (call, input) => {
  const { Protocol: protocol, Endpoint: endpoint = '', Attributes: attributes = {} } = input
  const topic = await requireTopic(sns, call, input.TopicArn)
  checkEndpoint(protocol, endpoint)
  checkSubscriptionAttributes(protocol, attributes)
  const arn = topicArn(topic)
  const where = [
    { column: 'topicArn', equals: arn },
    { column: 'target', equals: `${protocol} ${endpoint}` },
  ]
  const { docs } = await sns.store.find(snsSubscriptions, { where, limit: 1 })
  const before = docs[0]
  if (before && Object.entries(attributes).some(([name, value]) => before.attributes[name] !== value))
    throw invalidParameter('Attributes Reason: Subscription already exists with different attributes')
  const { token, kept } = newToken(sns)
  const pending = needsConfirmation(protocol) && !before?.confirmed
  const subscription: SubscriptionDoc = {
    arn: `${arn}:${sns.environment.random.uuid()}`,
    topicArn: arn,
    accountId: topic.accountId,
    region: topic.region,
    protocol,
    endpoint,
    confirmed: !pending,
    attributes,
    createdAt: sns.environment.clock.now(),
    ...before,
    ...(pending && kept),
  }
  await sns.store.transaction((tx) => tx.put(snsSubscriptions, [subscription.arn], subscription))
  if (pending) await askToConfirm(sns, call, topic, subscription, token)
  const told = !pending || input.ReturnSubscriptionArn
  return { SubscriptionArn: told ? subscription.arn : 'pending confirmation' }
}
