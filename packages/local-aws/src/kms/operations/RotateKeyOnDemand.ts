import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { waitingMaterialOf } from '../imported-material.ts'
import { isGone, requireEnabled } from '../key-state.ts'
import { keyToChange } from '../key-to-change.ts'
import { putShared, requireNotReplica } from '../multi-region.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { addMaterial, requireRotatable, turnTo } from '../rotate.ts'

/** So many in a key's life (AWS documents). */
const MOST = 25

/**
 * Gives the key new material at once: for a key of imported material the one that was imported for it. The plan of automatic rotation stays
 * as it is (AWS documents).
 */
export const RotateKeyOnDemand: KmsOperation<'RotateKeyOnDemand'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'RotateKeyOnDemand' })
  const now = kms.environment.clock.now()
  await kms.store.transaction(async (tx) => {
    const key = await keyToChange(tx, ref)
    if (!key || isGone(key, now)) throw refusals.noSuchKey(keyArn(ref))
    requireRotatable(key)
    requireNotReplica(key)
    requireEnabled(key)
    const made = (key.rotations ?? []).filter((rotation) => rotation.type === 'ON_DEMAND').length
    if (made >= MOST) throw refusals.tooManyRotations(keyArn(key), MOST)
    if (key.origin !== 'EXTERNAL') addMaterial(kms, tx, key, now, 'ON_DEMAND')
    else {
      const waiting = waitingMaterialOf(key)
      if (!waiting) throw refusals.nothingToRotateTo(keyArn(key))
      turnTo(key, { materialId: waiting.materialId, at: now, type: 'ON_DEMAND' })
    }
    await putShared(tx, key)
  })
  return { KeyId: keyArn(ref) }
}
