import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliasAnswer } from '../alias-answer.ts'
import { nameFunction } from '../function-name.ts'
import { readAlias } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['GetAlias']

/** What an alias leads to. */
export function getAlias(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    await readFunction(parts.store, named)
    return aliasAnswer(await readAlias(parts.store, named, input.Name))
  }
}
