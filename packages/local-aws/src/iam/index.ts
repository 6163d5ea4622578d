/** Policies: reading them, and what they say to a request. */
export { callContext } from './call-context.ts'
export { type ConditionContext, conditionContext } from './conditions.ts'
export { evaluatePolicy, type PolicyRequest } from './evaluate.ts'
export { type Condition, MalformedPolicyError, type Policy, parsePolicy, readPolicy, type Statement } from './policy.ts'
export { accountOfArn, nameOfCaller, type Principal, type PrincipalElement, principalOf } from './principals.ts'
