import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import type { Setting } from '../setting/herald.ts'

export interface TopicResources {
  topicArn: string
  /** One that is confirmed. */
  subscriptionArn: string
  /** What a subscriber by mail confirms with. */
  token: string
}

let count = 0

/** A topic with a subscriber by SMS, and one by mail who has not confirmed. */
export async function topicResources({ sns, inbox }: Setting): Promise<TopicResources> {
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'fuzz' }))
  const subscribe = (Protocol: string, Endpoint: string) =>
    sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint, ReturnSubscriptionArn: true }))
  const { SubscriptionArn } = await subscribe('sms', '+12065550100')
  const address = `subscriber-${++count}@example.com`
  await subscribe('email', address)
  const { body } = await inbox(`messages/latest?to=${address}&wait=20s`)
  const token = /[?&]Token=(\w+)/.exec(body.text)?.[1]
  if (!token) throw new Error(`The mail has no token: ${body.text}`)
  return { topicArn: TopicArn!, subscriptionArn: SubscriptionArn!, token }
}

/** Inputs that lead deep into SNS. */
export function topicRecipes(made: TopicResources): Record<string, Record<string, unknown>[]> {
  const { topicArn: TopicArn, subscriptionArn: SubscriptionArn, token } = made
  const ResourceArn = TopicArn
  return {
    Publish: [
      { PhoneNumber: '+12065550100', Message: 'Hello' },
      { TopicArn, Message: 'Hello' },
    ],
    CreateTopic: [{ Name: `fuzz-${++count}` }],
    Subscribe: [{ TopicArn, Protocol: 'sms', Endpoint: '+12065550101' }],
    ConfirmSubscription: [{ TopicArn, Token: token }],
    GetSubscriptionAttributes: [{ SubscriptionArn }],
    SetSubscriptionAttributes: [
      { SubscriptionArn, AttributeName: 'FilterPolicy', AttributeValue: '{"team":["blue"]}' },
    ],
    Unsubscribe: [{ SubscriptionArn }],
    GetTopicAttributes: [{ TopicArn }],
    SetTopicAttributes: [{ TopicArn, AttributeName: 'DisplayName', AttributeValue: 'Fuzz' }],
    ListSubscriptionsByTopic: [{ TopicArn }],
    DeleteTopic: [{ TopicArn }],
    PublishBatch: [{ TopicArn, PublishBatchRequestEntries: [{ Id: 'a', Message: 'Hello' }] }],
    TagResource: [{ ResourceArn, Tags: [{ Key: 'team', Value: 'blue' }] }],
    UntagResource: [{ ResourceArn, TagKeys: ['team'] }],
    ListTagsForResource: [{ ResourceArn }],
    SetSMSAttributes: [{ attributes: { DefaultSMSType: 'Transactional' } }],
    OptInPhoneNumber: [{ phoneNumber: '+12065550100' }],
    CheckIfPhoneNumberIsOptedOut: [{ phoneNumber: '+12065550100' }],
  }
}
