import { snsSubscriptions } from '../collections.ts'
import { readPage } from '../paging.ts'
import type { SnsOperation } from '../parts.ts'
import { listed } from '../subscriptions.ts'
import { requireTopic, topicArn } from '../topics.ts'

export const ListSubscriptionsByTopic: SnsOperation<'ListSubscriptionsByTopic'> = (sns) => async (call, input) => {
  const topic = await requireTopic(sns, call, input.TopicArn)
  const where = [{ column: 'topicArn', equals: topicArn(topic) }]
  const { docs, next } = await readPage(sns.store, snsSubscriptions, where, input.NextToken)
  return { Subscriptions: docs.map(listed), ...(next !== undefined && { NextToken: next }) }
}
