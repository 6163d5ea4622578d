import { type Call, ServiceError } from '@herald/protocol'
import { placeOfTopic, topicKey } from './topics.ts'

export const resourceNotFound = () => new ServiceError('ResourceNotFoundException', 'Resource does not exist')

/** The key of a topic whose tags are asked for. @throws {ServiceError} for what is no topic's ARN, or another account's. */
export function taggedTopic(call: Call, arn: string): string[] {
  const place = placeOfTopic(arn, 'ResourceArn')
  if (place.accountId !== call.accountId) throw resourceNotFound()
  return topicKey(place)
}
