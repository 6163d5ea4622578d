import type { Outcome, Provider } from '../provider.ts'

/** Failures in a row after which a provider is left out. */
const failuresToOpen = 3
/** Milliseconds after which one message may find out whether it works again. */
const probeAfterMs = 30_000

interface Circuit {
  failures: number
  /** When the last failure, or the last probe, was; milliseconds since 1970. */
  since: number
}

/** One circuit for each provider and container. It knows of providers only, never of a message. */
const circuits = new WeakMap<Provider, Circuit>()

/**
 * Whether a provider should have the next message. After three failures in a row it should not, but for one probe every
 * 30 seconds. Asking takes the probe.
 */
export function mayTry(provider: Provider, now: number): boolean {
  const circuit = circuits.get(provider)
  if (circuit === undefined || circuit.failures < failuresToOpen) return true
  if (now - circuit.since < probeAfterMs) return false
  circuit.since = now
  return true
}

/** A refused recipient speaks for the provider: it was there, and it answered. */
const speaksForIt = (outcome: Outcome) =>
  outcome.status === 'accepted' || (outcome.status === 'drop' && outcome.account !== true)

export function noteOutcome(provider: Provider, outcome: Outcome, now: number): void {
  if (speaksForIt(outcome)) circuits.delete(provider)
  else circuits.set(provider, { failures: (circuits.get(provider)?.failures ?? 0) + 1, since: now })
}
