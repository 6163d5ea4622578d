import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameFunction } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { policyDocument } from '../policy-statement.ts'
import { refusals } from '../refusals.ts'
import { readFunction } from '../stored-functions.ts'

type Types = Operations['GetPolicy']

/** The function's resource policy, as JSON text. */
export function getPolicy(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const record = await readFunction(parts.store, nameFunction(call, input.FunctionName, input.Qualifier))
    if (record.statements.length === 0) throw refusals.noPolicy()
    return { Policy: JSON.stringify(policyDocument(record.statements)), RevisionId: record.revisionId }
  }
}
