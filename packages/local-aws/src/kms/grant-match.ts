import type { Caller } from '@herald/protocol'
import type { GrantConstraints } from '@herald/protocol/kms'
import { type Principal, principalOf } from '../iam/index.ts'
import { namesPrincipal } from '../iam/principals.ts'
import type { GrantDoc } from './collections.ts'
import { type EncryptionContext, isPartOf, isSameContext } from './encryption-context.ts'

/** What a request that a grant may allow asks for. */
export interface GrantRequest {
  readonly operation: string
  readonly encryptionContext: EncryptionContext
  /** The grant that the request wants to make, where it wants to make one. */
  readonly newGrant?: { operations: readonly string[]; constraints: GrantConstraints | null }
}

/** Operations whose requests carry an encryption context; constraints on it say nothing about the others (AWS documents). */
const WITH_CONTEXT = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'ReEncryptFrom',
  'ReEncryptTo',
])

/** Whether a grantee or retiring principal (an ARN, an account's root, or a service's name) is the caller. */
export function isPrincipal(name: string, principal: Principal): boolean {
  return namesPrincipal({ everyone: false, aws: [name], services: [name] }, principal)
}

/** Whether one of a key's grants allows the request. */
export function grantsAllow(
  byGrantee: ReadonlyMap<string, readonly GrantDoc[]>,
  caller: Caller,
  request: GrantRequest,
): boolean {
  const principal = principalOf(caller)
  const sourceArn = caller.kind === 'service' ? caller.sourceArn : undefined
  for (const [grantee, grants] of byGrantee) {
    if (isPrincipal(grantee, principal) && grants.some((grant) => allows(grant, request, sourceArn))) return true
  }
  return false
}

function allows(grant: GrantDoc, request: GrantRequest, sourceArn: string | undefined): boolean {
  if (!grant.operations.some((operation) => operation === request.operation)) return false
  const { constraints } = grant
  if (request.operation !== 'RetireGrant' && constraints?.SourceArn !== undefined) {
    if (constraints.SourceArn !== sourceArn) return false
  }
  if (request.operation === 'CreateGrant') return isNoWider(grant, request.newGrant)
  if (!WITH_CONTEXT.has(request.operation)) return true
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = constraints ?? {}
  return (
    (equals === undefined || isSameContext(equals, request.encryptionContext)) &&
    (subset === undefined || isPartOf(subset, request.encryptionContext))
  )
}

/** A grant that allows CreateGrant passes on no more than it allows itself, under constraints at least as strict. */
function isNoWider(grant: GrantDoc, wanted: GrantRequest['newGrant']): boolean {
  if (!wanted) return false
  if (!wanted.operations.every((operation) => grant.operations.some((allowed) => allowed === operation))) return false
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn } = grant.constraints ?? {}
  const wantedEquals = wanted.constraints?.EncryptionContextEquals
  const wantedSubset = wanted.constraints?.EncryptionContextSubset
  if (SourceArn !== undefined && wanted.constraints?.SourceArn !== SourceArn) return false
  if (equals !== undefined && !(wantedEquals && isSameContext(equals, wantedEquals))) return false
  if (subset === undefined) return true
  return isPartOf(subset, wantedEquals ?? {}) || isPartOf(subset, wantedSubset ?? {})
}
