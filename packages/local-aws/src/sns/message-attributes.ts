import type { MessageAttributeValue } from '@herald/protocol/sns'
import { invalidParameter } from './refusals.ts'

type Attributes = Readonly<Record<string, MessageAttributeValue>>

/** The attributes that name a sender of text messages, the one that goes before the other first. */
const SENDERS = ['AWS.MM.SMS.OriginationNumber', 'AWS.SNS.SMS.SenderID']

/** @throws {ServiceError} for an attribute without a type or value. */
export function checkMessageAttributes(attributes: Attributes): void {
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes)) {
    if (!DataType)
      throw invalidParameter(
        `The message attribute '${name.slice(0, 100)}' must contain non-empty message attribute type.`,
      )
    if (!StringValue && !BinaryValue?.length)
      throw invalidParameter(
        `The message attribute '${name.slice(0, 100)}' must contain non-empty message attribute value for message attribute type '${DataType.slice(0, 100)}'.`,
      )
  }
}

/** Who a text message says it comes from, where the publisher says so. */
export function smsSenderOf(attributes: Attributes): string | undefined {
  for (const name of SENDERS) {
    const sender = Object.hasOwn(attributes, name) ? attributes[name]?.StringValue : undefined
    if (sender) return sender
  }
  return undefined
}
