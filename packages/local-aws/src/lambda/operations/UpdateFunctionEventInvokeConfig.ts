import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { checkDestinations, eventInvokeAnswer, eventInvokeOf, withEventInvoke } from '../event-invoke-config.ts'
import { nameQualified } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeTarget } from '../stored-functions.ts'

type Types = Operations['UpdateFunctionEventInvokeConfig']

/** Changes how asynchronous invocations are treated; what is left out stays. */
export function updateFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const destinations = input.DestinationConfig && checkDestinations(input.DestinationConfig)
    const { after } = await changeTarget(parts, named, undefined, (record) => {
      const before = eventInvokeOf(record, named)
      if (!before) throw refusals.noEventInvokeConfig(`${named.arn}:${named.qualifier ?? '$LATEST'}`)
      return withEventInvoke(record, named, {
        ...before,
        ...(input.MaximumRetryAttempts === undefined ? {} : { maximumRetryAttempts: input.MaximumRetryAttempts }),
        ...(input.MaximumEventAgeInSeconds === undefined
          ? {}
          : { maximumEventAgeInSeconds: input.MaximumEventAgeInSeconds }),
        destinations: destinations ? { ...before.destinations, ...destinations } : before.destinations,
        lastModified: parts.environment.clock.now(),
      })
    })
    return eventInvokeAnswer(after, named)
  }
}
