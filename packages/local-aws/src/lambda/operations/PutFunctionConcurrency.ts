import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['PutFunctionConcurrency']

/** Limits how many invocations of a function run at once; 0 stops it. */
export function putFunctionConcurrency(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const reservedConcurrency = input.ReservedConcurrentExecutions
    await changeFunction(parts, nameFunction(call, input.FunctionName), undefined, (record) => ({
      ...record,
      reservedConcurrency,
    }))
    return { ReservedConcurrentExecutions: reservedConcurrency }
  }
}
