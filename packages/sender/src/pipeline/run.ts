import type { ParsedEvent } from '../events/parse-event.ts'
import type { Channel } from '../events/sources.ts'
import { countryByPrefix } from '../observe/country.ts'
import { bindLog } from '../observe/invocation-log.ts'
import type { Log } from '../observe/log.ts'
import type { MetricName } from '../observe/metrics.ts'
import { createScrub, type Scrub } from '../observe/scrub.ts'
import type { Trace } from '../observe/spans.ts'
import type { Setup } from './setup.ts'

/** One message in one invocation: all that is known of it, and of nothing else. */
export interface Run {
  readonly setup: Setup
  readonly event: ParsedEvent
  /** Milliseconds since 1970. */
  readonly began: number
  readonly deadline: number
  /** When the function itself ends, whatever it does then; infinite where nothing says. */
  readonly ends: number
  /** Ends with the deadline. */
  readonly signal: AbortSignal
  readonly log: Log
  readonly trace: Trace
  /** Takes what is secret in this invocation out of a text or value. */
  readonly scrub: Scrub
  /** Adds to what `scrub` takes out. */
  hide(more: { secrets?: readonly string[]; addresses?: readonly string[] }): void
  /** Puts metrics of this message. */
  measure(
    values: Partial<Record<MetricName, number>>,
    more?: { channel?: Channel; provider?: string; rule?: string },
  ): void
}

export function openRun(
  setup: Setup,
  event: ParsedEvent,
  given: { requestId: string; began: number; deadline: number; ends: number; signal: AbortSignal; trace: Trace },
): Run {
  const { requestId, ...rest } = given
  const { attributes, source, kind, key, to } = event
  const secrets: string[] = []
  const addresses: string[] = [to, attributes.email, attributes.phone_number].filter((text) => text !== undefined)
  let current: Scrub | undefined
  const scrub: Scrub = (value) => {
    current ??= createScrub({ secrets, addresses })
    return current(value)
  }
  return {
    setup,
    event,
    ...rest,
    scrub,
    log: bindLog(setup.log, { requestId, source, channel: kind, key: key.slice(0, 8) }, scrub),
    hide(more) {
      secrets.push(...(more.secrets ?? []))
      addresses.push(...(more.addresses ?? []))
      current = undefined
    },
    measure(values, { channel = kind, ...more } = {}) {
      const ofPhone = channel === 'email' ? {} : { country: countryByPrefix(attributes.phone_number ?? '') }
      setup.metrics.put(values, { channel, source, ...ofPhone, ...more })
    },
  }
}

/** A member of `on`, or nothing: what it throws is logged and stops nothing. */
export function tell<K extends keyof NonNullable<Setup['options']['on']>>(
  run: Pick<Run, 'setup' | 'log'>,
  hook: K,
  call: (hook: NonNullable<NonNullable<Setup['options']['on']>[K]>) => unknown,
): void {
  const wanted = run.setup.options.on?.[hook]
  if (!wanted) return
  const report = (error: unknown) => run.log.warn('hook failed', { hook, error: nameOf(error) })
  try {
    const result = call(wanted)
    if (result instanceof Promise) result.catch(report)
  } catch (error) {
    report(error)
  }
}

/** What of a foreign error may be written: its name. Its message may repeat what was sent. */
export const nameOf = (error: unknown): string =>
  error instanceof Error && /^\w{1,80}$/.test(error.name) ? error.name : 'unknown error'
