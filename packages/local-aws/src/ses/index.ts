import type { Environment } from '@herald/environment'
import type { Inbox } from '@herald/inbox'
import type { Service } from '@herald/protocol'
import { sendEmail } from './operations/SendEmail.ts'

export interface SesOptions {
  inbox: Inbox
  environment: Environment
}

/** The local SES: mail lands in the inbox, joined to the pool's message that caused it. */
export function createSes(options: SesOptions): { sesv2: Service } {
  return { sesv2: { name: 'sesv2', operations: { SendEmail: sendEmail(options) } } }
}
