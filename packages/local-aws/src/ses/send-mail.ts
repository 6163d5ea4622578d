import { type Delivery, type Mail, readMail, rootOfTraceHeader } from '@herald/inbox'
import type { Call } from '@herald/protocol'
import { bareAddress, recipientsOf } from './addresses.ts'
import { newMessageId } from './message-id.ts'
import type { Refuse, SesParts } from './parts.ts'
import { messageRejected } from './refusals.ts'

/** One mail as an operation understood it. */
export interface OutgoingMail extends Pick<Delivery, 'subject' | 'text' | 'html' | 'attachments' | 'failed'> {
  /** `SES SendEmail`. */
  provider: string
  from: string | undefined
  recipients: readonly string[]
}

/** To, Cc and Bcc of a call, in one list. */
export function destinationOf(
  destination: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] } = {},
): string[] {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = destination
  return [...ToAddresses, ...CcAddresses, ...BccAddresses]
}

/**
 * Puts a mail into the inbox, as one message for all its recipients. Every sender is accepted: nothing has to be verified.
 * @returns the message id that AWS would answer with.
 * @throws {ServiceError} for addresses that are none.
 */
export async function sendMail(ses: SesParts, call: Call, mail: OutgoingMail, refuse: Refuse): Promise<string> {
  const { from, recipients, ...content } = mail
  if (!from) throw refuse('The sender is missing.')
  bareAddress(from, refuse)
  const to = recipientsOf(recipients, refuse).join(', ')
  const traceRoot = rootOfTraceHeader(call.traceId)
  await ses.inbox.captured({ channel: 'email', to, from, ...content, ...(traceRoot !== undefined && { traceRoot }) })
  return newMessageId(ses.environment)
}

/**
 * A raw message as a mail. AWS documents that the call's own sender and recipients go before those in the headers.
 * @throws {ServiceError} MessageRejected for what is no message.
 */
export async function rawMail(
  provider: string,
  data: Uint8Array,
  envelope: { from: string | undefined; recipients: readonly string[] },
): Promise<OutgoingMail> {
  const mail: Mail | undefined = await readMail(data)
  if (!mail) throw messageRejected('The raw message cannot be read as MIME.')
  const { from, recipients, ...content } = mail
  return {
    provider,
    from: envelope.from || from,
    recipients: envelope.recipients.length > 0 ? envelope.recipients : recipients,
    ...content,
  }
}
