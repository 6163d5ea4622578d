import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['TagResource']

const TAG_LIMIT = 50

/** Adds tags to a function, replacing those of the same name. */
export function tagResource(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    await changeFunction(parts, nameFunction(call, input.Resource), undefined, (record) => {
      const tags = { ...record.tags, ...input.Tags }
      if (Object.keys(tags).length > TAG_LIMIT) throw refusals.invalid(`A function has at most ${TAG_LIMIT} tags.`)
      return { ...record, tags }
    })
    return {}
  }
}
