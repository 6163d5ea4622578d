import type { SnsOperation } from '../parts.ts'
import { requireSubscription } from '../subscriptions.ts'

export const GetSubscriptionAttributes: SnsOperation<'GetSubscriptionAttributes'> = (sns) => async (call, input) => {
  const subscription = await requireSubscription(sns, call, input.SubscriptionArn)
  const { arn, topicArn, accountId, protocol, endpoint, confirmed, attributes } = subscription
  return {
    Attributes: {
      RawMessageDelivery: 'false',
      ...(attributes.FilterPolicy && { FilterPolicyScope: 'MessageAttributes' }),
      ...attributes,
      SubscriptionArn: arn,
      TopicArn: topicArn,
      Owner: accountId,
      Protocol: protocol,
      Endpoint: endpoint,
      PendingConfirmation: String(!confirmed),
      ConfirmationWasAuthenticated: String(confirmed && subscription.token === undefined),
      SubscriptionPrincipal: `arn:aws:iam::${accountId}:root`,
    },
  }
}
