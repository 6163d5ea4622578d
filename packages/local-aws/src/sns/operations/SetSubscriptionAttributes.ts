import { snsSubscriptions } from '../collections.ts'
import type { SnsOperation } from '../parts.ts'
import { subscriptionNotFound } from '../refusals.ts'
import { checkSubscriptionAttributes } from '../subscription-attributes.ts'
import { requireSubscription } from '../subscriptions.ts'

/** An attribute without a value is taken back. */
export const SetSubscriptionAttributes: SnsOperation<'SetSubscriptionAttributes'> = (sns) => async (call, input) => {
  const { arn } = await requireSubscription(sns, call, input.SubscriptionArn)
  const { AttributeName: name, AttributeValue: value = '' } = input
  await sns.store.transaction(async (tx) => {
    const found = await tx.get(snsSubscriptions, [arn])
    if (!found) throw subscriptionNotFound()
    checkSubscriptionAttributes(found.protocol, { ...found.attributes, [name]: value })
    const { [name]: _, ...others } = found.attributes
    tx.put(snsSubscriptions, [arn], { ...found, attributes: value === '' ? others : { ...others, [name]: value } })
  })
  return {}
}
