import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import { noTrace } from '../observe/spans.ts'
import type { CheckResult, DeliveryEvent, Provider } from '../provider.ts'
import { type Composite, type Deliver, type Delivery, deliverBy } from './delivery.ts'
import { deliveryWithin, type NestedContext, nest } from './nested.ts'
import { machineTimer } from './timer.ts'

/** Milliseconds for one attempt, and for all together, where the sender's options do not say. */
export const usualAttemptMs = 4000
export const usualOverallMs = 20_000

/** A temporary password lets in whoever reads it, and a second one shuts out the first: twice is worse than late. */
export const usualOnUnknown = (source: string): 'resend' | 'stop' => (source === 'AdminCreateUser' ? 'stop' : 'resend')

/** Makes one provider of several. It reads the reports that any of them reads. */
export function composite(name: string, parts: readonly Provider[], deliver: Deliver): Composite {
  const readers = parts.filter(({ webhook }) => webhook !== undefined)
  const provider: Provider = {
    name,
    channels: channelsOf(parts),
    idempotent: parts.every(({ idempotent }) => idempotent === true),
    send: (to, body, message, context) => deliver(to, body, message, deliveryOf(message, context)),
    check: (context) => checkAll(parts, context),
    ...(readers.length > 0 && { webhook: (request) => readReport(readers, request) }),
  }
  // Not enumerable, so that an object that spreads this one, with a `send` of its own, is a provider like any other.
  return Object.defineProperty(provider, deliverBy, { value: deliver }) as Composite
}

const channelsOf = (parts: readonly Provider[]): Channel[] => [...new Set(parts.flatMap(({ channels }) => channels))]

/** Within a provider that wraps this one, as the sender delivers. Elsewhere with the usual limits, within the signal's. */
function deliveryOf(message: Message, context: NestedContext): Delivery {
  const { key, signal, now, fetch, log } = context
  const within = context[nest]
  if (within) return deliveryWithin(within, context)
  return {
    key,
    signal,
    now,
    fetch,
    log,
    deadline: now() + usualOverallMs,
    attemptMs: usualAttemptMs,
    onUnknown: usualOnUnknown(message.source),
    timer: machineTimer,
    trace: noTrace,
    attempts: 0,
    attempted() {},
    retried() {},
    failedOver() {},
  }
}

async function checkAll(
  parts: readonly Provider[],
  context: Parameters<NonNullable<Provider['check']>>[0],
): Promise<CheckResult> {
  const checks = parts.flatMap((part) => (part.check ? [{ name: part.name, check: part.check(context) }] : []))
  const results = await Promise.all(checks.map(async ({ name, check }) => ({ name, ...(await check) })))
  const details = results.map(({ name, ok, detail }) => `${name}: ${detail ?? (ok ? 'ok' : 'not ready')}`)
  return { ok: results.every(({ ok }) => ok), ...(details.length > 0 && { detail: details.join('; ') }) }
}

/** @throws {Error} where no provider knows the report for its own. */
async function readReport(
  readers: readonly Provider[],
  request: Parameters<NonNullable<Provider['webhook']>>[0],
): Promise<DeliveryEvent[]> {
  const errors: unknown[] = []
  for (const reader of readers) {
    try {
      return await reader.webhook!(request)
    } catch (error) {
      errors.push(error)
    }
  }
  throw errors.length === 1 ? errors[0] : new AggregateError(errors, 'no provider recognises the report')
}
