import type { Decryptor } from './decrypt/decryptor.ts'
import type { Timer } from './delivery/timer.ts'
import type { MaxAgeS } from './events/lifetimes.ts'
import type { Channel, EmailSource } from './events/sources.ts'
import type { Alarm, Rule } from './guard/rule.ts'
import type { Message } from './message.ts'
import type { Write } from './observe/json-log.ts'
import type { Log } from './observe/log.ts'
import type { Outcome, Provider } from './provider.ts'
import type { SandboxTargets } from './sandbox/redirect.ts'
import type { Store } from './stores/store.ts'
import type { Templates } from './templates/template-set.ts'

/** Where every message of a stage goes instead of to its recipient. */
export interface Sandbox {
  /**
   * Herald's inbox, one e-mail address (sent by the `email` provider, the recipient's `+tag` kept), an SNS topic, or Slack
   * by the URL of an incoming webhook. A provider of one's own takes the messages as they are, with their recipients.
   */
  to: 'inbox' | { email: string } | { snsTopicArn: string } | { slack: string } | { provider: Provider }
  /** Recipients that get theirs all the same: `*@acme.dev`, `+4915*`. Case does not count. */
  except?: string[]
  /** Only these channels are redirected. Default: all. */
  channels?: readonly Channel[]
  /** Lets it run where `STAGE` is `prod` or `production`; without it, that is refused. */
  force?: boolean
}

type OverrideVerdict = 'default' | 'drop' | undefined

type StorePolicy = 'open' | 'closed'

export interface Options {
  /** ARN of the pool's `KMSKeyID`, or several; `KEY_ARN` of the environment where it is left out. */
  keyArn?: string | readonly string[] | undefined
  /** Held against the event's `userPoolId` and against the pool id inside the ciphertext. */
  poolIds?: string[]
  /** Opens the codes. Default: AWS's Encryption SDK. */
  decryptor?: Decryptor
  email?: Provider
  sms?: Provider
  /**
   * Where a message goes when its own channel's provider cannot have it, or a rule of the guard asks for it: tried in this
   * order. E-mail needs an `email` attribute that Cognito has verified.
   */
  fallback?: { sms?: readonly ('whatsapp' | 'email')[] }
  whatsapp?: Provider
  /** Default: the built-in ones. */
  templates?: Templates
  /** Default: `memory()`, which suppresses duplicates within one container. */
  store?: Store
  /** What happens while the store does not answer: send all the same (`open`), or throw (`closed`). Default `open`. */
  whenStoreFails?: StorePolicy | { email?: StorePolicy; sms?: StorePolicy }
  /**
   * Judged in this order; the first denial counts. A rule that throws, takes more than 2 seconds or does not end while the
   * message has time is a store that fails.
   */
  guard?: Rule[]
  sandbox?: Sandbox | false
  /**
   * What makes a sandbox and its targets. Built in, except in `@herald/sender/lite`: with `sandbox`, give the `sandboxTargets` that
   * is exported there.
   */
  sandboxTargets?: SandboxTargets
  /**
   * Seconds after which a message is not sent any more: it ends as expired, with a warning and the metric `Expired`. What
   * templates and providers see as `expiresAt` is this time. Default: the code's lifetime, by Cognito's defaults
   * (`codeLifetimesS`).
   *
   * It makes the time shorter, not longer, as Cognito would refuse the code. Only where a pool may let codes live longer,
   * a value for that source by name also says that it does, up to Cognito's own limit: `Authentication` up to 15 minutes
   * (`AuthSessionValidity`), `AdminCreateUser` up to 365 days (`TemporaryPasswordValidityDays`).
   */
  maxAgeS?: MaxAgeS
  /** Milliseconds for one attempt. Default 4000. */
  attemptTimeoutMs?: number
  /**
   * Milliseconds for everything together; never more than the function has left less one second, in which the store notes
   * what became of the message. What hangs until then is given up, and Lambda tries again. Default 20000.
   */
  overallTimeoutMs?: number
  /**
   * What to do with a source that is not known, or a channel without a provider. Default `throw`. `send` gives the template
   * set the unknown source to make words for; a channel without a provider still throws.
   */
  onUnhandled?: 'throw' | 'drop' | 'send'
  /**
   * After an attempt that may have been sent. Default: `resend` for codes, `stop` for temporary passwords. `stop` also keeps
   * Lambda from trying again, unless the provider itself sends only once for one key: the function then returns normally,
   * after `on.failed`, an error in the log and the metric `Unknown`.
   */
  onUnknown?: 'resend' | 'stop'
  /**
   * Runs once the secret is decrypted and before the guard: what it returns decides. `default` goes on as usual, `drop`
   * sends nothing, and nothing returned means that the override has sent the message itself.
   */
  overrides?: {
    [S in EmailSource]?: (message: Message<S>) => Promise<OverrideVerdict> | OverrideVerdict | Promise<void> | void
  }
  /** What they throw is logged and stops nothing. */
  on?: {
    accepted?(message: Message, outcome: Outcome, provider: string): void
    denied?(message: Message, rule: string, why: string): void
    /** A limit of the guard is nearly used up. */
    alarm?(alarm: Alarm): void
    failed?(message: Message, error: Error): void
  }
  /**
   * Attributes of the user whom a takeover notification concerns, as its event has no address. Default: `AdminGetUser` by
   * the optional package `@aws-sdk/client-cognito-identity-provider`; the function's role needs the right to call it.
   */
  lookUpUser?: (message: Message, signal: AbortSignal) => Promise<Readonly<Record<string, string>> | undefined>
  /** Default: lines of JSON on standard output. One that throws or rejects stops no message. */
  log?: Log
  /** CloudWatch namespace of the metrics; `false` writes none. Default `Herald/Sender`. */
  metrics?: string | false
  /** Takes the lines of metrics, and of the log where none is given; its failures stop nothing. Default: standard output. */
  write?: Write
  /** Locales that `clientMetadata.locale` may choose from, as the client writes it. Default: those of the templates. */
  locales?: readonly string[]
  /**
   * Locale where neither `clientMetadata.locale` nor the `locale` attribute names a known one. Default: that of the
   * templates, else `en`.
   */
  defaultLocale?: string
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  /** What waits; for tests. Default: the machine's timer. */
  timer?: Timer
  fetch?: typeof fetch
}

/** What Lambda gives a handler besides the event. */
export interface LambdaContext {
  /** The same in all of Lambda's retries. */
  awsRequestId: string
  getRemainingTimeInMillis(): number
}

export type Handler = (event: unknown, context: LambdaContext) => Promise<void>
