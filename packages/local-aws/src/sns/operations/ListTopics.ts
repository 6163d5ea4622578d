import { snsTopics } from '../collections.ts'
import { readPage } from '../paging.ts'
import type { SnsOperation } from '../parts.ts'
import { topicArn } from '../topics.ts'

export const ListTopics: SnsOperation<'ListTopics'> = (sns) => async (call, input) => {
  const where = [{ column: 'place', equals: `${call.accountId}/${call.region}` }]
  const { docs, next } = await readPage(sns.store, snsTopics, where, input.NextToken)
  return {
    Topics: docs.map((topic) => ({ TopicArn: topicArn(topic) })),
    ...(next !== undefined && { NextToken: next }),
  }
}
