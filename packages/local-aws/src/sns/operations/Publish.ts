import { rootOfTraceHeader } from '@herald/inbox'
import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sns'
import type { SnsOptions } from '../index.ts'
import { smsText } from '../message-text.ts'
import { checkPhoneNumber } from '../phone-number.ts'
import { invalidParameter, topicNotFound } from '../refusals.ts'

type Input = Operations['Publish']['input']
type Output = Operations['Publish']['output']

/** The attributes that name a sender, the one that goes before the other first. */
const SENDERS = ['AWS.MM.SMS.OriginationNumber', 'AWS.SNS.SMS.SenderID']

/** SNS Publish: a text message to a phone lands in the inbox. There are no topics yet, so none can be published to. */
export function publish({ inbox, environment }: SnsOptions): Operation<Input, Output> {
  return async (call, input) => {
    const targets = [input.TopicArn, input.TargetArn, input.PhoneNumber].filter((target) => target !== undefined)
    if (targets.length === 0) throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter')
    if (targets.length > 1) throw invalidParameter('TopicArn, TargetArn or PhoneNumber Reason: only one may be given')
    if (input.PhoneNumber === undefined) throw refusedTopic(input.TopicArn, input.TargetArn)
    checkPhoneNumber(input.PhoneNumber)
    const text = smsText(input.Message, input.MessageStructure)
    const from = senderOf(input.MessageAttributes ?? {})
    const traceRoot = rootOfTraceHeader(call.traceId)
    await inbox.captured({
      channel: 'sms',
      provider: 'SNS Publish',
      to: input.PhoneNumber,
      text,
      ...(from !== undefined && { from }),
      ...(traceRoot !== undefined && { traceRoot }),
    })
    return { MessageId: environment.random.uuid() }
  }
}

function refusedTopic(topicArn: string | undefined, targetArn: string | undefined) {
  const name = topicArn === undefined ? 'TargetArn' : 'TopicArn'
  const parts = (topicArn ?? targetArn ?? '').split(':')
  if (parts.length < 6)
    return invalidParameter(`${name} Reason: An ARN must have at least 6 elements, not ${parts.length}`)
  return topicNotFound()
}

/** @throws {ServiceError} for an attribute without a type or value. */
function senderOf(attributes: NonNullable<Input['MessageAttributes']>): string | undefined {
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
  for (const name of SENDERS) {
    const sender = Object.hasOwn(attributes, name) ? attributes[name]?.StringValue : undefined
    if (sender) return sender
  }
  return undefined
}
