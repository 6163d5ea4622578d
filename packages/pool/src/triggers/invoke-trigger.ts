import { type Operations, ServiceError, type TriggerName } from '@herald/protocol'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { TriggerEvent } from './trigger-event.ts'

type Answer = Operations['lambda']['Invoke']['output']

/** AWS documents three attempts; the time that each has is the setting `triggerTimeout`. */
const ATTEMPTS = 3

/**
 * Invokes a trigger and waits for its answer: the event that comes back, with what the function put into `response`.
 * A function that does not answer within its time is asked again, three times in all; one that throws is not.
 * @throws UserLambdaValidationException with the function's own words where it throws,
 * UnexpectedLambdaException where it cannot be invoked or does not answer,
 * InvalidLambdaResponseException where its answer is no event.
 */
export async function invokeTrigger<R extends object>(
  context: PoolContext,
  pool: PoolDoc,
  trigger: TriggerName,
  functionArn: string,
  event: TriggerEvent,
): Promise<R> {
  const answer = await attempt(context, pool, trigger, functionArn, Buffer.from(JSON.stringify(event)))
  const text = Buffer.from(answer.Payload ?? new Uint8Array()).toString()
  if (answer.FunctionError) throw errors.triggerFailed(trigger, errorMessage(text))
  return responseOf<R>(text)
}

async function attempt(
  context: PoolContext,
  pool: PoolDoc,
  trigger: TriggerName,
  functionArn: string,
  Payload: Uint8Array,
): Promise<Answer> {
  const lambda = context.aws(pool.arn, pool.region)
  for (let left = ATTEMPTS - 1; ; left--) {
    const signal = AbortSignal.timeout(context.settings.triggerTimeout)
    try {
      const input = { FunctionName: functionArn, InvocationType: 'RequestResponse' as const, Payload }
      return await lambda.call('lambda', 'Invoke', input, { signal })
    } catch (error) {
      if (error instanceof ServiceError) throw errors.triggerNotInvoked(trigger, error.code)
      if (left === 0)
        throw errors.triggerNotInvoked(
          trigger,
          signal.aborted ? 'Socket timeout while invoking Lambda function' : 'ServiceException',
        )
    }
  }
}

function errorMessage(payload: string): string {
  try {
    const { errorMessage: words } = JSON.parse(payload) as { errorMessage?: unknown }
    return typeof words === 'string' ? words : payload
  } catch {
    return payload
  }
}

function responseOf<R extends object>(payload: string): R {
  let event: unknown
  try {
    event = JSON.parse(payload)
  } catch {
    throw errors.triggerAnswerNotJson()
  }
  const response = typeof event === 'object' && event !== null ? (event as { response?: unknown }).response : undefined
  if (typeof response !== 'object' || response === null || Array.isArray(response)) throw errors.triggerAnswerUnknown()
  return response as R
}
