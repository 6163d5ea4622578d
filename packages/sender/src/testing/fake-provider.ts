import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Outcome, Provider, Rendered } from '../provider.ts'

/** One attempt that a fake provider was asked to make. */
export interface RecordedAttempt {
  to: string
  body: Rendered
  message: Message
  /** Idempotency key: equal in every attempt for the same code. */
  key: string
  /** What the provider answered; undefined while it is silent. */
  outcome?: Outcome
  /** What the message's secret was; undefined where it has none. */
  secret?: string
}

/**
 * What a fake provider does with one message: an outcome, an error that it throws, or silence until the attempt's time is over,
 * after which nobody knows whether the message went out.
 */
export type Step = Outcome | Error | 'silence'

export interface FakeProviderOptions {
  /** Default `fake`. */
  name?: string
  /** Default: all. */
  channels?: readonly Channel[]
  /** Says of itself that it sends once only for one key. */
  idempotent?: boolean
}

export interface FakeProvider extends Provider {
  /** Every attempt so far, whatever came of it. */
  readonly attempts: readonly RecordedAttempt[]
  /** Those that were accepted: what people would have got. */
  readonly delivered: readonly RecordedAttempt[]
  /** What it does next; after the last of them, everything is accepted again. */
  script(...steps: Step[]): void
  /** Forgets what was recorded and what it was to do. */
  reset(): void
}

/**
 * A provider that sends nothing and remembers everything.
 * @param steps what it does with its first messages, in this order; all later ones are accepted.
 */
export function fakeProvider(steps: readonly Step[] = [], options: FakeProviderOptions = {}): FakeProvider {
  const { name = 'fake', channels = ['email', 'sms', 'whatsapp', 'voice', 'chat'], idempotent } = options
  let attempts: RecordedAttempt[] = []
  let next: Step[] = [...steps]

  return {
    name,
    channels,
    ...(idempotent && { idempotent }),
    get attempts() {
      return attempts
    },
    get delivered() {
      return attempts.filter(({ outcome }) => outcome?.status === 'accepted')
    },
    script(...more) {
      next.push(...more)
    },
    reset() {
      attempts = []
      next = []
    },
    async send(to, body, message, context) {
      const secret = message.secret?.reveal()
      const attempt: RecordedAttempt = { to, body, message, key: context.key, ...(secret !== undefined && { secret }) }
      attempts.push(attempt)
      const step = next.shift() ?? { status: 'accepted', id: `${name}-${attempts.length}` }
      if (step instanceof Error) throw step
      if (step === 'silence') {
        await ended(context.signal)
        return { status: 'unknown', reason: 'no answer in time' }
      }
      attempt.outcome = step
      return step
    },
  }
}

function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
