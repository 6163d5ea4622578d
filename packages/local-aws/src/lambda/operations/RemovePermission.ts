import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { changeFunction } from '../stored-functions.ts'

type Types = Operations['RemovePermission']

/** Takes a statement out of the function's resource policy. */
export function removePermission(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName, input.Qualifier)
    await changeFunction(parts, named, input.RevisionId, (record) => {
      const statements = record.statements.filter(({ Sid }) => Sid !== input.StatementId)
      if (statements.length === record.statements.length) throw refusals.noStatement(input.StatementId)
      return { ...record, statements }
    })
    return {}
  }
}
