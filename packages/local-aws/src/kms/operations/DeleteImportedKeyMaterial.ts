import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { keyOf, keys } from '../collections.ts'
import { dropMaterial, forgetMaterial } from '../imported-material.ts'
import { isGone, requireExternal } from '../key-state.ts'
import { keyToChange } from '../key-to-change.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { shownMaterial } from '../seal-plaintext.ts'

/** Erases imported material, the one in use unless the request names another. Where there is none, nothing happens. */
export const DeleteImportedKeyMaterial: KmsOperation<'DeleteImportedKeyMaterial'> = (kms) => async (call, input) => {
  const ref = await admit(kms, call, input.KeyId, { action: 'DeleteImportedKeyMaterial' })
  requireExternal(ref)
  const key = await kms.store.transaction(async (tx) => {
    const current = await keyToChange(tx, ref)
    if (!current || isGone(current, kms.environment.clock.now())) throw refusals.noSuchKey(keyArn(ref))
    const materialId = input.KeyMaterialId ?? current.materialId
    const entry = current.imports?.find((found) => found.materialId === materialId)
    if (input.KeyMaterialId !== undefined && !entry) throw refusals.noSuchMaterial(input.KeyMaterialId)
    if (!entry?.present) return current
    dropMaterial(tx, current, entry.materialId)
    tx.put(keys, keyOf(current), current)
    return current
  })
  const materialId = input.KeyMaterialId ?? key.materialId
  if (materialId !== null) forgetMaterial(kms, materialId)
  return { KeyId: keyArn(key), ...shownMaterial(key, 'KeyMaterialId', materialId) }
}
