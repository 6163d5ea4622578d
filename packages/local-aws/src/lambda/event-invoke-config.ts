import type { DestinationConfig, FunctionEventInvokeConfig } from '@herald/protocol/lambda'
import { functionOfArn } from './events/destination.ts'
import { type EventInvokeRecord, type FunctionRecord, functionArn, placeOfKey } from './function-record.ts'
import { refusals } from './refusals.ts'

/**
 * Destinations that Herald can deliver to: functions. An empty one takes a destination away.
 * @throws {ServiceError} InvalidParameterValueException for every other kind, by name
 */
export function checkDestinations(config: DestinationConfig | undefined): DestinationConfig {
  for (const arn of [config?.OnFailure?.Destination, config?.OnSuccess?.Destination]) {
    if (!arn || functionOfArn(arn)) continue
    const kind = /^arn:[\w-]+:([\w-]+):/.exec(arn)?.[1] ?? arn.split(':')[0] ?? ''
    throw refusals.notBuilt(`A destination of kind ${kind}`)
  }
  return {
    ...(config?.OnSuccess ? { OnSuccess: config.OnSuccess } : {}),
    ...(config?.OnFailure ? { OnFailure: config.OnFailure } : {}),
  }
}

type Qualified = { qualifier: string | undefined }

/** How asynchronous invocations of the function, or of the version or alias that is named, are treated. */
export function eventInvokeOf(record: FunctionRecord, { qualifier }: Qualified): EventInvokeRecord | undefined {
  return qualifier === undefined ? record.eventInvoke : record.eventInvokeOf?.[qualifier]
}

/** The same for an event, which knows what it was sent to. */
export function eventInvokeFor(record: FunctionRecord, event: { functionKey: string }): EventInvokeRecord | undefined {
  return eventInvokeOf(record, placeOfKey(event.functionKey))
}

/** The function with other settings; without any where `settings` is undefined. */
export function withEventInvoke(
  record: FunctionRecord,
  { qualifier }: Qualified,
  settings: EventInvokeRecord | undefined,
): FunctionRecord {
  const { eventInvoke, eventInvokeOf, ...rest } = record
  if (qualifier === undefined) {
    return { ...rest, ...(eventInvokeOf ? { eventInvokeOf } : {}), ...(settings ? { eventInvoke: settings } : {}) }
  }
  const { [qualifier]: _before, ...others } = eventInvokeOf ?? {}
  return {
    ...rest,
    ...(eventInvoke ? { eventInvoke } : {}),
    eventInvokeOf: { ...others, ...(settings ? { [qualifier]: settings } : {}) },
  }
}

/** @throws {ServiceError} ResourceNotFoundException where nothing was set */
export function eventInvokeAnswer(record: FunctionRecord, named: Qualified): FunctionEventInvokeConfig {
  const arn = `${functionArn(record)}:${named.qualifier ?? '$LATEST'}`
  const eventInvoke = eventInvokeOf(record, named)
  if (!eventInvoke) throw refusals.noEventInvokeConfig(arn)
  return {
    FunctionArn: arn,
    LastModified: new Date(eventInvoke.lastModified),
    ...(eventInvoke.maximumRetryAttempts === undefined
      ? {}
      : { MaximumRetryAttempts: eventInvoke.maximumRetryAttempts }),
    ...(eventInvoke.maximumEventAgeInSeconds === undefined
      ? {}
      : { MaximumEventAgeInSeconds: eventInvoke.maximumEventAgeInSeconds }),
    DestinationConfig: { OnSuccess: {}, OnFailure: {}, ...eventInvoke.destinations },
  }
}
