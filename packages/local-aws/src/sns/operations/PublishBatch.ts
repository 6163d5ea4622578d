import { ServiceError } from '@herald/protocol'
import type { BatchResultErrorEntry, PublishBatchResultEntry } from '@herald/protocol/sns'
import type { SnsOperation } from '../parts.ts'
import { publishToTopic } from '../publish-to-topic.ts'
import { requireTopic } from '../topics.ts'

/** AWS documents: at most ten messages, 256 KB together. */
const MOST_ENTRIES = 10
const LARGEST = 256 * 1024

export const PublishBatch: SnsOperation<'PublishBatch'> = (sns) => async (call, input) => {
  const entries = input.PublishBatchRequestEntries
  const refuse = (code: string, message: string) => new ServiceError(code, message)
  if (entries.length === 0) throw refuse('EmptyBatchRequestException', "The batch request doesn't contain any entries.")
  if (entries.length > MOST_ENTRIES)
    throw refuse(
      'TooManyEntriesInBatchRequestException',
      'The batch request contains more entries than permissible (more than 10).',
    )
  if (entries.some(({ Id }) => !/^[\w-]{1,80}$/.test(Id)))
    throw refuse(
      'InvalidBatchEntryIdException',
      "The Id of a batch entry in a batch request doesn't abide by the specification.",
    )
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw refuse('BatchEntryIdsNotDistinctException', 'Two or more batch entries in the request have the same Id.')
  if (entries.reduce((sum, { Message }) => sum + Buffer.byteLength(Message), 0) > LARGEST)
    throw refuse(
      'BatchRequestTooLongException',
      'The length of all the batch messages put together is more than the limit.',
    )
  const topic = await requireTopic(sns, call, input.TopicArn)
  const Successful: PublishBatchResultEntry[] = []
  const Failed: BatchResultErrorEntry[] = []
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, MessageId: await publishToTopic(sns, call, topic, entry) })
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      const Code = error.code.replace(/Exception$/, '')
      Failed.push({ Id: entry.Id, Code, Message: error.message, SenderFault: true })
    }
  }
  return { Successful, Failed }
}
