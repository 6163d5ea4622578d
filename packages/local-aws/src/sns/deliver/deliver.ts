import { rootOfTraceHeader } from '@herald/inbox'
import { type Call, ServiceError } from '@herald/protocol'
import type { SubscriptionDoc, TopicDoc } from '../collections.ts'
import { signature } from '../confirmation.ts'
import { passesFilter } from '../filter-policy.ts'
import type { SnsParts } from '../parts.ts'
import { topicArn } from '../topics.ts'
import { comparedAttributes, type Notification, notificationSender, shownAttributes } from './notification.ts'

/** Hands a notification to one subscriber. What fails is told in the trace of the message that caused it, not to the publisher. */
export async function deliver(
  sns: SnsParts,
  call: Call,
  topic: TopicDoc,
  subscription: SubscriptionDoc,
  notification: Notification,
  smsSender: string | undefined,
): Promise<void> {
  const { protocol, endpoint } = subscription
  const text = notification.textFor(protocol)
  const root = rootOfTraceHeader(call.traceId)
  const provider = `SNS Publish to topic ${topic.name}`
  const trace = { ...(root !== undefined && { traceRoot: root }) }
  switch (protocol) {
    case 'sms': {
      const name = topic.attributes.DisplayName
      const body = name ? `${name}> ${text}` : text
      const from = smsSender === undefined ? {} : { from: smsSender }
      await sns.inbox.captured({ channel: 'sms', provider, to: endpoint, text: body, ...from, ...trace })
      return
    }
    case 'email':
    case 'email-json':
      await sns.inbox.captured({
        channel: 'email',
        provider,
        to: endpoint,
        from: notificationSender(topic),
        subject: notification.subject ?? 'AWS Notification Message',
        text:
          protocol === 'email'
            ? `${text}\n\n--\nIf you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:\n${unsubscribeUrl(call, subscription)}\n`
            : JSON.stringify(envelope(sns, call, subscription, notification, text), undefined, 2),
        ...trace,
      })
      return
    case 'lambda':
      return invoke(sns, call, subscription, notification, text, root)
    default:
      sns.http.post({
        url: endpoint,
        type: 'Notification',
        messageId: notification.messageId,
        topicArn: topicArn(topic),
        subscriptionArn: subscription.arn,
        ...(subscription.attributes.RawMessageDelivery === 'true'
          ? { raw: true, body: text }
          : { body: JSON.stringify(envelope(sns, call, subscription, notification, text), undefined, 2) }),
        ended: (outcome, detail) => {
          const why = detail === undefined ? '' : `: ${detail}`
          if (root !== undefined)
            void sns.inbox.step(root, { stage: 'provider', outcome, detail: `${provider}, ${endpoint}${why}` })
        },
      })
  }
}

async function invoke(
  sns: SnsParts,
  call: Call,
  subscription: SubscriptionDoc,
  notification: Notification,
  text: string,
  root: string | undefined,
): Promise<void> {
  const payload = Buffer.from(JSON.stringify(lambdaEvent(sns, call, subscription, notification, text)))
  const { topicArn: arn, endpoint } = subscription
  try {
    await sns.invoke(endpoint, payload, { topicArn: arn, traceId: call.traceId })
  } catch (error) {
    const why = error instanceof ServiceError ? error.code : 'Lambda did not answer'
    const detail = `SNS Publish to topic ${arn.split(':').at(-1)}, function ${endpoint.split(':')[6]}: ${why}`
    if (root !== undefined) await sns.inbox.step(root, { stage: 'provider', outcome: 'failed', detail })
  }
}

/** Whether a subscriber gets this message. */
export function isWanted(subscription: SubscriptionDoc, notification: Notification): boolean {
  const { FilterPolicy, FilterPolicyScope } = subscription.attributes
  if (!subscription.confirmed) return false
  if (!FilterPolicy) return true
  const policy = JSON.parse(FilterPolicy) as Record<string, unknown>
  if (FilterPolicyScope !== 'MessageBody') return passesFilter(policy, comparedAttributes(notification.attributes))
  try {
    return passesFilter(policy, JSON.parse(notification.textFor(subscription.protocol)))
  } catch {
    return false
  }
}

export function unsubscribeUrl(call: Call, { arn }: SubscriptionDoc): string {
  return `${call.endpoint}/_herald/sns/unsubscribe?${new URLSearchParams({ SubscriptionArn: arn }).toString()}`
}

function envelope(sns: SnsParts, call: Call, subscription: SubscriptionDoc, notification: Notification, text: string) {
  const { messageId, subject, timestamp, attributes } = notification
  return {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: subscription.topicArn,
    ...(subject !== undefined && { Subject: subject }),
    Message: text,
    Timestamp: timestamp,
    ...signature(sns, call.endpoint, messageId, text, timestamp),
    UnsubscribeURL: unsubscribeUrl(call, subscription),
    ...(Object.keys(attributes).length > 0 && { MessageAttributes: shownAttributes(attributes) }),
  }
}

/** The event that a function gets, as AWS documents it. */
function lambdaEvent(
  sns: SnsParts,
  call: Call,
  subscription: SubscriptionDoc,
  notification: Notification,
  text: string,
) {
  const { messageId, subject, timestamp, attributes } = notification
  const { SignatureVersion, Signature, SigningCertURL } = signature(sns, call.endpoint, messageId, text, timestamp)
  return {
    Records: [
      {
        EventSource: 'aws:sns',
        EventVersion: '1.0',
        EventSubscriptionArn: subscription.arn,
        Sns: {
          Type: 'Notification',
          MessageId: messageId,
          TopicArn: subscription.topicArn,
          Subject: subject ?? null,
          Message: text,
          Timestamp: timestamp,
          SignatureVersion,
          Signature,
          SigningCertUrl: SigningCertURL,
          UnsubscribeUrl: unsubscribeUrl(call, subscription),
          MessageAttributes: shownAttributes(attributes),
        },
      },
    ],
  }
}
