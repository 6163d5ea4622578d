import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { checkDestinations, eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['UpdateFunctionEventInvokeConfig']

/** Changes how asynchronous invocations are treated; what is left out stays. */
export function updateFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName, input.Qualifier)
    const destinations = input.DestinationConfig && checkDestinations(input.DestinationConfig)
    const { after } = await changeFunction(parts, named, undefined, (record) => {
      if (!record.eventInvoke) throw refusals.noEventInvokeConfig(`${named.arn}:$LATEST`)
      return {
        ...record,
        eventInvoke: {
          ...record.eventInvoke,
          ...(input.MaximumRetryAttempts === undefined ? {} : { maximumRetryAttempts: input.MaximumRetryAttempts }),
          ...(input.MaximumEventAgeInSeconds === undefined
            ? {}
            : { maximumEventAgeInSeconds: input.MaximumEventAgeInSeconds }),
          destinations: destinations
            ? { ...record.eventInvoke.destinations, ...destinations }
            : record.eventInvoke.destinations,
          lastModified: parts.environment.clock.now(),
        },
      }
    })
    return eventInvokeAnswer(after)
  }
}
