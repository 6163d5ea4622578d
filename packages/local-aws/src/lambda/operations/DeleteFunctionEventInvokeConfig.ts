import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { eventInvokeOf, withEventInvoke } from '../event-invoke-config.ts'
import { nameQualified } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeTarget } from '../stored-functions.ts'

type Types = Operations['DeleteFunctionEventInvokeConfig']

/** Returns asynchronous invocations to the defaults. */
export function deleteFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    await changeTarget(parts, named, undefined, (record) => {
      const arn = `${named.arn}:${named.qualifier ?? '$LATEST'}`
      if (!eventInvokeOf(record, named)) throw refusals.noEventInvokeConfig(arn)
      return withEventInvoke(record, named, undefined)
    })
    return {}
  }
}
