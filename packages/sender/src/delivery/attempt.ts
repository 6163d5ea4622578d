import { SenderError } from '../errors.ts'
import type { Message } from '../message.ts'
import type { Outcome, Provider, Rendered } from '../provider.ts'
import { failureOfFetch } from '../providers/failure-of-fetch.ts'
import { notBegun } from '../providers/not-begun.ts'
import { withFreshSecrets } from '../secretish.ts'
import type { Delivery } from './delivery.ts'
import { type NestedContext, nest } from './nested.ts'

/**
 * Gives a message to one provider, once: within an attempt's time and what is left of the whole. Never rejects.
 *
 * A provider that does not heed its signal is not waited for: the attempt is then `unknown`. Where the service refuses
 * credentials that had been kept, they are fetched anew and the provider is asked once more within the same attempt.
 */
export async function attempt(
  provider: Provider,
  to: string,
  body: Rendered,
  message: Message,
  delivery: Delivery,
): Promise<Outcome> {
  const began = delivery.now()
  const timeMs = Math.min(delivery.attemptMs, delivery.deadline - began)
  if (timeMs <= 0 || delivery.signal.aborted) return notBegun
  delivery.attempts += 1
  const number = delivery.attempts
  const attributes = { 'herald.provider': provider.name, 'herald.attempt': number }
  const outcome = await delivery.trace('send', attributes, async (span) => {
    const limits = limit(timeMs, delivery)
    try {
      const { key, fetch, log, now } = delivery
      const { signal, lift } = limits
      const context: NestedContext = { signal, key, attempt: number, fetch, log, now, [nest]: { delivery, lift } }
      const sending = withFreshSecrets(
        now,
        () => sendOnce(() => provider.send(to, body, message, context), signal),
        ({ status, ...rest }) => status === 'drop' && 'http' in rest && (rest.http === 401 || rest.http === 403),
      )
      const ended = await Promise.race([sending, limits.over])
      span.set({ 'herald.outcome': ended.status })
      return ended
    } finally {
      limits.end()
    }
  })
  delivery.attempted({ provider: provider.name, attempt: number, outcome, latencyMs: delivery.now() - began })
  return outcome
}

const statuses = new Set<string | undefined>(['accepted', 'retry', 'unknown', 'drop'])

async function sendOnce(send: () => Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return notBegun
  try {
    const outcome: Outcome | undefined = await send()
    // A provider in JavaScript that forgets to return one may have sent the message.
    return statuses.has(outcome?.status) ? outcome : { status: 'unknown', reason: 'the provider gave no outcome' }
  } catch (error) {
    // A provider's own error may repeat the request, so only its kind is kept.
    if (error instanceof SenderError) return { status: 'retry', reason: error.message }
    return failureOfFetch(error, signal.aborted)
  }
}

/** A signal for the attempt, the outcome of an attempt that went on after it, and a way to leave it the whole's time. */
function limit(timeMs: number, { signal, timer }: Delivery) {
  const controller = new AbortController()
  const { promise: over, resolve } = withResolvers<Outcome>()
  const stop = () => {
    controller.abort(new DOMException('the attempt took too long', 'TimeoutError'))
    // A provider that heeds the signal says itself what that means, in the turn that follows.
    setImmediate(() => resolve({ status: 'unknown', reason: 'no answer in time' }))
  }
  const cancel = timer(timeMs, stop)
  signal.addEventListener('abort', stop, { once: true })
  const end = () => {
    cancel()
    signal.removeEventListener('abort', stop)
  }
  return { signal: controller.signal, over, lift: cancel, end }
}

/** `Promise.withResolvers` came with Node 22. */
function withResolvers<T>() {
  let resolve!: (value: T) => void
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
