import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { describe, readFunction } from '../stored-functions.ts'

type Types = Operations['GetFunctionConfiguration']

/** A function's configuration. */
export function getFunctionConfiguration(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) =>
    describe(parts, await readFunction(parts.store, nameFunction(call, input.FunctionName, input.Qualifier)))
}
