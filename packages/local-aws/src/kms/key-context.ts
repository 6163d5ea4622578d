import type { Call } from '@herald/protocol'
import { type ConditionContext, callContext } from '../iam/index.ts'
import { callerAccount } from './caller-account.ts'
import type { KeyDoc } from './collections.ts'
import type { EncryptionContext } from './encryption-context.ts'
import { isReplica } from './multi-region.ts'

/** What a request says to a key policy beside its action. */
export interface KeyRequest {
  readonly alias?: string | undefined
  readonly encryptionContext?: EncryptionContext | undefined
  /** Condition keys of the operation: `kms:GrantOperations` and the like. */
  readonly conditions?: Readonly<Record<string, string | boolean | number | readonly string[] | undefined>>
}

/** The condition keys of a request for a key (AWS documents them as condition keys for KMS). */
export function keyContext(call: Call, key: KeyDoc, now: number, request: KeyRequest): ConditionContext {
  const pairs = Object.entries(request.encryptionContext ?? {})
  return callContext(call, now, {
    'kms:CallerAccount': callerAccount(call),
    'kms:KeySpec': key.keySpec,
    'kms:KeyUsage': key.keyUsage,
    'kms:KeyOrigin': key.origin ?? 'AWS_KMS',
    'kms:MultiRegion': key.multiRegion !== undefined,
    'kms:MultiRegionKeyType': key.multiRegion && (isReplica(key) ? 'REPLICA' : 'PRIMARY'),
    'kms:RequestAlias': request.alias,
    'kms:EncryptionContextKeys': pairs.length > 0 ? pairs.map(([name]) => name) : undefined,
    ...Object.fromEntries(pairs.map(([name, value]) => [`kms:EncryptionContext:${name}`, value])),
    ...Object.fromEntries(key.tags.map((tag) => [`aws:ResourceTag/${tag.TagKey}`, tag.TagValue])),
    ...request.conditions,
  })
}
