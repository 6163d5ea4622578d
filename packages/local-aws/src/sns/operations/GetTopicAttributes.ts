import type { SnsOperation } from '../parts.ts'
import { usualDeliveryPolicy, usualPolicy } from '../topic-attributes.ts'
import { requireTopic, subscriptionsOf, topicArn } from '../topics.ts'

export const GetTopicAttributes: SnsOperation<'GetTopicAttributes'> = (sns) => async (call, input) => {
  const topic = await requireTopic(sns, call, input.TopicArn)
  const arn = topicArn(topic)
  const subscriptions = await subscriptionsOf(sns, arn)
  const confirmed = subscriptions.filter((subscription) => subscription.confirmed).length
  return {
    Attributes: {
      Policy: usualPolicy(arn, topic.accountId),
      DisplayName: '',
      ...topic.attributes,
      TopicArn: arn,
      Owner: topic.accountId,
      SubscriptionsConfirmed: String(confirmed),
      SubscriptionsPending: String(subscriptions.length - confirmed),
      SubscriptionsDeleted: '0',
      EffectiveDeliveryPolicy: topic.attributes.DeliveryPolicy || usualDeliveryPolicy,
    },
  }
}
