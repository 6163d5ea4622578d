import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['GetFunctionEventInvokeConfig']

/** How asynchronous invocations are treated, where that was set. */
export function getFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) =>
    eventInvokeAnswer(await readFunction(parts.store, nameFunction(call, input.FunctionName, input.Qualifier)))
}
