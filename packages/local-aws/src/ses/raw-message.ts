import PostalMime, { type Address } from 'postal-mime'
import { messageRejected } from './refusals.ts'

/** What Herald takes from a MIME message. */
export interface RawContent {
  from?: string
  /** To, Cc and Bcc. */
  recipients: string[]
  subject?: string
  text?: string
  html?: string
}

/**
 * Reads a MIME message: any nesting, transfer encoding and charset.
 * @throws {ServiceError} MessageRejected for what is no message.
 */
export async function readRawMessage(data: Uint8Array): Promise<RawContent> {
  const email = await PostalMime.parse(data, { maxNestingDepth: 50, maxHeadersSize: 256 * 1024 }).catch(() => undefined)
  if (!email || email.headers.length === 0) throw messageRejected('The raw message cannot be read as MIME.')
  const recipients = [email.to, email.cc, email.bcc].flatMap((list) => list ?? []).flatMap(addressesOf)
  const [from] = email.from ? [email.from].flatMap((address) => withName(address)) : []
  return {
    recipients,
    ...(from !== undefined && { from }),
    ...(email.subject !== undefined && { subject: email.subject }),
    ...(email.text !== undefined && { text: email.text.replace(/\r?\n$/, '') }),
    ...(email.html !== undefined && { html: email.html }),
  }
}

function addressesOf(address: Address): string[] {
  return address.group ? address.group.map((mailbox) => mailbox.address) : [address.address]
}

function withName(address: Address): string[] {
  if (address.group) return addressesOf(address)
  return [address.name ? `${address.name} <${address.address}>` : address.address]
}
