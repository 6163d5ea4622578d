import { rootOfTraceHeader } from '@herald/inbox'
import { type Operation, ServiceError } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sms-voice'
import type { SmsVoiceOptions } from './index.ts'

type Types = Operations['SendTextMessage']

/** AWS documents E.164; the shortest numbers in use have seven digits. */
const NUMBER = /^\+?[1-9]\d{6,14}$/

/** A text message lands in the inbox, joined to the pool's message that caused it. Nothing has to be set up to send. */
export function sendTextMessage({ inbox, environment }: SmsVoiceOptions): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const { DestinationPhoneNumber: number, MessageBody: text, OriginationIdentity: origin } = input
    if (!NUMBER.test(number)) throw refused('DestinationPhoneNumber', 'Destination phone number is not valid')
    if (text === undefined) throw refused('MessageBody', 'MessageBody is missing', 'MISSING_PARAMETER')
    const answer = { MessageId: environment.random.uuid() }
    if (input.DryRun) return answer
    const traceRoot = rootOfTraceHeader(call.traceId)
    // An ARN ends in what it names: a phone number's id, a pool's, or a sender's.
    const from = origin?.split('/').at(-1)
    await inbox.captured({
      channel: 'sms',
      provider: 'End User Messaging SendTextMessage',
      to: number.startsWith('+') ? number : `+${number}`,
      text,
      ...(from && { from }),
      ...(traceRoot !== undefined && { traceRoot }),
    })
    return answer
  }
}

function refused(Name: string, Message: string, Reason = 'FIELD_VALIDATION_FAILED'): ServiceError {
  return new ServiceError('ValidationException', Message, { members: { Reason, Fields: [{ Name, Message }] } })
}
