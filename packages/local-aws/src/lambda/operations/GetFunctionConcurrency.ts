import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['GetFunctionConcurrency']

/** The function's reserved concurrency; an empty answer where it has none. */
export function getFunctionConcurrency(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const { reservedConcurrency } = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    return reservedConcurrency === undefined ? {} : { ReservedConcurrentExecutions: reservedConcurrency }
  }
}
