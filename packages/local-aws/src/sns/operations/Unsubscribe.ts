import { snsSubscriptions } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { requireSubscription } from '../subscriptions.ts'

export const Unsubscribe: SnsOperation<'Unsubscribe'> = (sns) => async (call, input) => {
  const { arn } = await requireSubscription(sns, call, input.SubscriptionArn)
  await sns.store.transaction((tx) => tx.delete(snsSubscriptions, [arn]))
  return {}
}
