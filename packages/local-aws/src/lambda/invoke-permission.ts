import type { Call } from '@herald/protocol'
import { callContext, evaluatePolicy, nameOfCaller, principalOf, readPolicy } from '../iam/index.ts'
import type { FunctionRecord } from './function-record.ts'
import { policyDocument } from './policy-statement.ts'
import { refusals } from './refusals.ts'

/**
 * An AWS service may invoke a function only where the function's resource policy lets it. Accounts and functions need no
 * statement, for there is no IAM here that could refuse them; an explicit Deny holds for everybody.
 * @param arn as it was asked for; a statement for a qualifier covers that qualifier only
 * @throws {ServiceError} AccessDeniedException, 403
 */
export function allowInvoke(call: Call, record: FunctionRecord, arn: string, now: number): void {
  const answer =
    record.statements.length === 0
      ? 'none'
      : evaluatePolicy(readPolicy(policyDocument(record.statements)), {
          principal: principalOf(call.caller),
          action: 'lambda:InvokeFunction',
          resource: arn,
          context: callContext(call, now),
        })
  const isAllowed = answer === 'allow' || (answer === 'none' && call.caller.kind !== 'service')
  if (!isAllowed || call.caller.kind === 'anonymous') throw refusals.notAuthorized(nameOfCaller(call.caller), arn)
}
