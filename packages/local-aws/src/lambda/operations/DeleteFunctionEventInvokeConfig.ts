import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['DeleteFunctionEventInvokeConfig']

/** Returns asynchronous invocations to the defaults. */
export function deleteFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName, input.Qualifier)
    await changeFunction(parts, named, undefined, (record) => {
      const { eventInvoke, ...rest } = record
      if (!eventInvoke) throw refusals.noEventInvokeConfig(`${named.arn}:$LATEST`)
      return rest
    })
    return {}
  }
}
