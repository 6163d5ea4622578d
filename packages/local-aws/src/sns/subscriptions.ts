import type { Call } from '@herald/protocol'
import type { Subscription } from '@herald/protocol/sns'
import { type SubscriptionDoc, snsSubscriptions } from './collections.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter, subscriptionNotFound } from './refusals.ts'

/** @throws {ServiceError} for what is no subscription's ARN, and for one that is not there or is another account's. */
export async function requireSubscription(sns: SnsParts, call: Call, arn: string): Promise<SubscriptionDoc> {
  const parts = arn.split(':')
  if (parts.length < 6)
    throw invalidParameter(`SubscriptionArn Reason: An ARN must have at least 6 elements, not ${parts.length}`)
  if (parts.length !== 7 || parts[2] !== 'sns') throw invalidParameter('SubscriptionId')
  const found = await sns.store.get(snsSubscriptions, [arn])
  if (!found || found.accountId !== call.accountId) throw subscriptionNotFound()
  return found
}

/** A subscription as lists show it: one that waits for an answer does not tell its ARN. */
export function listed({ arn, topicArn, accountId, protocol, endpoint, confirmed }: SubscriptionDoc): Subscription {
  return {
    SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
    Owner: accountId,
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topicArn,
  }
}
