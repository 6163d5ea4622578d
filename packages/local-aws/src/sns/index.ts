import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Service } from '@herald/protocol'
import { CheckIfPhoneNumberIsOptedOut } from './operations/CheckIfPhoneNumberIsOptedOut.ts'
import { publish } from './operations/Publish.ts'

export interface SnsOptions {
  inbox: Inbox
  environment: Environment
}

/** The local SNS: text messages land in the inbox, joined to the pool's message that caused them. */
export function createSns(options: SnsOptions): { service: Service } {
  return { service: { name: 'sns', operations: { Publish: publish(options), CheckIfPhoneNumberIsOptedOut } } }
}
