import { type KeyDoc, type KeyRef, keyOf, keys } from './collections.ts'
import { dropMaterial, expiredOf, forgetMaterial } from './imported-material.ts'
import { keyToChange } from './key-to-change.ts'
import { inRegion, isReplica, putShared } from './multi-region.ts'
import type { Kms } from './parts.ts'
import { addMaterial } from './rotate.ts'

const DAY = 86_400_000
/** After a long leap of the clock, so many of the rotations that were due are made up for. */
const MOST_AT_ONCE = 10

/** Whether time has passed that changes the key: a rotation is due, or imported material has expired. */
export function isBehind(key: KeyDoc, now: number): boolean {
  return isRotationDue(key, now) || expiredOf(key, now).length > 0
}

/** Disabled keys wait with their rotation until they are enabled again (AWS documents). */
function isRotationDue(key: KeyDoc, now: number): boolean {
  return key.state === 'Enabled' && key.rotation?.enabled === true && key.rotation.nextAt <= now
}

/**
 * Brings a key to the present whenever it is looked at, so that it needs no timer of its own.
 * @returns the key as it is now; undefined where it was erased meanwhile
 */
export async function catchUp(kms: Kms, ref: KeyRef): Promise<KeyDoc | undefined> {
  const now = kms.environment.clock.now()
  const erased: string[] = []
  const current = await kms.store.transaction(async (tx) => {
    erased.length = 0
    const key = await keyToChange(tx, ref)
    if (!key || !isBehind(key, now)) return key
    for (const materialId of expiredOf(key, now)) {
      dropMaterial(tx, key, materialId)
      erased.push(materialId)
    }
    // Related keys turn to new material together, when their primary key does.
    const leader = isReplica(key) ? await keyToChange(tx, inRegion(key, key.multiRegion?.primary ?? '')) : key
    if (!leader) return key
    const { rotation } = leader
    for (let count = 0; rotation && isRotationDue(leader, now); count++) {
      if (count < MOST_AT_ONCE) addMaterial(kms, tx, leader, rotation.nextAt, 'AUTOMATIC')
      rotation.nextAt += rotation.periodInDays * DAY
    }
    await putShared(tx, leader)
    return tx.get(keys, keyOf(ref))
  })
  for (const materialId of erased) forgetMaterial(kms, materialId)
  return current
}
