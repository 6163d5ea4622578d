import type { Decryptor } from '../decrypt/decryptor.ts'
import { usualAttemptMs, usualOverallMs } from '../delivery/composite.ts'
import { machineTimer, type Timer } from '../delivery/timer.ts'
import { SenderError } from '../errors.ts'
import type { Channel } from '../events/sources.ts'
import { createJsonLog, type Write, writeToOutput } from '../observe/json-log.ts'
import type { Log } from '../observe/log.ts'
import { createMetrics, type Metrics, noMetrics } from '../observe/metrics.ts'
import { openTrace, type Trace } from '../observe/spans.ts'
import type { Options } from '../options.ts'
import type { Provider } from '../provider.ts'
import { openSandbox, type Redirect } from '../sandbox/redirect.ts'
import { memory } from '../stores/memory.ts'
import type { Store } from '../stores/store.ts'
import type { Templates } from '../templates/template-set.ts'
import { lookUpUserBySdk } from './look-up-user.ts'
import { quietLog, quietWrite } from './quiet.ts'

/** What a container makes once. Nothing in it is of a message: what is of a message lies in its `Run`. */
export interface Setup {
  readonly options: Options
  readonly decryptor: Decryptor
  readonly templates: Templates
  /** Locales that a client may choose among. */
  readonly locales: readonly string[] | undefined
  /** Locale of a user of whom none is known. */
  readonly defaultLocale: string
  readonly store: Store
  readonly sandbox: Redirect | undefined
  readonly lookUpUser: NonNullable<Options['lookUpUser']>
  /** Never throws. */
  readonly log: Log
  readonly metrics: Metrics
  readonly attemptMs: number
  readonly overallMs: number
  readonly now: () => number
  readonly timer: Timer
  readonly fetch: typeof fetch
  readonly trace: () => Promise<Trace>
}

/** Makes the templates of a sender that was given none. */
export type UsualTemplates = (options: { defaultLocale?: string }) => Templates

/** @throws {SenderError} `Configuration` for options that cannot work, so that the function fails when it is deployed. */
export function setUp(
  options: Options,
  decryptor: Decryptor,
  usualTemplates: UsualTemplates,
  system: { now: () => number },
): Setup {
  const { attemptTimeoutMs: attemptMs = usualAttemptMs, overallTimeoutMs: overallMs = usualOverallMs } = options
  checkProvider('email', options.email, ['email', 'chat'])
  checkProvider('sms', options.sms, ['sms', 'whatsapp', 'voice', 'chat'])
  checkProvider('whatsapp', options.whatsapp, ['whatsapp'])
  checkFallback(options)
  checkPositive({ attemptTimeoutMs: attemptMs, overallTimeoutMs: overallMs }, 'milliseconds')
  const { maxAgeS = {} } = options
  for (const seconds of typeof maxAgeS === 'number' ? [maxAgeS] : Object.values(maxAgeS)) {
    checkPositive({ maxAgeS: seconds }, 'seconds')
  }
  const sandbox = openSandbox(options)
  if (!options.email && !options.sms && !options.whatsapp && !sandbox) {
    throw new SenderError('Configuration', 'The sender has no provider: give email, sms or both.')
  }
  const now = options.now ?? system.now
  const write: Write = options.write ? quietWrite(options.write) : writeToOutput
  const namespace = options.metrics ?? 'Herald/Sender'
  const { defaultLocale } = options
  const templates = options.templates ?? usualTemplates(defaultLocale ? { defaultLocale } : {})
  let trace: Promise<Trace> | undefined
  return {
    options,
    decryptor,
    templates,
    locales: options.locales ?? templates.locales,
    defaultLocale: defaultLocale || templates.defaultLocale || 'en',
    store: options.store ?? memory({ now }),
    sandbox,
    lookUpUser: options.lookUpUser ?? lookUpUserBySdk(),
    log: options.log ? quietLog(options.log) : createJsonLog({ write, now }),
    metrics: namespace === false ? noMetrics : createMetrics({ namespace, write, now }),
    attemptMs,
    overallMs,
    now,
    timer: options.timer ?? machineTimer,
    // Looked up anew, so that instrumentation that replaces it later is heeded.
    fetch: options.fetch ?? ((...given) => globalThis.fetch(...given)),
    trace: () => {
      trace ??= openTrace()
      return trace
    },
  }
}

function checkProvider(option: string, provider: Provider | undefined, channels: readonly Channel[]): void {
  if (provider === undefined || provider.channels.some((channel) => channels.includes(channel))) return
  const has = provider.channels.join(', ') || 'no channel'
  throw new SenderError('Configuration', `The provider ${provider.name} delivers ${has}, so it cannot be ${option}.`)
}

function checkFallback({ fallback, email, whatsapp }: Options): void {
  for (const channel of fallback?.sms ?? []) {
    if (channel === 'email' ? email : whatsapp) continue
    throw new SenderError('Configuration', `SMS are to fall back to ${channel}, which has no provider.`)
  }
}

function checkPositive(limits: Record<string, number>, unit: string): void {
  for (const [name, limit] of Object.entries(limits)) {
    if (!(limit > 0)) throw new SenderError('Configuration', `${name} must be more than 0 ${unit}.`)
  }
}
