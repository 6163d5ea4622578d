import type { Vault } from '@herald/storage'
import { type Body, readSecret } from './code-place.ts'
import type { AttachmentDoc, BodyDoc, MessageDoc } from './collections.ts'
import type { Attachment, Message } from './message.ts'

const SECRET = 'inbox/secret'
const BODY = 'inbox/body'
const ATTACHMENT = 'inbox/attachment'

/** What is sealed of a delivered message, apart from the content of its attachments. */
export interface SealedBody extends Body {
  attachments?: Attachment[]
}

export function sealSecret(vault: Vault, id: string, secret: string): string {
  return vault.seal(SECRET, secret, id)
}

export function sealBody(vault: Vault, id: string, body: SealedBody): BodyDoc {
  return { sealed: vault.seal(BODY, JSON.stringify(body), id) }
}

export function openBody(vault: Vault, id: string, doc: BodyDoc | undefined): SealedBody {
  return doc ? (JSON.parse(vault.open(BODY, doc.sealed, id).toString()) as SealedBody) : {}
}

export function sealAttachment(vault: Vault, id: string, place: number, content: Uint8Array): AttachmentDoc {
  return { sealed: vault.seal(ATTACHMENT, content, `${id}/${place}`) }
}

export function openAttachment(vault: Vault, id: string, place: number, doc: AttachmentDoc): Buffer {
  return vault.open(ATTACHMENT, doc.sealed, `${id}/${place}`)
}

/** The secret of a message: sealed until it is delivered, then as the delivered body shows it. */
export function secretOf(vault: Vault, doc: MessageDoc, body: Body, now: number): string | undefined {
  if (doc.code) return readSecret(body, doc.code)
  if (!doc.secret || (doc.secretExpiresAt ?? Number.POSITIVE_INFINITY) <= now) return undefined
  return vault.open(SECRET, doc.secret, doc.id).toString()
}

/** A message as it is shown. */
export function messageView(vault: Vault, doc: MessageDoc, body: SealedBody, now: number): Message {
  const code = doc.trigger && secretOf(vault, doc, body, now)
  return {
    id: doc.id,
    at: new Date(doc.at).toISOString(),
    state: doc.state,
    channel: doc.channel,
    to: doc.to,
    ...(doc.from !== undefined && { from: doc.from }),
    ...(body.subject !== undefined && { subject: body.subject }),
    ...(body.text !== undefined && { text: body.text }),
    ...(body.html !== undefined && { html: body.html }),
    ...(body.attachments && { attachments: body.attachments }),
    ...(doc.trigger && { trigger: { ...doc.trigger, ...(code !== undefined && { code }) } }),
  }
}
