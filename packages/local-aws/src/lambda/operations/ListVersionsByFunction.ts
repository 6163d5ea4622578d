import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { describe, readFunction } from '../stored-functions.ts'

type Types = Operations['ListVersionsByFunction']

/** `$LATEST`, the only version there is. */
export function listVersionsByFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName))
    const configuration = describe(parts, record)
    return { Versions: [{ ...configuration, FunctionArn: `${configuration.FunctionArn}:$LATEST` }] }
  }
}
