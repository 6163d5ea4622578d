import type { Message } from '../message.ts'
import type { Provider, Rendered } from '../provider.ts'
import type { AwsError, AwsOptions } from './aws-call.ts'
import type { Meaning } from './outcome-of-code.ts'
import { publisher, stringAttributes } from './sns-client.ts'

/** Where to publish, and in which form. */
export interface SnsTopicOptions extends AwsOptions {
  topicArn: string
  /** Default: the rendered subject. Cut to what SNS allows: 99 characters, no line breaks. */
  subject?: string
  /** Further message attributes, for filter policies. */
  attributes?: Record<string, string>
  /**
   * `text` (default) publishes the words alone, for people who subscribe. `json` hands the whole message over to another
   * sender: `{to, source, kind, subject, text, html, whatsapp, userName, poolId, clientId, locale, key, expiresAt}`.
   */
  format?: 'text' | 'json'
  /** For a FIFO topic. Default: the message's recipient is its own group, by the key. */
  groupId?: string
}

/**
 * Publishes messages to an Amazon SNS topic: a sandbox for a team, or the way to a sender of one's own.
 * Whoever reads the topic reads the codes. Needs `sns:Publish` on the topic (and its KMS key).
 * Attributes: `source`, `kind`, `userPoolId`, `locale`, `key`, and one's own. FIFO topics get the key as deduplication id.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @throws {TypeError} when `topicArn` is not the ARN of a topic.
 * @throws {SenderError} from `send`, when `@aws-sdk/client-sns` is not installed.
 */
export function snsTopic(options: SnsTopicOptions): Provider {
  const { topicArn: TopicArn } = options
  const parts = /^arn:aws[\w-]*:sns:([a-z0-9-]+):\d{12}:[\w-]+(\.fifo)?$/.exec(TopicArn)
  if (!parts) throw new TypeError('topicArn is not the ARN of an SNS topic')
  const fifo = parts[2] !== undefined
  const publish = publisher({ region: parts[1]!, ...options }, meaningOfTopic)
  return {
    name: 'sns-topic',
    channels: ['email', 'sms', 'whatsapp', 'voice', 'chat'],
    idempotent: fifo,
    send(to, body, message, context) {
      const { source, kind, poolId, locale } = message
      const Subject = subjectOf(options.subject ?? body.subject ?? '')
      return publish(
        {
          TopicArn,
          Message: options.format === 'json' ? handOver(to, body, message) : body.text,
          MessageAttributes: stringAttributes({
            source,
            kind,
            userPoolId: poolId,
            locale,
            key: context.key,
            ...options.attributes,
          }),
          ...(Subject && { Subject }),
          ...(fifo && { MessageGroupId: options.groupId ?? context.key, MessageDeduplicationId: context.key }),
        },
        context,
      )
    },
  }
}

function handOver(to: string, body: Rendered, message: Message): string {
  const { source, kind, userName, poolId, clientId, locale, key, expiresAt } = message
  return JSON.stringify({ to, source, kind, ...body, userName, poolId, clientId, locale, key, expiresAt })
}

/** SNS takes fewer than 100 characters without line breaks or control characters; whole characters are kept whole. */
function subjectOf(text: string): string {
  let subject = ''
  for (const character of text.replace(/\p{Cc}+/gu, ' ').trim()) {
    if (subject.length + character.length > 99) break
    subject += character
  }
  return subject
}

/** A topic has one recipient: what is wrong with it is wrong for every message, unless the message itself is too long. */
function meaningOfTopic({ name, message }: AwsError): Meaning | undefined {
  if (/^(NotFound|EndpointDisabled|InvalidParameterValue)/.test(name)) return 'account'
  if (!/^(InvalidParameter|Validation)/.test(name)) return undefined
  return /too long|Empty message|\bMessage\b|Subject/i.test(message) ? 'recipient' : 'account'
}
