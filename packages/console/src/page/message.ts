/** A message as `/_herald/openapi.json` describes it. */
export interface Message {
  id: string
  at: string
  state: 'queued' | 'invoking' | 'delivered' | 'retrying' | 'abandoned' | 'not-sent'
  channel: 'email' | 'sms'
  to: string
  from?: string
  subject?: string
  text?: string
  html?: string
  attachments?: Attachment[]
  trigger?: { source: string; userPoolId: string; userName: string; clientId?: string; code?: string }
}

export interface Attachment {
  name: string
  contentType: string
  /** Bytes. */
  size: number
  inline?: true
  kept: boolean
}

export interface TraceStep {
  at: string
  stage: string
  outcome: string
  detail?: string
}

export type TracedMessage = Message & { trace: TraceStep[] }

/** The code of a message; of one that no pool caused, the first number that looks like one and is no part of an address. */
export function codeOf(message: Message): string | undefined {
  if (message.trigger) return message.trigger.code
  const text = `${message.text ?? ''}\n${message.subject ?? ''}`
  const alone = /\b\d{4,8}\b/.exec(text.replace(/https?:\/\/\S+/gi, ' '))?.[0]
  return alone ?? /https?:\/\/\S{1,2000}[?&][\w.-]{1,60}=(\d{4,8})(?![^\s&#])/i.exec(text)?.[1]
}

/** The first web address in a message. Only http and https, so that it is safe to be followed. */
export function linkOf(message: Message): string | undefined {
  const found = /https?:\/\/[^\s<>"']+/i
  const inText = found.exec(message.text ?? '')?.[0]
  const link = inText ?? found.exec(message.html ?? '')?.[0].replaceAll('&amp;', '&')
  return link?.replace(/[.,;:!?)\]]+$/, '')
}

/** What following the link does: SNS asks its subscribers to confirm by one. */
export function linkLabel(link: string): string {
  return /^https?:\/\/[^/]+\/_herald\/sns\/confirm\?/.test(link) ? 'Confirm subscription' : 'Open link'
}

/** `1.2 MB`, in thousands. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [unit, size] = bytes < 999_500 ? ['kB', bytes / 1000] : ['MB', bytes / 1_000_000]
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} ${unit}`
}

/** `CustomEmailSender_SignUp` is called `SignUp`: the channel stands beside it. */
export function sourceName(message: Message): string {
  return message.trigger?.source.replace(/^Custom(Email|SMS)Sender_/, '') ?? 'Direct'
}

/** One line that stands for the message. */
export function titleOf(message: Message): string {
  if (message.subject) return message.subject
  const first = message.text?.trim().split('\n')[0]
  if (first) return first
  return message.state === 'delivered' ? 'Without text' : STATES[message.state].sentence
}

/** What each state is called and what it means. */
export const STATES: Readonly<Record<Message['state'], { name: string; sentence: string }>> = {
  queued: { name: 'Queued', sentence: 'Waiting for its turn.' },
  invoking: { name: 'Invoking', sentence: 'The sender function is at work.' },
  delivered: { name: 'Delivered', sentence: 'A provider took it.' },
  retrying: { name: 'Retrying', sentence: 'The sender failed and will be tried again.' },
  abandoned: { name: 'Abandoned', sentence: 'The sender failed every time; nothing was sent.' },
  'not-sent': { name: 'Not sent', sentence: 'The sender ran without handing anything to a provider.' },
}

/** The title without the code: lists are seen by others. */
export function maskedTitle(message: Message): string {
  const code = codeOf(message)
  return code ? titleOf(message).replaceAll(code, '••••••') : titleOf(message)
}

const STAGES: Readonly<Record<string, string>> = {
  'api-call': 'API call',
  'code-issued': 'Code issued',
  'custom-message': 'Words by the CustomMessage function',
  queued: 'Queued',
  encrypt: 'Encrypted with KMS',
  'default-delivery': 'Default delivery',
  invoke: 'Function invoked',
  function: 'Function',
  provider: 'Provider',
  'code-used': 'Code used',
  'code-expired': 'Code expired',
  superseded: 'Superseded by a newer code',
}

export function stageName(stage: string): string {
  return Object.hasOwn(STAGES, stage) ? (STAGES[stage] ?? stage) : stage
}
