import type { KeyMetadata } from '@herald/protocol/kms'
import type { Transaction } from '@herald/storage'
import { keyArn } from './arns.ts'
import { type KeyDoc, type KeyRef, keyOf, keys } from './collections.ts'
import { keyToChange } from './key-to-change.ts'
import { refusals } from './refusals.ts'

/** Multi-Region keys are told by their id, in every region. */
export const isMultiRegionId = (keyId: string) => keyId.startsWith('mrk-')

/** Whether the key is a replica, whose primary key is in another region. */
export const isReplica = (key: KeyDoc) => key.multiRegion !== undefined && key.multiRegion.primary !== key.region

/** The same key in another region. */
export const inRegion = ({ accountId, keyId }: KeyRef, region: string): KeyRef => ({ accountId, region, keyId })

/** @throws {ServiceError} UnsupportedOperationException unless the key is the primary one of several regions */
export function requirePrimary(key: KeyDoc): NonNullable<KeyDoc['multiRegion']> {
  if (!key.multiRegion || isReplica(key)) throw refusals.notPrimary(keyArn(key))
  return key.multiRegion
}

/** Guards what related keys share, and only the primary one changes. @throws {ServiceError} UnsupportedOperationException */
export function requireNotReplica(key: KeyDoc): void {
  if (isReplica(key)) throw refusals.notPrimary(keyArn(key))
}

/** What related keys have in common beside id, spec, usage and origin, which never change (AWS documents). */
function shareWith(primary: KeyDoc, replica: KeyDoc): KeyDoc {
  const { multiRegion, materialId, firstMaterialId, rotations, rotation } = primary
  return {
    ...replica,
    ...(multiRegion ? { multiRegion } : {}),
    materialId,
    ...(firstMaterialId === undefined ? {} : { firstMaterialId }),
    ...(rotations === undefined ? {} : { rotations }),
    ...(rotation === undefined ? {} : { rotation }),
  }
}

/** Stores a primary key, or one of a single region, and what its replicas share with it. */
export async function putShared(tx: Transaction, primary: KeyDoc): Promise<void> {
  tx.put(keys, keyOf(primary), primary)
  for (const region of primary.multiRegion?.replicas ?? []) {
    const replica = await tx.get(keys, keyOf(inRegion(primary, region)))
    if (replica) tx.put(keys, keyOf(replica), shareWith(primary, replica))
  }
}

/**
 * Takes an erased replica off its related keys. A primary key that waited for its last replica to go starts its own
 * waiting time then (AWS documents).
 * @returns the primary key, where it is to be erased in its turn
 */
export async function leaveReplica(tx: Transaction, replica: KeyDoc): Promise<KeyDoc | undefined> {
  const primary = replica.multiRegion && (await keyToChange(tx, inRegion(replica, replica.multiRegion.primary)))
  if (!primary?.multiRegion) return undefined
  const replicas = primary.multiRegion.replicas.filter((region) => region !== replica.region)
  primary.multiRegion = { ...primary.multiRegion, replicas }
  const isLast = primary.pendingWindow !== undefined && replicas.length === 0
  if (isLast) {
    primary.state = 'PendingDeletion'
    primary.deleteAt = (replica.deleteAt ?? 0) + (primary.pendingWindow ?? 0)
    delete primary.pendingWindow
  }
  await putShared(tx, primary)
  return isLast ? primary : undefined
}

/** The members of a key's description that tell of its regions. */
export function multiRegionMembers(key: KeyDoc): Partial<KeyMetadata> {
  if (!key.multiRegion) return { MultiRegion: false }
  const { primary, replicas } = key.multiRegion
  const shown = (region: string) => ({ Arn: keyArn(inRegion(key, region)), Region: region })
  return {
    MultiRegion: true,
    MultiRegionConfiguration: {
      MultiRegionKeyType: isReplica(key) ? 'REPLICA' : 'PRIMARY',
      PrimaryKey: shown(primary),
      ReplicaKeys: replicas.map(shown),
    },
  }
}
