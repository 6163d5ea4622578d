import { type ConditionContext, fulfils } from './conditions.ts'
import { matchesPattern } from './patterns.ts'
import type { Policy, Statement } from './policy.ts'
import { namesPrincipal, type Principal } from './principals.ts'

/** What is asked of a policy. */
export interface PolicyRequest {
  readonly principal: Principal
  /** `kms:Decrypt` */
  readonly action: string
  /** The ARN of what is acted on. */
  readonly resource: string
  readonly context: ConditionContext
}

/**
 * What a resource policy says to a request: an explicit Deny wins over every Allow; `none` means no statement applies.
 * Identity policies allow everything (there is no IAM here yet), so a statement for an account's root allows everybody
 * in the account, as it would on AWS for a principal whose own policy allows the action.
 */
export function evaluatePolicy(policy: Policy, request: PolicyRequest): 'allow' | 'deny' | 'none' {
  let answer: 'allow' | 'none' = 'none'
  for (const statement of policy.statements) {
    if (!applies(statement, request)) continue
    if (statement.effect === 'Deny') return 'deny'
    answer = 'allow'
  }
  return answer
}

function applies(statement: Statement, request: PolicyRequest): boolean {
  return (
    namesPrincipal(statement.principals, request.principal) !== statement.exceptPrincipals &&
    anyMatches(statement.actions, request.action, true) !== statement.exceptActions &&
    anyMatches(statement.resources, request.resource, false) !== statement.exceptResources &&
    statement.conditions.every((condition) => fulfils(condition, request.context))
  )
}

function anyMatches(patterns: readonly string[], text: string, ignoreCase: boolean): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, text, { ignoreCase }))
}
