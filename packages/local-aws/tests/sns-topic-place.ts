import type { TestContext } from 'node:test'
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import { type CapturedPlace, openCaptured } from './captured-place.ts'

export const ARN = 'arn:aws:sns:eu-west-1:111122223333:alerts'
export const PHONE = '+491701234567'
export const DAY = 86_400_000

export async function openTopic(t: TestContext, Attributes: Record<string, string> = {}) {
  const place = await openCaptured(t)
  await place.sns.send(new CreateTopicCommand({ Name: 'alerts', Attributes }))
  const subscribe = (Protocol: string, Endpoint: string, attributes: Record<string, string> = {}) =>
    place.sns.send(
      new SubscribeCommand({
        TopicArn: ARN,
        Protocol,
        Endpoint,
        Attributes: attributes,
        ReturnSubscriptionArn: true,
      }),
    )
  return { ...place, subscribe }
}

/** The newest message's link. */
export async function linkIn({ inbox }: Pick<CapturedPlace, 'inbox'>): Promise<string> {
  const [message] = (await inbox.list({})).messages
  return /http:\/\/\S+/.exec(message?.text ?? '')?.[0] ?? ''
}
