import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['UntagResource']

/** Takes tags off a function. */
export function untagResource(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const gone = new Set(input.TagKeys)
    await changeFunction(parts, nameFunction(call, input.Resource), undefined, (record) => ({
      ...record,
      tags: Object.fromEntries(Object.entries(record.tags).filter(([name]) => !gone.has(name))),
    }))
    return {}
  }
}
