import type { DestinationConfig, FunctionEventInvokeConfig } from '@herald/protocol/lambda'
import { functionOfArn } from './events/destination.ts'
import { type FunctionRecord, functionArn } from './function-record.ts'
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

/** @throws {ServiceError} ResourceNotFoundException where nothing was set */
export function eventInvokeAnswer(record: FunctionRecord): FunctionEventInvokeConfig {
  const arn = `${functionArn(record)}:$LATEST`
  const { eventInvoke } = record
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
