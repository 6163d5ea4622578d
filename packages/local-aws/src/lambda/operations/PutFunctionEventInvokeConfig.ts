import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { checkDestinations, eventInvokeAnswer, withEventInvoke } from '../event-invoke-config.ts'
import { nameQualified } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { changeTarget } from '../stored-functions.ts'

type Types = Operations['PutFunctionEventInvokeConfig']

/** Sets how asynchronous invocations are treated; what is left out returns to its default. */
export function putFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const destinations = checkDestinations(input.DestinationConfig)
    const { after } = await changeTarget(parts, named, undefined, (record) =>
      withEventInvoke(record, named, {
        ...(input.MaximumRetryAttempts === undefined ? {} : { maximumRetryAttempts: input.MaximumRetryAttempts }),
        ...(input.MaximumEventAgeInSeconds === undefined
          ? {}
          : { maximumEventAgeInSeconds: input.MaximumEventAgeInSeconds }),
        destinations,
        lastModified: parts.environment.clock.now(),
      }),
    )
    return eventInvokeAnswer(after, named)
  }
}
