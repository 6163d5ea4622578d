import type { Call } from '@herald/protocol'
import { evaluatePolicy, nameOfCaller, principalOf } from '../iam/index.ts'
import { keyArn } from './arns.ts'
import { callerAccount } from './caller-account.ts'
import type { KeyDoc, KeyRef } from './collections.ts'
import { nameKey, readKey } from './find-key.ts'
import { type GrantRequest, grantsAllow } from './grant-match.ts'
import { readGrantToken } from './grant-token.ts'
import { type KeyRequest, keyContext } from './key-context.ts'
import { policyOf } from './key-policy.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

export interface Admission extends KeyRequest {
  /** AWS's name of what is done, without `kms:`. */
  readonly action: string
  /** Whether the key may be named by an alias. */
  readonly aliases?: boolean
  /** Whether callers of other accounts may do it at all (AWS documents it for each operation). */
  readonly otherAccounts?: boolean
  readonly grantTokens?: readonly string[] | undefined
  /** For CreateGrant: the grant that is to be made. */
  readonly newGrant?: GrantRequest['newGrant']
  /** Another reason to let the caller in, where policy and grants are silent; never against an explicit Deny. */
  readonly otherwise?: boolean
  /** The refusal where the key does not exist, instead of saying so. */
  readonly absent?: () => Error
}

/** Operations that grants can allow. They bear the names of the actions. */
const GRANTABLE = new Set([
  ...['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'],
  ...['ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'],
  ...['Sign', 'Verify', 'GetPublicKey', 'GenerateMac', 'VerifyMac', 'DeriveSharedSecret'],
  ...['CreateGrant', 'RetireGrant', 'DescribeKey'],
])

/**
 * The one way to a key: finds it by what the request calls it and asks its policy and its grants.
 * @throws {ServiceError} NotFoundException, AccessDeniedException, InvalidGrantTokenException
 */
export async function admit(kms: Kms, call: Call, keyId: string, admission: Admission): Promise<KeyDoc> {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  for (const token of admission.grantTokens ?? []) readGrantToken(kms.vault, token)
  const { ref, alias } = await nameKey(kms, call, keyId, { aliases: admission.aliases ?? false })
  return admitTo(kms, call, ref, { ...admission, alias })
}

/** Like `admit`, for a key that is known already. */
export async function admitTo(kms: Kms, call: Call, ref: KeyRef, admission: Admission): Promise<KeyDoc> {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  const key = await readKey(kms, ref)
  const own = ref.accountId === callerAccount(call)
  if (!key && admission.absent) throw admission.absent()
  // Whether a key of somebody else's exists is told to those only who may use it.
  if (!key && own) throw refusals.noSuchKey(keyArn(ref))
  if (!key || (!own && !admission.otherAccounts)) throw deniedAbroad(call, admission.action, ref)
  const answer = evaluatePolicy(policyOf(key), {
    principal: principalOf(call.caller),
    action: `kms:${admission.action}`,
    resource: keyArn(key),
    context: keyContext(call, key, kms.environment.clock.now(), admission),
  })
  if (answer === 'allow') return key
  if (answer === 'deny' && !own) throw deniedAbroad(call, admission.action, ref)
  if (answer === 'deny') throw denied(call, admission.action, key, 'with an explicit deny in a resource-based policy')
  if (admission.otherwise) return key
  if (GRANTABLE.has(admission.action)) {
    const request: GrantRequest = {
      operation: admission.action,
      encryptionContext: admission.encryptionContext ?? {},
      ...(admission.newGrant ? { newGrant: admission.newGrant } : {}),
    }
    if (grantsAllow(await kms.grants.of(key), call.caller, request)) return key
  }
  if (!own) throw deniedAbroad(call, admission.action, ref)
  const reason = `because no resource-based policy allows the kms:${admission.action} action`
  throw denied(call, admission.action, key, reason)
}

/** Guards what names no key: everybody of an account may, but an AWS service has no account. */
export function requireAccount(call: Call, action: string): string {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  if (call.caller.kind === 'service') {
    const reason = `because no identity-based policy allows the kms:${action} action`
    throw refusals.denied(`User: ${nameOfCaller(call.caller)} is not authorized to perform: kms:${action} ${reason}`)
  }
  return callerAccount(call)
}

function denied(call: Call, action: string, ref: KeyRef, reason: string) {
  const user = nameOfCaller(call.caller)
  return refusals.denied(
    `User: ${user} is not authorized to perform: kms:${action} on resource: ${keyArn(ref)} ${reason}`,
  )
}

const ABROAD =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access'

function deniedAbroad(call: Call, action: string, ref: KeyRef) {
  return denied(call, action, ref, ABROAD)
}

/** The refusal for a ciphertext whose key is not within reach. */
export function deniedCiphertext(call: Call, action: string) {
  const user = nameOfCaller(call.caller)
  return refusals.denied(
    `User: ${user} is not authorized to perform: kms:${action} on the resource associated with this ciphertext ${ABROAD}`,
  )
}
