import { type EventInvokeRecord, placeOfKey } from '../function-record.ts'
import type { Outcome } from '../runtime/invocation.ts'
import type { NewEvent } from './event-queue.ts'
import type { QueuedEvent } from './queued-event.ts'

export type Condition = 'Success' | 'RetriesExhausted' | 'EventAgeExceeded'

const FUNCTION_ARN = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):(\d{12}):function:([\w-]+)(?::(?:\$LATEST|([\w-]+)))?$/

/** The function that an ARN names; undefined for other kinds of destination. */
export function functionOfArn(arn: string): NewEvent['to'] | undefined {
  const [, region, accountId, name, qualifier] = FUNCTION_ARN.exec(arn) ?? []
  return region && accountId && name ? { region, accountId, name, qualifier } : undefined
}

/**
 * What the destination of an asynchronous invocation receives, as AWS documents the record; undefined without one.
 * @param outcome of the last attempt; absent when the event grew too old without any
 * @param requestId of the destination's own invocation
 */
export function destinationEvent(
  settings: EventInvokeRecord | undefined,
  event: QueuedEvent,
  ended: {
    condition: Condition
    payload: Buffer
    outcome: Outcome | undefined
    at: number
    requestId: string
    version: string
  },
): NewEvent | undefined {
  const destinations = settings?.destinations
  const chosen = ended.condition === 'Success' ? destinations?.OnSuccess : destinations?.OnFailure
  const to = chosen?.Destination ? functionOfArn(chosen.Destination) : undefined
  if (!to) return undefined
  const { outcome } = ended
  const head = {
    version: '1.0',
    timestamp: new Date(ended.at).toISOString(),
    requestContext: {
      requestId: event.id,
      functionArn:
        placeOfKey(event.functionKey).qualifier === undefined ? `${event.functionArn}:$LATEST` : event.functionArn,
      condition: ended.condition,
      approximateInvokeCount: event.failures + (ended.condition === 'Success' ? 1 : 0),
    },
  }
  const responseContext = {
    statusCode: 200,
    executedVersion: ended.version,
    ...(outcome?.ok === false ? { functionError: 'Unhandled' } : {}),
  }
  // Payloads are JSON already; they go in as they are, for a deeply nested one must not be taken apart here.
  const members = [
    JSON.stringify(head).slice(1, -1),
    `"requestPayload":${ended.payload.toString('utf8')}`,
    ...(outcome
      ? [`"responseContext":${JSON.stringify(responseContext)}`, `"responsePayload":${jsonText(outcome.payload)}`]
      : []),
  ]
  return {
    requestId: ended.requestId,
    to,
    payload: Buffer.from(`{${members.join(',')}}`),
    traceHeader: event.traceHeader,
    carriesMessage: false,
    isDestination: true,
  }
}

/** A function may answer with anything; what is no JSON becomes a string. */
function jsonText(payload: Buffer): string {
  const text = payload.toString('utf8')
  try {
    JSON.parse(text)
    return text
  } catch {
    return JSON.stringify(text)
  }
}
