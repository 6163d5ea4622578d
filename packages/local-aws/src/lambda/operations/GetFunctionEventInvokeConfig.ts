import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { eventInvokeAnswer } from '../event-invoke-config.ts'
import { nameQualified } from '../function-name.ts'
import { readTarget } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'

type Types = Operations['GetFunctionEventInvokeConfig']

/** How asynchronous invocations are treated, where that was set. */
export function getFunctionEventInvokeConfig(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    return eventInvokeAnswer((await readTarget(parts.store, named)).record, named)
  }
}
