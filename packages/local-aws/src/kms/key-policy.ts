import type { Call } from '@herald/protocol'
import { evaluatePolicy, MalformedPolicyError, type Policy, parsePolicy, principalOf } from '../iam/index.ts'
import { keyArn, rootArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { keyContext } from './key-context.ts'
import { createRecentlyUsed } from './recently-used.ts'
import { refusals } from './refusals.ts'

const LONGEST = 32_768
const parsed = createRecentlyUsed<string, Policy>(512)

/** The policy of a stored key; texts are parsed once. */
export function policyOf(key: KeyDoc): Policy {
  const known = parsed.get(key.policy)
  if (known) return known
  const policy = parsePolicy(key.policy)
  parsed.set(key.policy, policy)
  return policy
}

/** The policy of a key that is created without one, as AWS writes it: whether a caller may is left to the account. */
export function defaultPolicy(accountId: string, region: string): string {
  return `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "${rootArn(accountId, region)}"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`
}

/**
 * Checks a policy that a caller wants to give to a key.
 * @param key the key as it will be
 * @param bypass skips the check that the caller can put another policy afterwards
 * @throws {ServiceError} MalformedPolicyDocumentException, LimitExceededException
 */
export function checkPolicy(call: Call, key: KeyDoc, now: number, bypass: boolean): void {
  if (Buffer.byteLength(key.policy) > LONGEST) throw refusals.policyTooLong()
  let policy: Policy
  try {
    policy = parsePolicy(key.policy)
  } catch (error) {
    if (error instanceof MalformedPolicyError) throw refusals.malformedPolicy(error.message)
    throw error
  }
  if (bypass) return
  const answer = evaluatePolicy(policy, {
    principal: principalOf(call.caller),
    action: 'kms:PutKeyPolicy',
    resource: keyArn(key),
    context: keyContext(call, key, now, {}),
  })
  if (answer !== 'allow') throw refusals.lockedOut()
}
