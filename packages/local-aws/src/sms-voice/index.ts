import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Service } from '@herald/protocol'
import { sendTextMessage } from './SendTextMessage.ts'

export interface SmsVoiceOptions {
  inbox: Inbox
  environment: Environment
}

/** The local AWS End User Messaging SMS (`pinpoint-sms-voice-v2`). */
export function createSmsVoice(options: SmsVoiceOptions): { service: Service } {
  return { service: { name: 'sms-voice', operations: { SendTextMessage: sendTextMessage(options) } } }
}
