import type { Message } from '../message.ts'
import type { Trace } from '../observe/spans.ts'
import type { Outcome, Provider, Rendered, SendContext } from '../provider.ts'
import type { Timer } from './timer.ts'

/** What one attempt came to. */
export interface AttemptReport {
  /** Name of the provider. */
  provider: string
  /** From 1, over all providers. */
  attempt: number
  outcome: Outcome
  latencyMs: number
}

/** The delivery of one message through one channel or several: what all its attempts share. */
export interface Delivery {
  /** Of the message and the channel that it goes by now, so that a fallback is no duplicate at a service that takes both. */
  readonly key: string
  /** When everything must be over: milliseconds since 1970. */
  deadline: number
  /** Milliseconds that one attempt may take. */
  attemptMs: number
  /** Whether another provider may have the message after an attempt that may have sent it. */
  onUnknown: 'resend' | 'stop'
  /** Ends all attempts. */
  signal: AbortSignal
  now: () => number
  timer: Timer
  fetch: typeof fetch
  log: SendContext['log']
  trace: Trace
  /** How many attempts there were. */
  attempts: number
  attempted(report: AttemptReport): void
  /** The same provider is asked again. */
  retried(provider: string): void
  /** The message goes on to another provider or channel. */
  failedOver(from: string, to: string): void
}

export type Deliver = (to: string, body: Rendered, message: Message, delivery: Delivery) => Promise<Outcome>

/** How a provider that is made of others delivers: within the whole deadline, where one provider has an attempt's. */
export const deliverBy = Symbol.for('herald.sender.deliver')

export interface Composite extends Provider {
  readonly [deliverBy]: Deliver
}

/** Its own member only: an object that inherits from one may have a `send` of its own. */
export const isComposite = (provider: Provider): provider is Composite => Object.hasOwn(provider, deliverBy)
