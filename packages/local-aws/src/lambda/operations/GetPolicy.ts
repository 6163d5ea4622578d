import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import { readTarget } from '../function-target.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { policyDocument, statementsFor } from '../policy-statement.ts'
import { refusals } from '../refusals.ts'

type Types = Operations['GetPolicy']

/** The function's resource policy, as JSON text. */
export function getPolicy(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const { record } = await readTarget(parts.store, named)
    const statements = statementsFor(record, named)
    if (statements.length === 0) throw refusals.noPolicy()
    return { Policy: JSON.stringify(policyDocument(statements)), RevisionId: record.revisionId }
  }
}
