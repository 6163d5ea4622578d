import { type Collection, collection } from '@herald/storage'
import type { CodePlace } from './code-place.ts'
import type { Channel, MessageState, TraceStep, Trigger } from './message.ts'

/** A message as it rests. Who and why are in clear, for the filters; the secret is sealed. */
export interface MessageDoc {
  id: string
  /** The order of arrival, unique: microseconds since 1970, or one more than the last. */
  position: number
  /** Milliseconds since 1970. */
  at: number
  state: MessageState
  channel: Channel
  to: string
  from?: string
  trigger?: Trigger
  /** Sealed; there until the message is delivered, superseded or expired. */
  secret?: string
  secretExpiresAt?: number
  /** Where the delivered body shows the secret. */
  code?: CodePlace
  /** How many attachments it came with, and how many bytes of them are kept. */
  attachments?: { count: number; bytes: number }
  steps: TraceStep[]
}

/** What was delivered, sealed as one. */
export interface BodyDoc {
  sealed: string
}

/** The content of an attachment, sealed. */
export interface AttachmentDoc {
  sealed: string
}

/** The value of the `recipient` column of a message with several recipients. */
export const SEVERAL = ','

/** The single recipient in lower case, or `SEVERAL`. */
export function recipientColumn(to: string): string {
  return to.includes(',') ? SEVERAL : to.toLowerCase()
}

export const inboxMessages: Collection<MessageDoc> = collection<MessageDoc>('inboxMessages', {
  columns: {
    position: { type: 'integer', of: (doc) => doc.position },
    at: { type: 'integer', of: (doc) => doc.at },
    state: { type: 'text', of: (doc) => doc.state },
    channel: { type: 'text', of: (doc) => doc.channel },
    recipient: { type: 'text', of: (doc) => recipientColumn(doc.to) },
    source: { type: 'text', of: (doc) => doc.trigger?.source ?? null },
    userName: { type: 'text', of: (doc) => doc.trigger?.userName ?? null },
    userPoolId: { type: 'text', of: (doc) => doc.trigger?.userPoolId ?? null },
    secretExpiresAt: { type: 'integer', of: (doc) => (doc.secret ? (doc.secretExpiresAt ?? null) : null) },
  },
  // There are about as many messages as retention allows, so the other filters walk along `position`.
  indexes: [['position'], ['recipient', 'position']],
})

/** Apart from the message, so that a step of its trace does not write the body again. */
export const inboxBodies: Collection<BodyDoc> = collection<BodyDoc>('inboxBodies')

/** By the message's id and the attachment's place in it. */
export const inboxAttachments: Collection<AttachmentDoc> = collection<AttachmentDoc>('inboxAttachments')

/** What the store has to be opened with. */
export const inboxCollections = [inboxMessages, inboxBodies, inboxAttachments]
