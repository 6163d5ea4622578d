import type { Address, Attachment } from 'postal-mime'
import type { DeliveredAttachment } from './message.ts'

/** What Herald takes from a MIME message. */
export interface Mail {
  from?: string
  /** To, Cc and Bcc. */
  recipients: string[]
  subject?: string
  text?: string
  html?: string
  attachments?: DeliveredAttachment[]
}

/** Reads a MIME message: any nesting, transfer encoding and charset. Undefined for what is none, or beyond all measure. */
export async function readMail(data: Uint8Array): Promise<Mail | undefined> {
  const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024 }
  // Loaded with the first mail: many Heralds never see one.
  const { default: PostalMime } = await import('postal-mime')
  const email = await PostalMime.parse(data, limits).catch(() => undefined)
  if (!email || email.headers.length === 0) return undefined
  const recipients = [email.to, email.cc, email.bcc].flatMap((list) => list ?? []).flatMap(addressesOf)
  const [from] = email.from ? withName(email.from) : []
  return {
    recipients,
    ...(from !== undefined && { from }),
    ...(email.subject !== undefined && { subject: email.subject }),
    ...(email.text !== undefined && { text: email.text.replace(/\r?\n$/, '') }),
    ...(email.html !== undefined && { html: email.html.replace(/\r?\n$/, '') }),
    ...(email.attachments.length > 0 && { attachments: email.attachments.map(attachmentOf) }),
  }
}

function attachmentOf(part: Attachment): DeliveredAttachment {
  const contentId = part.contentId?.replace(/^<|>$/g, '')
  return {
    ...(part.filename !== null && { name: part.filename }),
    contentType: part.mimeType,
    content: typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content),
    ...(contentId && { contentId }),
    ...((part.related || part.disposition === 'inline') && { inline: true }),
  }
}

function addressesOf(address: Address): string[] {
  return address.group ? address.group.map((mailbox) => mailbox.address) : [address.address]
}

function withName(address: Address): string[] {
  if (address.group) return addressesOf(address)
  return [address.name ? `${address.name} <${address.address}>` : address.address]
}
