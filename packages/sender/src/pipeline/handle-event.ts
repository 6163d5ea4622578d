import { SenderError } from '../errors.ts'
import { type ParsedEvent, parseEvent, toMessage } from '../events/parse-event.ts'
import type { Message } from '../message.ts'
import { silent } from '../observe/log.ts'
import { redactEvent } from '../observe/redact-event.ts'
import type { LambdaContext } from '../options.ts'
import { isTooOld } from './age.ts'
import { claim, settle } from './claims.ts'
import { deliverMessage, type End } from './deliver-message.ts'
import { address, openSecret, override } from './prepare-message.ts'
import { nameOf, openRun, type Run, tell } from './run.ts'
import type { Setup } from './setup.ts'
import { channelsFor } from './ways.ts'

/** Milliseconds that are left to the function itself, and to the store, when everything else is over. */
const reserveMs = 1000

/**
 * Handles one event. Returns when the message was sent, or when it is decided that it will not be.
 * @throws {SenderError} for all else, so that Lambda tries again and the event at last reaches the dead-letter queue.
 */
export async function handleEvent(event: unknown, context: Partial<LambdaContext>, setup: Setup): Promise<void> {
  const began = setup.now()
  const ends = began + (context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY)
  const requestId = context.awsRequestId ?? ''
  const { locales, defaultLocale } = setup
  const { maxAgeS } = setup.options
  let parsed: ParsedEvent
  try {
    parsed = parseEvent(event, {
      requestId,
      environment: process.env,
      defaultLocale,
      ...(locales && { locales }),
      ...(maxAgeS !== undefined && { maxAgeS }),
    })
  } catch (error) {
    setup.log.error('failed', { requestId, error: error instanceof SenderError ? error.message : nameOf(error) })
    throw error
  }
  const trace = await setup.trace()
  const deadline = Math.max(began, Math.min(began + setup.overallMs, ends - reserveMs))
  const ending = new AbortController()
  const stop = () => ending.abort(new DOMException('no time is left', 'TimeoutError'))
  const cancel = setup.timer(Math.max(0, deadline - setup.now()), stop)
  const run = openRun(setup, parsed, { requestId, began, deadline, ends, signal: ending.signal, trace })
  if (run.log.debug !== silent) run.log.debug('event', { event: redactEvent(event) })
  try {
    const { source, kind } = parsed
    await trace('herald.message', { 'herald.source': source, 'herald.kind': kind }, async (span) => {
      const end = await handleRun(run)
      span.set({ 'herald.end': end })
    })
  } finally {
    cancel()
  }
}

async function handleRun(run: Run): Promise<End> {
  let message: Message = toMessage(run.event)
  try {
    checkPool(run)
    if (isUnhandled(run)) return 'unhandled'
    if (isTooOld(run.event, run.began)) {
      run.measure({ Expired: 1 })
      run.log.warn('expired', { ageS: Math.floor((run.began - (run.event.issuedAt?.getTime() ?? run.began)) / 1000) })
      return 'expired'
    }
    if ((await claim(run)) === 'duplicate') {
      run.measure({ Duplicates: 1 })
      run.log.info('duplicate', {})
      return 'duplicate'
    }
    return await holdingClaim(run, async () => {
      message = await openSecret(run)
      const verdict = await override(run, message)
      if (verdict !== 'default') {
        if (verdict === 'drop') run.measure({ Dropped: 1 })
        run.log.info(verdict === 'drop' ? 'dropped' : 'handled', { by: 'override' })
        return verdict === 'drop' ? 'dropped' : 'handled'
      }
      message = await address(run, message)
      return await deliverMessage(run, message)
    })
  } catch (error) {
    throw fail(run, message, error)
  }
}

/** Keeps the claim for what was sent, or may have been and must not be again; gives it back for everything else. */
async function holdingClaim(run: Run, work: () => Promise<End>): Promise<End> {
  let end: End | undefined
  try {
    end = await work()
    return end
  } finally {
    const sent = end === 'accepted' || end === 'handled' || end === 'unknown'
    await settle(run, sent ? 'done' : 'release')
  }
}

/** Counts, logs and tells of a failure. What is thrown is clean all through, as a wrapper may print it with its cause. */
function fail(run: Run, message: Message, error: unknown): SenderError {
  const known = error instanceof SenderError
  const text = known ? error.message : `The sender failed (${nameOf(error)}).`
  const cause = known ? error.cause : error
  const clean = cause === undefined ? undefined : run.scrub(cause)
  const failure = new SenderError(known ? error.code : 'NotDelivered', String(run.scrub(text)), clean)
  if (known && error.stack !== undefined) failure.stack = String(run.scrub(error.stack))
  if (failure.code === 'Busy') {
    // The other invocation tells what becomes of the message.
    run.measure({ Busy: 1 })
    run.log.info('busy', {})
    return failure
  }
  run.measure({ Failed: 1 })
  run.log.error('failed', { code: failure.code, error: failure.message })
  tell(run, 'failed', (hook) => hook(message, failure))
  return failure
}

function checkPool({ event, setup }: Run): void {
  const { poolIds } = setup.options
  if (!poolIds || poolIds.includes(event.poolId)) return
  throw new SenderError('ForeignPool', `The event is of user pool ${event.poolId}, which is not among poolIds.`)
}

/** @throws {SenderError} `UnhandledSource`, unless `onUnhandled` lets such messages be dropped. */
function isUnhandled(run: Run): boolean {
  const { event, setup } = run
  const { onUnhandled = 'throw' } = setup.options
  const unknown = !event.known && onUnhandled !== 'send'
  const missing = channelsFor(setup, event.kind).length === 0
  if (!unknown && !missing) return false
  const what = unknown ? `the source ${nameIn(event.source)}` : `${event.kind} messages, which have no provider`
  if (onUnhandled !== 'drop') {
    const mend = unknown ? 'Update @herald/sender, or set onUnhandled' : `Set the option ${event.kind}, or onUnhandled`
    throw new SenderError('UnhandledSource', `The sender does not handle ${what}. ${mend}.`)
  }
  run.measure({ Dropped: 1 })
  run.log.warn('dropped', { reason: `not handled: ${what}` })
  return true
}

const nameIn = (source: string) => (/^\w{1,60}$/.test(source) ? source : 'without a legible name')
