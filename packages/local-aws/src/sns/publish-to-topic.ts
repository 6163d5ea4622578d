import type { Call } from '@herald/protocol'
import type { PublishInput } from '@herald/protocol/sns'
import type { TopicDoc } from './collections.ts'
import { deliver, isWanted } from './deliver/deliver.ts'
import type { Notification } from './deliver/notification.ts'
import { checkMessageAttributes, smsSenderOf } from './message-attributes.ts'
import { messageTexts } from './message-text.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter, notBuilt } from './refusals.ts'
import { smsAttributes } from './sms-settings.ts'
import { subscriptionsOf, topicArn } from './topics.ts'

type Published = Pick<
  PublishInput,
  'Message' | 'MessageAttributes' | 'MessageStructure' | 'Subject' | 'MessageGroupId' | 'MessageDeduplicationId'
>

/**
 * Publishes to a topic: each confirmed subscriber whose filter lets it through gets the text of its protocol.
 * @returns the message's id.
 * @throws {ServiceError} for a message that cannot be; what goes wrong with a subscriber does not reach the publisher.
 */
export async function publishToTopic(sns: SnsParts, call: Call, topic: TopicDoc, input: Published): Promise<string> {
  const { MessageAttributes: attributes = {}, Subject: subject } = input
  if (input.MessageDeduplicationId !== undefined) throw notBuilt('MessageDeduplicationId (FIFO topics)')
  if (subject !== undefined && !/^[\x20-\x7e]{1,100}$/.test(subject)) throw invalidParameter('Subject')
  checkMessageAttributes(attributes)
  const notification: Notification = {
    messageId: sns.environment.random.uuid(),
    subject,
    textFor: messageTexts(input.Message, input.MessageStructure),
    attributes,
    timestamp: new Date(sns.environment.clock.now()).toISOString(),
  }
  const subscribers = await subscriptionsOf(sns, topicArn(topic))
  const smsSender = smsSenderOf(attributes) ?? ((await smsAttributes(sns, call)).DefaultSenderID || undefined)
  for (const subscription of subscribers)
    if (isWanted(subscription, notification)) await deliver(sns, call, topic, subscription, notification, smsSender)
  return notification.messageId
}
