import type { Channel } from './events/sources.ts'
import type { Message } from './message.ts'
import type { Log } from './observe/log.ts'

/** A message in the form in which a provider takes it. */
export interface Rendered {
  /** E-mail only. */
  subject?: string
  text: string
  html?: string
  /** An approved WhatsApp template; `params` go into its body in order. */
  whatsapp?: { template: string; language: string; params: string[] }
}

/** What became of one attempt. */
export type Outcome =
  | { status: 'accepted'; id?: string; to?: string; parts?: number; meta?: Record<string, string> }
  /** Certainly not sent; may work later. `afterMs` in milliseconds. */
  | { status: 'retry'; reason: string; afterMs?: number; http?: number }
  /** May have been sent: it ended after the request had left. */
  | { status: 'unknown'; reason: string; http?: number }
  /** Will never work for this message. `account` says that the fault is the account's (401, 403, suspended, sender not
   * verified), so that another provider may do better; without it the recipient or the message is refused. */
  | { status: 'drop'; reason: string; http?: number; account?: boolean }

/** What a provider gets with each message. */
export interface SendContext {
  /** Aborts when the attempt's time is over. */
  signal: AbortSignal
  /**
   * Idempotency key for providers that take one: the message's and its channel's (`<hex>-sms`), the same in all attempts
   * and in all of Lambda's retries.
   */
  key: string
  /** From 1. */
  attempt: number
  fetch: typeof fetch
  log: Log
  /** Milliseconds since 1970. */
  now: () => number
}

/** Whether the account is ready to send. */
export interface CheckResult {
  ok: boolean
  detail?: string
}

/** What a provider reports later about a message. */
export interface DeliveryEvent {
  id: string
  type: 'sent' | 'delivered' | 'bounced' | 'failed' | 'complained' | 'clicked'
  at: Date
  detail?: string
}

/** A service that delivers messages. `reason`s never hold an address or a secret. */
export interface Provider {
  readonly name: string
  readonly channels: readonly Channel[]
  /** The provider itself sends once only for one `key`. */
  readonly idempotent?: boolean
  /** Never rejects for what the service answers: that is an Outcome. */
  send(to: string, body: Rendered, message: Message, context: SendContext): Promise<Outcome>
  check?(context: Omit<SendContext, 'key' | 'attempt'>): Promise<CheckResult>
  /** Reads the service's report after having verified that it comes from there. @throws {Error} when it does not. */
  webhook?(request: ReportRequest): Promise<DeliveryEvent[]>
}

/** A service's report as it came. */
export interface ReportRequest {
  headers: Record<string, string>
  /** Byte for byte; empty where there is none. */
  body: string
  /**
   * The whole address that the service called, with its query exactly as it came, which some reports are verified by. Lambda's
   * function URLs have it in parts: `https://${event.requestContext.domainName}${event.rawPath}?${event.rawQueryString}`.
   */
  url?: string
}
