import type { MessageAttributeValue } from '@herald/protocol/sns'
import type { TopicDoc } from '../collections.ts'

/** A message as it was published to a topic. */
export interface Notification {
  messageId: string
  subject: string | undefined
  /** The text for a protocol. */
  textFor(protocol: string): string
  attributes: Readonly<Record<string, MessageAttributeValue>>
  /** ISO 8601. */
  timestamp: string
}

/** Who mail of a topic comes from. */
export function notificationSender(topic: TopicDoc): string {
  return `${topic.attributes.DisplayName || 'AWS Notifications'} <no-reply@sns.amazonaws.com>`
}

/** Attributes as envelopes carry them; binary ones in base64. */
export function shownAttributes(
  attributes: Notification['attributes'],
): Record<string, { Type: string; Value: string }> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { Type: DataType, Value: StringValue ?? Buffer.from(BinaryValue ?? []).toString('base64') },
    ]),
  )
}

/** Attributes as filter policies compare them. Binary ones are not compared, as AWS documents. */
export function comparedAttributes(attributes: Notification['attributes']): Record<string, unknown> {
  const values = new Map<string, unknown>()
  for (const [name, { DataType, StringValue }] of Object.entries(attributes)) {
    if (StringValue === undefined) continue
    if (DataType === 'String.Array') values.set(name, listOf(StringValue))
    else values.set(name, DataType.startsWith('Number') ? Number(StringValue) : StringValue)
  }
  return Object.fromEntries(values)
}

function listOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : text
  } catch {
    return text
  }
}
