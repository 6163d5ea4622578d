import type { SendContext } from '../provider.ts'
import type { Delivery } from './delivery.ts'

/** The delivery that an attempt is part of. */
export interface Nest {
  delivery: Delivery
  /** Takes the attempt's own limit away: what is made of several providers gives each of them one, within the whole. */
  lift(): void
}

/**
 * A member of the context that a provider gets. A provider of one's own that wraps a `failover` passes it on with the
 * context, or with a copy, and knows nothing of it.
 */
export const nest = Symbol.for('herald.sender.nest')

export interface NestedContext extends SendContext {
  readonly [nest]?: Nest
}

/** The delivery within a provider that wraps this one: the same, but for what the wrapper changed in its context. */
export function deliveryWithin({ delivery, lift }: Nest, { key, signal, now, fetch, log }: SendContext): Delivery {
  lift()
  const { deadline, attemptMs, onUnknown, timer, trace } = delivery
  return {
    ...{ key, signal, now, fetch, log, deadline, attemptMs, onUnknown, timer, trace },
    get attempts() {
      return delivery.attempts
    },
    set attempts(count) {
      delivery.attempts = count
    },
    attempted(report) {
      // An acceptance is reported once, by the wrapper, which may yet say something else.
      if (report.outcome.status !== 'accepted') delivery.attempted(report)
    },
    retried: (provider) => delivery.retried(provider),
    failedOver: (from, to) => delivery.failedOver(from, to),
  }
}
