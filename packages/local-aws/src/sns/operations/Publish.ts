import { rootOfTraceHeader } from '@herald/inbox'
import { checkMessageAttributes, smsSenderOf } from '../message-attributes.ts'
import { smsText } from '../message-text.ts'
import type { SnsOperation } from '../parts.ts'
import { checkPhoneNumber } from '../phone-number.ts'
import { publishToTopic } from '../publish-to-topic.ts'
import { invalidParameter, notBuilt } from '../refusals.ts'
import { smsAttributes } from '../sms-settings.ts'
import { requireTopic } from '../topics.ts'

/** To a phone, a text message lands in the inbox; to a topic, every subscriber gets it. */
export const Publish: SnsOperation<'Publish'> = (sns) => async (call, input) => {
  const targets = [input.TopicArn, input.TargetArn, input.PhoneNumber].filter((target) => target !== undefined)
  if (targets.length === 0) throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter')
  if (targets.length > 1) throw invalidParameter('TopicArn, TargetArn or PhoneNumber Reason: only one may be given')
  if (input.PhoneNumber === undefined) {
    const member = input.TopicArn === undefined ? 'TargetArn' : 'TopicArn'
    const arn = input[member] ?? ''
    if (/^arn:[^:]*:sns:[^:]*:[^:]*:endpoint\//.test(arn)) throw notBuilt('Push to mobile applications')
    return { MessageId: await publishToTopic(sns, call, await requireTopic(sns, call, arn, member), input) }
  }
  checkPhoneNumber(input.PhoneNumber)
  const attributes = input.MessageAttributes ?? {}
  const text = smsText(input.Message, input.MessageStructure)
  checkMessageAttributes(attributes)
  const from = smsSenderOf(attributes) ?? (await smsAttributes(sns, call)).DefaultSenderID
  const traceRoot = rootOfTraceHeader(call.traceId)
  await sns.inbox.captured({
    channel: 'sms',
    provider: 'SNS Publish',
    to: input.PhoneNumber,
    text,
    ...(from && { from }),
    ...(traceRoot !== undefined && { traceRoot }),
  })
  return { MessageId: sns.environment.random.uuid() }
}
