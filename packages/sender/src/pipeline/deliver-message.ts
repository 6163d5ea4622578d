import { usualOnUnknown } from '../delivery/composite.ts'
import type { AttemptReport, Delivery } from '../delivery/delivery.ts'
import { deliver } from '../delivery/in-turn.ts'
import { SenderError } from '../errors.ts'
import type { Message } from '../message.ts'
import { maskAddress } from '../observe/mask.ts'
import type { Outcome, Rendered } from '../provider.ts'
import { inTime } from './in-time.ts'
import { type Denial, judge } from './judge.ts'
import { type Run, tell } from './run.ts'
import { type Way, waysOf } from './ways.ts'

/** How a message ended; what failed throws. */
export type End = 'accepted' | 'handled' | 'dropped' | 'denied' | 'unknown' | 'duplicate' | 'expired' | 'unhandled'

/** How far a delivery has come. */
interface Progress {
  way: Way
  /** What each attempt came to that did not succeed. */
  failures: string[]
  /** Name of the provider that took the message. */
  takenBy?: string
}

/**
 * Sends a message by the first way that is open and works: guard, words, delivery, for one channel after the other.
 * @throws {SenderError} `NotDelivered` where no provider took it and a later attempt may do better.
 */
export async function deliverMessage(run: Run, message: Message): Promise<End> {
  let ways = waysOf(run.setup, message)
  const [first] = ways
  if (!first) return drop(run, 'there is no address to send to')
  const progress: Progress = { way: first, failures: [] }
  const delivery = openDelivery(run, progress)
  let failed = false
  let end: End = 'dropped'

  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const { channel } = way
    if (way !== first) delivery.failedOver(progress.way.provider.name, way.provider.name)
    progress.way = way
    const addressed = way.to === message.to ? message : { ...message, to: way.to }
    const denial = await run.trace('guard', { 'herald.channel': channel }, () => judge(run, addressed, channel))
    if (denial) {
      noteDenial(run, addressed, way, denial)
      end = 'denied'
      ways = ways.filter((other) => other.channel === denial.fallback)
      continue
    }
    const outcome = await deliverBy(run, addressed, way, delivery, progress)
    if (outcome.status === 'accepted') {
      tell(run, 'accepted', (hook) => hook(addressed, outcome, progress.takenBy ?? way.provider.name))
      return 'accepted'
    }
    if (outcome.status === 'drop' && outcome.account !== true) {
      end = drop(run, outcome.reason)
      continue
    }
    if (outcome.status === 'unknown' && delivery.onUnknown === 'stop') {
      return stopAtUnknown(run, addressed, way.provider.idempotent === true, outcome.reason)
    }
    failed = true
  }
  if (!failed) return end
  const what = `${message.source} by ${message.kind}`
  const why = String(run.scrub(progress.failures.join('; ')))
  throw new SenderError('NotDelivered', `No provider took ${what}: ${why}.`)
}

/** Words and delivery by one way, or to the sandbox. */
async function deliverBy(
  run: Run,
  message: Message,
  way: Way,
  delivery: Delivery,
  progress: Progress,
): Promise<Outcome> {
  const body = await render(run, message, way)
  const redirected = run.setup.sandbox?.redirect(message, way.to, way.channel, body)
  const { provider, to } = redirected ?? way
  if (redirected) run.hide({ addresses: [to] })
  const before = delivery.attempts
  const outcome = await deliver(provider, to, redirected?.body ?? body, message, delivery)
  if (outcome.status !== 'accepted' && delivery.attempts === before) {
    progress.failures.push(`${provider.name}: ${outcome.reason}`)
  }
  return outcome
}

function noteDenial(run: Run, message: Message, { channel, to }: Way, { rule, why }: Denial): void {
  run.measure({ Denied: 1 }, { channel, rule })
  run.log.warn('denied', { channel, rule, why, to: maskAddress(to) })
  tell(run, 'denied', (hook) => hook(message, rule, why))
}

function drop(run: Run, reason: string): End {
  run.measure({ Dropped: 1 })
  run.log.warn('dropped', { reason })
  return 'dropped'
}

/** A second temporary password would shut out the first, so a retry is asked for only where it cannot make one. */
function stopAtUnknown(run: Run, message: Message, idempotent: boolean, reason: string): End {
  const text = `${message.source} may have been sent (${String(run.scrub(reason))}).`
  const error = new SenderError('NotDelivered', text)
  run.measure({ Unknown: 1 })
  if (idempotent) throw error
  run.log.error('may have been sent; not tried again', { reason })
  tell(run, 'failed', (hook) => hook(message, error))
  return 'unknown'
}

async function render(run: Run, message: Message, { channel }: Way): Promise<Rendered> {
  const { locale, source } = message
  const attributes = { 'herald.channel': channel, 'herald.locale': locale }
  const words = async () => {
    try {
      return await run.setup.templates.render(message, channel, locale)
    } catch (error) {
      const why = error instanceof Error ? String(run.scrub(error.message)) : 'it threw no error'
      throw new SenderError('Configuration', `The templates have no words for ${source} by ${channel}: ${why}`, error)
    }
  }
  return run.trace('render', attributes, () => inTime(run, `rendering ${source} by ${channel}`, words))
}

function openDelivery(run: Run, progress: Progress): Delivery {
  const { setup, log, event } = run
  return {
    get key() {
      return `${event.key}-${progress.way.channel}`
    },
    deadline: run.deadline,
    attemptMs: setup.attemptMs,
    onUnknown: setup.options.onUnknown ?? usualOnUnknown(event.source),
    signal: run.signal,
    now: setup.now,
    timer: setup.timer,
    fetch: setup.fetch,
    log,
    trace: run.trace,
    attempts: 0,
    attempted: (report) => noteAttempt(run, report, progress),
    retried(provider) {
      run.measure({ Retried: 1 }, { channel: progress.way.channel, provider })
    },
    failedOver(from, to) {
      run.measure({ FailedOver: 1 }, { channel: progress.way.channel, provider: from })
      log.info('failed over', { from, to })
    },
  }
}

function noteAttempt(run: Run, { provider, attempt, outcome, latencyMs }: AttemptReport, progress: Progress): void {
  const { log, event, setup } = run
  const { channel, to } = progress.way
  const members = { channel, provider, attempt, outcome: outcome.status, latencyMs, to: maskAddress(to) }
  if (outcome.status === 'accepted') {
    progress.takenBy = provider
    const issuedAt = event.issuedAt?.getTime()
    const age = issuedAt === undefined ? {} : { AgeMs: Math.max(0, setup.now() - issuedAt) }
    run.measure({ Accepted: 1, LatencyMs: latencyMs, ...age }, { channel, provider })
    log.info('sent', { ...members, id: outcome.id, parts: outcome.parts })
    return
  }
  const { status, reason, http } = outcome
  progress.failures.push(`${provider}: ${status}, ${reason}`)
  run.measure({ LatencyMs: latencyMs }, { channel, provider })
  log.warn('not sent', { ...members, reason, http })
}
