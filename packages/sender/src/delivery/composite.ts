import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import { noTrace } from '../observe/spans.ts'
import type { CheckResult, Provider, SendContext } from '../provider.ts'
import { type Composite, type Deliver, type Delivery, deliverBy } from './delivery.ts'
import { machineTimer } from './timer.ts'

/** Milliseconds for one attempt, and for all together, where the sender's options do not say. */
export const usualAttemptMs = 4000
export const usualOverallMs = 20_000

/** A temporary password lets in whoever reads it, and a second one shuts out the first: twice is worse than late. */
export const usualOnUnknown = (source: string): 'resend' | 'stop' => (source === 'AdminCreateUser' ? 'stop' : 'resend')

/** Makes one provider of several. */
export function composite(name: string, parts: readonly Provider[], deliver: Deliver): Composite {
  return {
    name,
    channels: channelsOf(parts),
    idempotent: parts.every(({ idempotent }) => idempotent === true),
    [deliverBy]: deliver,
    send: (to, body, message, context) => deliver(to, body, message, deliveryOf(message, context)),
    check: (context) => checkAll(parts, context),
  }
}

const channelsOf = (parts: readonly Provider[]): Channel[] => [...new Set(parts.flatMap(({ channels }) => channels))]

/** For a caller that knows providers only: the usual limits, within those of its signal. */
function deliveryOf(message: Message, { key, signal, now, fetch, log }: SendContext): Delivery {
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
