import type { Call } from '@herald/protocol'
import { aliasArn, keyArn, parseKmsArn } from './arns.ts'
import { callerAccount } from './caller-account.ts'
import { aliases, type KeyDoc, type KeyRef, keyOf, keys } from './collections.ts'
import { isGone } from './key-state.ts'
import { catchUp, isBehind } from './key-time.ts'
import { keyToChange } from './key-to-change.ts'
import { isReplica, putShared } from './multi-region.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

const KEY_ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/

export interface KeyName {
  readonly ref: KeyRef
  /** The alias by which the request named the key. */
  readonly alias?: string
}

/**
 * Which key a `KeyId` names: a key id or alias in the caller's own account and region, or an ARN of either.
 * @param options.aliases whether the operation takes aliases; most that administer a key do not (AWS documents)
 * @throws {ServiceError} NotFoundException for other forms, another region, an unknown alias
 */
export async function nameKey(kms: Kms, call: Call, keyId: string, options: { aliases: boolean }): Promise<KeyName> {
  const arn = keyId.startsWith('arn:') ? parseKmsArn(keyId) : undefined
  if (keyId.startsWith('arn:') && !arn) throw refusals.invalidKeyId(keyId)
  if (arn && arn.region !== call.region) throw refusals.foreignRegion(arn.region)
  const accountId = arn?.accountId ?? callerAccount(call)
  const resource = arn?.resource ?? keyId
  const { region } = call
  if (resource.startsWith('alias/')) {
    if (!options.aliases) throw refusals.invalidKeyId(keyId)
    const alias = await kms.store.get(aliases, [accountId, region, resource])
    if (!alias) throw refusals.noSuchAlias(aliasArn(accountId, region, resource))
    return { ref: { accountId, region, keyId: alias.targetKeyId }, alias: resource }
  }
  const id = arn ? resource.slice('key/'.length) : resource
  if (!KEY_ID.test(id)) throw refusals.invalidKeyId(keyId)
  return { ref: { accountId, region, keyId: id } }
}

/** The key, unless its time is over. */
export async function readKey(kms: Kms, ref: KeyRef): Promise<KeyDoc | undefined> {
  const key = await kms.store.get(keys, keyOf(ref))
  const now = kms.environment.clock.now()
  if (!key || isGone(key, now)) return undefined
  return isBehind(key, now) ? catchUp(kms, ref) : key
}

/**
 * Changes a key in a transaction of its own.
 * @param change may throw a refusal; nothing is written then
 */
export async function changeKey(kms: Kms, ref: KeyRef, change: (key: KeyDoc) => void): Promise<KeyDoc> {
  return kms.store.transaction(async (tx) => {
    const key = await keyToChange(tx, ref)
    if (!key || isGone(key, kms.environment.clock.now())) throw refusals.noSuchKey(keyArn(ref))
    change(key)
    if (isReplica(key)) tx.put(keys, keyOf(ref), key)
    else await putShared(tx, key)
    return key
  })
}
