import type { Message } from '../message.ts'
import type { Outcome, Provider, Rendered } from '../provider.ts'
import { notBegun } from '../providers/not-begun.ts'
import { attempt } from './attempt.ts'
import { mayTry, noteOutcome } from './breaker.ts'
import { type Deliver, type Delivery, deliverBy, isComposite } from './delivery.ts'

/** Delivers through a provider, made of others or not. Never rejects. */
export function deliver(
  provider: Provider,
  to: string,
  body: Rendered,
  message: Message,
  delivery: Delivery,
): Promise<Outcome> {
  if (isComposite(provider)) return provider[deliverBy](to, body, message, delivery)
  return deliverInTurn([provider], to, body, message, delivery)
}

/**
 * Asks one provider after the other until one takes the message, or one says that none will.
 *
 * - `retry` goes on to the next, after a `Retry-After` was waited for where that is short or nobody else is left.
 * - `unknown` goes to the same provider once more if that is idempotent; else on, unless `onUnknown` says `stop`.
 * - `drop` goes on where the account is at fault, and ends it where the recipient is.
 * - Providers that failed three times in a row come last, so that they are asked only when nobody else is left. One that
 *   could not begin, as the message's time was over, has not failed.
 * @returns the outcome that ended it; after all have failed, the one that leaves the most hope: `unknown`, `retry`, `drop`.
 */
export async function deliverInTurn(
  providers: readonly Provider[],
  to: string,
  body: Rendered,
  message: Message,
  delivery: Delivery,
): Promise<Outcome> {
  const failures: Outcome[] = []
  const queue = [...providers]
  const putOff = new Set<Provider>()
  let before: Provider | undefined
  for (let provider = queue.shift(); provider !== undefined; provider = queue.shift()) {
    // Before a provider's probe is taken for nothing.
    if (isOver(delivery)) break
    const othersLeft = queue.some((other) => !putOff.has(other))
    if (othersLeft && !putOff.has(provider) && !isComposite(provider) && !mayTry(provider, delivery.now())) {
      putOff.add(provider)
      queue.push(provider)
      continue
    }
    if (before !== undefined) delivery.failedOver(before.name, provider.name)
    before = provider
    const outcome = isComposite(provider)
      ? await provider[deliverBy](to, body, message, delivery)
      : await ask(provider, queue.length === 0, to, body, message, delivery)
    if (outcome.status === 'accepted') return outcome
    if (outcome.status === 'drop' && outcome.account !== true) return outcome
    if (outcome.status === 'unknown' && delivery.onUnknown === 'stop') return outcome
    failures.push(outcome)
  }
  return hopeOf(failures)
}

function hopeOf(failures: readonly Outcome[]): Outcome {
  const by = (status: Outcome['status']) => failures.findLast((outcome) => outcome.status === status)
  return by('unknown') ?? by('retry') ?? failures.at(-1) ?? notBegun
}

/** One provider: once, and once more where its answer says that this helps. */
async function ask(
  provider: Provider,
  last: boolean,
  to: string,
  body: Rendered,
  message: Message,
  delivery: Delivery,
): Promise<Outcome> {
  const first = await attemptNoted(provider, to, body, message, delivery)
  const waitMs = waitBeforeAgain(first, provider, last, delivery)
  if (waitMs === undefined) return first
  if (waitMs > 0 && !(await wait(waitMs, delivery))) return first
  delivery.retried(provider.name)
  const second = await attemptNoted(provider, to, body, message, delivery)
  // What may have been sent stays so, whatever a second attempt that was not made says.
  return first.status === 'unknown' && second.status === 'retry' ? first : second
}

/** An attempt that counts for or against the provider, unless it was not begun for want of the message's time. */
async function attemptNoted(
  provider: Provider,
  ...[to, body, message, delivery]: Parameters<Deliver>
): Promise<Outcome> {
  const outcome = await attempt(provider, to, body, message, delivery)
  const begun = outcome.status !== notBegun.status || outcome.reason !== notBegun.reason
  if (begun || !isOver(delivery)) noteOutcome(provider, outcome, delivery.now())
  return outcome
}

const isOver = ({ signal, now, deadline }: Delivery) => signal.aborted || now() >= deadline

/** Milliseconds after which the same provider should be asked again; undefined: it should not. */
function waitBeforeAgain(
  outcome: Outcome,
  provider: Provider,
  last: boolean,
  { now, deadline, attemptMs }: Delivery,
): number | undefined {
  const leftMs = deadline - now()
  if (outcome.status === 'unknown') return provider.idempotent && leftMs > 0 ? 0 : undefined
  if (outcome.status !== 'retry' || outcome.afterMs === undefined) return undefined
  const longest = last ? leftMs : Math.min(leftMs, attemptMs)
  return outcome.afterMs < longest ? outcome.afterMs : undefined
}

/** @returns whether it was waited to the end. */
function wait(ms: number, { timer, signal }: Delivery): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timer(ms, () => {
      signal.removeEventListener('abort', stop)
      resolve(true)
    })
    const stop = () => {
      cancel()
      resolve(false)
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
