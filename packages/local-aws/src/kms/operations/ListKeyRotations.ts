import type { RotationsListEntry } from '@herald/protocol/kms'
import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import type { KeyDoc } from '../collections.ts'
import { listPage } from '../list-page.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { materialIdsOf } from '../rotate.ts'

/** The rotations that were; or every material, the first of which no rotation made. */
export const ListKeyRotations: KmsOperation<'ListKeyRotations'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'ListKeyRotations' })
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') throw refusals.wrongSpec(keyArn(key), key.keySpec)
  const all = input.IncludeKeyMaterial === 'ALL_KEY_MATERIAL'
  const ids = materialIdsOf(key).slice(all ? 0 : 1)
  const { items, end } = listPage(ids, input, { usual: 100, most: 1000 })
  return { Rotations: items.map((materialId) => entry(key, materialId)), ...end }
}

function entry(key: KeyDoc, materialId: string): RotationsListEntry {
  const rotation = key.rotations?.find((made) => made.materialId === materialId)
  return {
    KeyId: keyArn(key),
    KeyMaterialId: materialId,
    KeyMaterialState: materialId === key.materialId ? 'CURRENT' : 'NON_CURRENT',
    ...(rotation ? { RotationDate: new Date(rotation.at), RotationType: rotation.type } : {}),
    ...(key.imported ? imported(key, key.imported) : {}),
  }
}

function imported(key: KeyDoc, { validTo, description }: NonNullable<KeyDoc['imported']>): RotationsListEntry {
  if (key.state === 'PendingImport') return { ImportState: 'PENDING_IMPORT' }
  return {
    ImportState: 'IMPORTED',
    ...(description === undefined ? {} : { KeyMaterialDescription: description }),
    ...(validTo === null
      ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
      : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(validTo) }),
  }
}
