import type { Transaction } from '@herald/storage'
import { type ImportedMaterial, type KeyDoc, materials } from './collections.ts'
import type { Kms } from './parts.ts'
import { materialIdsOf } from './rotate.ts'

/** Whether the key waits for material: it never had any, or some that it had was deleted or has expired. */
export function lacksMaterial(key: KeyDoc): boolean {
  if (key.origin !== 'EXTERNAL') return false
  return key.materialId === null || (key.imports ?? []).some((entry) => !entry.present)
}

/** Imported material that the key does not use yet: the next rotation on demand turns to it. */
export function waitingMaterialOf(key: KeyDoc): ImportedMaterial | undefined {
  const kept = materialIdsOf(key)
  return key.imports?.find((entry) => !kept.includes(entry.materialId))
}

/** All that the key has or had, oldest first. */
export function everyMaterialOf(key: KeyDoc): string[] {
  const waiting = waitingMaterialOf(key)
  return [...materialIdsOf(key), ...(waiting ? [waiting.materialId] : [])]
}

/** The material whose time is over, though it is still there. */
export function expiredOf(key: KeyDoc, now: number): string[] {
  return (key.imports ?? [])
    .filter(({ present, validTo }) => present && validTo !== null && validTo <= now)
    .map((entry) => entry.materialId)
}

/**
 * Erases imported material. What only waited for its rotation belongs to the key no more; without any other the key waits
 * until the same comes again (AWS documents). The caller stores the key.
 */
export function dropMaterial(tx: Transaction, key: KeyDoc, materialId: string): void {
  const { accountId, region, keyId } = key
  tx.put(materials, [materialId], { accountId, region, keyId, sealed: null })
  if (waitingMaterialOf(key)?.materialId === materialId) {
    key.imports = (key.imports ?? []).filter((entry) => entry.materialId !== materialId)
    return
  }
  for (const entry of key.imports ?? []) if (entry.materialId === materialId) entry.present = false
  if (key.state !== 'PendingDeletion') key.state = 'PendingImport'
}

/** Removes erased material from memory. */
export function forgetMaterial(kms: Pick<Kms, 'materials' | 'secrets'>, materialId: string): void {
  kms.materials.forget(materialId)
  kms.secrets.forget(materialId)
}

/** @param validTo milliseconds since 1970; null where the material does not expire */
export function expirationMembers(validTo: number | null) {
  return validTo === null
    ? ({ ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' } as const)
    : ({ ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: new Date(validTo) } as const)
}
