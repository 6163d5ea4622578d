import type { KeyMaterialState, RotationsListEntry } from '@herald/protocol/kms'
import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import type { ImportedMaterial, KeyDoc } from '../collections.ts'
import { everyMaterialOf, expirationMembers, waitingMaterialOf } from '../imported-material.ts'
import { listPage } from '../list-page.ts'
import type { KmsOperation } from '../parts.ts'
import { materialIdsOf, requireRotatable } from '../rotate.ts'

/** The rotations that were; or every material: the first, and one that waits for its rotation, too. */
export const ListKeyRotations: KmsOperation<'ListKeyRotations'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'ListKeyRotations' })
  requireRotatable(key)
  const all = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL'
  const ids = all ? everyMaterialOf(key) : materialIdsOf(key).slice(1)
  const { items, end } = listPage(ids, input, { usual: 100, most: 1000 })
  return { Rotations: items.map((materialId) => entry(key, materialId)), ...end }
}

function entry(key: KeyDoc, materialId: string): RotationsListEntry {
  const rotation = key.rotations?.find((made) => made.materialId === materialId)
  const imported = key.imports?.find((found) => found.materialId === materialId)
  return {
    KeyId: keyArn(key),
    KeyMaterialId: materialId,
    KeyMaterialState: stateOf(key, materialId),
    ...(rotation ? { RotationDate: new Date(rotation.at), RotationType: rotation.type } : {}),
    ...(imported ? importMembers(imported) : {}),
  }
}

function stateOf(key: KeyDoc, materialId: string): KeyMaterialState {
  if (materialId === key.materialId) return 'CURRENT'
  return materialId === waitingMaterialOf(key)?.materialId ? 'PENDING_ROTATION' : 'NON_CURRENT'
}

function importMembers({ present, validTo, description }: ImportedMaterial): RotationsListEntry {
  return {
    ImportState: present ? 'IMPORTED' : 'PENDING_IMPORT',
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ...(present ? expirationMembers(validTo) : {}),
  }
}
