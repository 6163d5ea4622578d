import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { checkDestinations, eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['PutFunctionEventInvokeConfig']

/** Sets how asynchronous invocations are treated; what is left out returns to its default. */
export function putFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName, input.Qualifier)
    const destinations = checkDestinations(input.DestinationConfig)
    const { after } = await changeFunction(parts, named, undefined, (record) => ({
      ...record,
      eventInvoke: {
        ...(input.MaximumRetryAttempts === undefined ? {} : { maximumRetryAttempts: input.MaximumRetryAttempts }),
        ...(input.MaximumEventAgeInSeconds === undefined
          ? {}
          : { maximumEventAgeInSeconds: input.MaximumEventAgeInSeconds }),
        destinations,
        lastModified: parts.environment.clock.now(),
      },
    }))
    return eventInvokeAnswer(after)
  }
}
