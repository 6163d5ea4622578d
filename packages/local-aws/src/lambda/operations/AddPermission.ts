import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { type PolicyStatement, policyDocument, statementsFor } from '../policy-statement.ts'
import { refusals } from '../refusals.ts'
import { changeTarget } from '../stored-functions.ts'

type Types = Operations['AddPermission']

const POLICY_LIMIT = 20_480
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/
const ACCOUNT = /^\d{12}$/
const ARN = /^arn:aws[\w-]*:(iam|sts)::(\d{12}|cloudfront):[\w+=,.@/-]+$/

/** Adds a statement to the resource policy of the function, or of a version or alias. */
export function addPermission(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const statement: PolicyStatement = {
      Sid: input.StatementId,
      Effect: 'Allow',
      Principal: principalOf(input.Principal),
      Action: input.Action,
      Resource: named.askedArn,
      ...conditionOf(input),
    }
    await changeTarget(parts, named, input.RevisionId, (record) => {
      const own = statementsFor(record, named)
      if (own.some(({ Sid }) => Sid === input.StatementId)) {
        throw refusals.statementExists(input.StatementId)
      }
      const size = Buffer.byteLength(JSON.stringify(policyDocument([...own, statement])))
      if (size > POLICY_LIMIT) throw refusals.policyTooLong(size, POLICY_LIMIT)
      return { ...record, statements: [...record.statements, statement] }
    })
    return { Statement: JSON.stringify(statement) }
  }
}

function principalOf(principal: string): PolicyStatement['Principal'] {
  if (principal === '*') return '*'
  if (SERVICE.test(principal)) return { Service: principal }
  if (ACCOUNT.test(principal)) return { AWS: `arn:aws:iam::${principal}:root` }
  if (ARN.test(principal)) return { AWS: principal }
  throw refusals.invalid('The provided principal was invalid. Please check the principal and try again.')
}

function conditionOf(input: Types['input']): Pick<PolicyStatement, 'Condition'> {
  const equals = {
    ...(input.SourceAccount === undefined ? {} : { 'AWS:SourceAccount': input.SourceAccount }),
    ...(input.EventSourceToken === undefined ? {} : { 'lambda:EventSourceToken': input.EventSourceToken }),
    ...(input.FunctionUrlAuthType === undefined ? {} : { 'lambda:FunctionUrlAuthType': input.FunctionUrlAuthType }),
    ...(input.PrincipalOrgID === undefined ? {} : { 'aws:PrincipalOrgID': input.PrincipalOrgID }),
  }
  const invokedViaUrl = input.InvokedViaFunctionUrl
  const condition = {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(input.SourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': input.SourceArn } }),
    ...(invokedViaUrl === undefined ? {} : { Bool: { 'lambda:InvokedViaFunctionUrl': String(invokedViaUrl) } }),
  }
  return Object.keys(condition).length > 0 ? { Condition: condition } : {}
}
