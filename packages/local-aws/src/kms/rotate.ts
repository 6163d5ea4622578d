import type { Transaction } from '@herald/storage'
import { keyArn } from './arns.ts'
import { type KeyDoc, materials, type RotationEntry } from './collections.ts'
import { requireNotReplica } from './multi-region.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

/** Gives a key new material to encrypt with. What the earlier ones encrypted still opens. The caller stores the key. */
export function addMaterial(kms: Kms, tx: Transaction, key: KeyDoc, at: number, type: RotationEntry['type']): void {
  const { materialId, doc } = kms.materials.create(key)
  tx.insert(materials, [materialId], doc)
  turnTo(key, { materialId, at, type })
}

/** Makes stored material the one that the key encrypts with. */
export function turnTo(key: KeyDoc, rotation: RotationEntry): void {
  key.firstMaterialId ??= key.materialId ?? rotation.materialId
  key.rotations = [...(key.rotations ?? []), rotation]
  key.materialId = rotation.materialId
}

/** Every material that belongs to the key for good, the one in use last. */
export function materialIdsOf(key: KeyDoc): string[] {
  if (key.firstMaterialId !== undefined) {
    return [key.firstMaterialId, ...(key.rotations ?? []).map((rotation) => rotation.materialId)]
  }
  return key.materialId === null ? [] : [key.materialId]
}

/**
 * Guards what rotates on demand: symmetric keys (AWS documents).
 * @throws {ServiceError} UnsupportedOperationException
 */
export function requireRotatable(key: KeyDoc): void {
  if (key.keySpec !== 'SYMMETRIC_DEFAULT') throw refusals.wrongSpec(keyArn(key), key.keySpec)
}

/**
 * Guards what rotates by itself: symmetric keys whose material was made here (AWS documents).
 * @throws {ServiceError} UnsupportedOperationException
 */
export function requireSelfRotating(key: KeyDoc): void {
  requireRotatable(key)
  requireNotReplica(key)
  if (key.origin === 'EXTERNAL') throw refusals.wrongOrigin(keyArn(key), key.origin)
}
