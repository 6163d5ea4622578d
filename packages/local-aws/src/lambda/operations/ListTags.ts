import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['ListTags']

/** A function's tags. */
export function listTags(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.Resource))
    return { Tags: record.tags }
  }
}
