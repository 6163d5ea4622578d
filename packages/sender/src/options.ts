import type { EmailSource } from './events/sources.ts'
import type { Rule } from './guard/rule.ts'
import type { Message } from './message.ts'
import type { Log } from './observe/log.ts'
import type { Outcome, Provider } from './provider.ts'
import type { Store } from './stores/store.ts'
import type { Templates } from './templates/template-set.ts'

/** Where every message of a stage goes instead of to its recipient. */
export interface Sandbox {
  to: 'inbox' | { email: string } | { snsTopicArn: string } | { slack: string }
  /** Recipients that get theirs all the same: `*@acme.dev`, `+4915*`. */
  except?: string[]
  /** Lets it run where `STAGE` is `prod`; without it, that is refused. */
  force?: boolean
}

type Verdict = 'default' | 'drop' | undefined

export interface Options {
  /** ARN of the pool's `KMSKeyID`; `KEY_ARN` of the environment where it is left out. */
  keyArn?: string
  /** Held against the event's `userPoolId` and against the pool id inside the ciphertext. */
  poolIds?: string[]
  email?: Provider
  sms?: Provider
  /** Where a message goes when its own channel's provider cannot have it: tried in this order. */
  fallback?: { sms?: readonly ('whatsapp' | 'email')[] }
  whatsapp?: Provider
  templates?: Templates
  store?: Store
  /** What happens while the store does not answer: send all the same (`open`), or throw (`closed`). Default `open`. */
  whenStoreFails?: 'open' | 'closed' | { email?: 'open' | 'closed'; sms?: 'open' | 'closed' }
  guard?: Rule[]
  sandbox?: Sandbox | false
  /** Seconds after which a message is not sent any more. Default: the code's lifetime. */
  maxAgeS?: number | Partial<Record<EmailSource, number>>
  /** Milliseconds for one attempt. Default 4000. */
  attemptTimeoutMs?: number
  /** Milliseconds for everything together; never more than the function has left less one second. Default 20000. */
  overallTimeoutMs?: number
  /** What to do with a source that is not known, or a channel without a provider. Default `throw`. */
  onUnhandled?: 'throw' | 'drop'
  /** After an attempt that may have been sent. Default: `resend` for codes, `stop` for temporary passwords. */
  onUnknown?: 'resend' | 'stop'
  /** Runs in place of, or before, the usual way: what it returns decides. */
  overrides?: { [S in EmailSource]?: (message: Message<S>) => Promise<Verdict> | Verdict | Promise<void> | void }
  on?: {
    accepted?(message: Message, outcome: Outcome, provider: string): void
    denied?(message: Message, rule: string, why: string): void
    failed?(message: Message, error: Error): void
  }
  log?: Log
  /** CloudWatch namespace of the metrics; `false` writes none. Default `Herald/Sender`. */
  metrics?: string | false
  /** Locale where neither `clientMetadata.locale` nor the `locale` attribute names a known one. Default `en`. */
  defaultLocale?: string
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  fetch?: typeof fetch
}

/** What Lambda gives a handler besides the event. */
export interface LambdaContext {
  awsRequestId: string
  getRemainingTimeInMillis(): number
}

export type Handler = (event: unknown, context: LambdaContext) => Promise<void>
