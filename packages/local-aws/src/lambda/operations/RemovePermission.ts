import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { statementsFor } from '../policy-statement.ts'
import { refusals } from '../refusals.ts'
import { changeTarget } from '../stored-functions.ts'

type Types = Operations['RemovePermission']

/** Takes a statement out of the function's resource policy. */
export function removePermission(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    await changeTarget(parts, named, input.RevisionId, (record) => {
      const found = statementsFor(record, named).find(({ Sid }) => Sid === input.StatementId)
      if (!found) throw refusals.noStatement(input.StatementId)
      return { ...record, statements: record.statements.filter((statement) => statement !== found) }
    })
    return {}
  }
}
