import { confirm } from '../confirmation.ts'
import type { SnsOperation } from '../parts.ts'
import { requireTopic, topicArn } from '../topics.ts'

export const ConfirmSubscription: SnsOperation<'ConfirmSubscription'> = (sns) => async (call, input) => {
  const topic = await requireTopic(sns, call, input.TopicArn)
  const authenticate = input.AuthenticateOnUnsubscribe?.toLowerCase() === 'true'
  const { arn } = await confirm(sns, topicArn(topic), input.Token, authenticate)
  return { SubscriptionArn: arn }
}
