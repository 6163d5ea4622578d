import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { aliases, functions } from '../collections.ts'
import { nameFunction } from '../function-name.ts'
import { aliasKeyOf, withoutQualifier } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { keyOf } from '../stored-functions.ts'

type Types = Operations['DeleteAlias']

/** Takes an alias away, with its permissions and settings. One that is not there is no error. */
export function deleteAlias(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    await parts.store.transaction(async (tx) => {
      const key = aliasKeyOf(named, input.Name)
      if (!(await tx.get(aliases, key))) return
      tx.delete(aliases, key)
      const record = await tx.get(functions, keyOf(named))
      if (record) tx.put(functions, keyOf(named), withoutQualifier(record, input.Name))
    })
    return {}
  }
}
