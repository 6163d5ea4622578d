import { snsSubscriptions, snsTopics } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { placeOfTopic, subscriptionsOf, topicKey } from '../topics.ts'

/** With all its subscriptions. AWS documents no error for a topic that is not there. */
export const DeleteTopic: SnsOperation<'DeleteTopic'> = (sns) => async (call, input) => {
  const place = placeOfTopic(input.TopicArn)
  if (place.accountId !== call.accountId) return {}
  const subscriptions = await subscriptionsOf(sns, input.TopicArn)
  await sns.store.transaction((tx) => {
    tx.delete(snsTopics, topicKey(place))
    for (const { arn } of subscriptions) tx.delete(snsSubscriptions, [arn])
  })
  return {}
}
