import { rootOfTraceHeader } from '@herald/inbox'
import { ServiceError } from '@herald/protocol'
import { eventInvokeFor } from '../event-invoke-config.ts'
import type { FunctionRecord } from '../function-record.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import type { Outcome, RunnableFunction } from '../runtime/invocation.ts'
import { type Condition, destinationEvent } from './destination.ts'
import type { QueuedEvent } from './queued-event.ts'
import { attemptsOf, backoffUntil, isTooOld, retryAt } from './retry-plan.ts'

type Step = { outcome: string; detail: string; plain?: true }
type State = 'retrying' | 'abandoned' | 'not-sent'

/**
 * One attempt at a claimed event: runs the function and settles what follows, be it the end, a retry or the destination.
 * @param runnable undefined when its code could not be found
 */
export async function runEvent(
  parts: LambdaParts,
  event: QueuedEvent,
  record: FunctionRecord | undefined,
  runnable: RunnableFunction | undefined,
): Promise<void> {
  const { clock } = parts.environment
  const sent = await parts.queue.payloadOf(event)
  if (!record || !sent) {
    await step(parts, event, { outcome: 'abandoned', detail: 'the function was deleted' }, 'abandoned')
    return parts.queue.finish(event)
  }
  const settings = eventInvokeFor(record, event)
  const attempts = attemptsOf(settings)
  const end = (condition: Condition, outcome: Outcome | undefined, failures: number) => {
    const requestId = parts.environment.random.uuid()
    const version = runnable?.version ?? '$LATEST'
    const ended = { condition, payload: sent.payload, outcome, at: clock.now(), requestId, version }
    // A destination's own end is not reported any further, or two functions could keep each other busy forever.
    const next = event.isDestination ? undefined : destinationEvent(settings, { ...event, failures }, ended)
    return parts.queue.finish(event, next)
  }

  if (isTooOld(event, settings, clock.now())) {
    await step(parts, event, { outcome: 'abandoned', detail: 'older than the maximum event age' }, 'abandoned')
    return end('EventAgeExceeded', undefined, event.failures)
  }

  let outcome: Outcome
  try {
    if (!runnable) throw new ServiceError('ServiceException', 'The code of the function is missing.')
    const { payload, clientContext } = sent
    outcome = await parts.sandboxes.run(runnable, {
      requestId: event.id,
      functionArn: event.functionArn,
      payload,
      traceHeader: event.traceHeader,
      clientContext,
    })
  } catch (cause) {
    const code = cause instanceof ServiceError ? cause.code : 'ServiceException'
    const throttles = event.throttles + 1
    if (parts.isClosed()) return
    await step(parts, event, { outcome: 'retrying', detail: `could not run: ${code}` }, 'retrying')
    return parts.queue.putBack({ ...event, throttles, dueAt: backoffUntil(clock.now(), throttles) })
  }
  if (parts.isClosed()) return

  const attempt = event.failures + 1
  const label = `attempt ${attempt} of ${attempts}`
  if (outcome.ok) {
    // Together, so that they share a commit.
    const told = step(parts, event, { outcome: 'ok', detail: label, plain: true }, 'not-sent')
    await end('Success', outcome, event.failures)
    return told
  }
  const said = { outcome: outcome.timedOut ? 'timed-out' : 'failed', detail: `${label}: ${outcome.errorType}` }
  if (attempt >= attempts) {
    await step(parts, event, said)
    await step(parts, event, { outcome: 'abandoned', detail: `gave up after ${label}` }, 'abandoned')
    return end('RetriesExhausted', outcome, attempt)
  }
  const dueAt = retryAt(clock.now(), attempt)
  await step(parts, event, said, 'retrying')
  await parts.queue.putBack({ ...event, failures: attempt, dueAt })
}

/** Tells the inbox. Only an invocation that carries a message decides the message's state. */
async function step(parts: LambdaParts, event: QueuedEvent, said: Step, state?: State): Promise<void> {
  const root = rootOfTraceHeader(event.traceHeader)
  if (!root) return
  const stage = event.isDestination ? 'destination' : 'function'
  await parts.inbox.step(root, { stage, ...said }, event.carriesMessage ? state : undefined)
}
