import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['DeleteFunctionConcurrency']

/** Takes the function's own limit away. */
export function deleteFunctionConcurrency(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    await changeFunction(parts, nameFunction(call, input.FunctionName), undefined, (record) => {
      const { reservedConcurrency: _reserved, ...rest } = record
      return rest
    })
    return {}
  }
}
