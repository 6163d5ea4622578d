/** Where a message is on its way. */
export type MessageState = 'queued' | 'invoking' | 'delivered' | 'retrying' | 'abandoned' | 'not-sent'

export type Channel = 'email' | 'sms'

/**
 * One step of a message's way, from the API call to the provider. `detail` never holds a code, password or token.
 * Stages in the order they usually come: `api-call`, `code-issued`, `queued`, `encrypt`, `invoke`, `function`, `provider`,
 * then `code-used`, `code-expired` or `superseded`.
 */
export interface TraceStep {
  /** ISO 8601. */
  at: string
  stage: string
  /** `ok`, `failed`, `retrying`, `abandoned`, … one word. */
  outcome: string
  detail?: string
}

/** Why a pool sent a message. */
export interface Trigger {
  /** `CustomEmailSender_SignUp`; for default delivery the same reason without a sender: `SignUp`. */
  source: string
  userPoolId: string
  userName: string
  clientId?: string
}

/** A pool message as it enters the inbox, in the transaction that issued its code. */
export interface QueuedMessage {
  /** From `newTraceId`: both the message's id and the `Root` of the trace header that its invocation carries. */
  id: string
  channel: Channel
  to: string
  trigger: Trigger
  /** The code or temporary password; sealed at rest and erased once delivered, superseded or expired. */
  secret?: string
  /** When the secret stops being good (milliseconds). */
  secretExpiresAt?: number
  /** Where it goes nowhere from the start; `queued` when it is left out. */
  state?: 'not-sent'
  /** First steps of the trace. */
  steps: { stage: string; outcome: string; detail?: string }[]
}

/** What a sender (or an application) handed to SES, SNS or another captured provider. */
export interface Delivery {
  channel: Channel
  /** `SES v2 SendEmail`, `SNS Publish`. */
  provider: string
  to: string
  from?: string
  subject?: string
  text?: string
  html?: string
  attachments?: readonly DeliveredAttachment[]
  /** Why the provider took it but did not deliver it, where it did not. */
  failed?: string
  /** The trace `Root` of the invocation that sent it, where one is known: joins the delivery to its message. */
  traceRoot?: string
}

/** A file that came with a mail. */
export interface DeliveredAttachment {
  name?: string
  /** `application/pdf` */
  contentType: string
  content: Uint8Array
  /** What the HTML calls it by in `cid:` addresses, without angle brackets. */
  contentId?: string
  /** Part of the HTML rather than a file to be saved. */
  inline?: boolean
}

/** An attachment as it is shown; its content is at `/_herald/messages/{id}/attachments/{n}`, n being its place, from 0. */
export interface Attachment {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  contentId?: string
  inline?: true
  /** False where it was too large to be kept. */
  kept: boolean
}

/** A message as `/_herald/messages` shows it. */
export interface Message {
  id: string
  at: string
  state: MessageState
  channel: Channel
  to: string
  from?: string
  subject?: string
  text?: string
  html?: string
  attachments?: Attachment[]
  trigger?: Trigger & { code?: string }
}

export interface MessageFilter {
  to?: string
  source?: string
  channel?: string
  userName?: string
  userPoolId?: string
  state?: MessageState
  /** A message id or an ISO time: only what is newer. */
  after?: string
}
