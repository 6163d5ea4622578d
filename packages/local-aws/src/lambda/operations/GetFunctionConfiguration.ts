import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import { readTarget } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { describe } from '../stored-functions.ts'

type Types = Operations['GetFunctionConfiguration']

/** A function's configuration. */
export function getFunctionConfiguration(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const { code, version } = await readTarget(parts.store, named)
    return describe(parts, code, { arn: named.askedArn, version })
  }
}
