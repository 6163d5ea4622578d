import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { refusals } from './refusals.ts'

/** Whether the key's time is over: it does not exist any more, though its documents may be there for a moment. */
export function isGone(key: KeyDoc, now: number): boolean {
  return key.state === 'PendingDeletion' && key.deleteAt !== null && key.deleteAt <= now
}

/** @throws {ServiceError} DisabledException, KMSInvalidStateException */
export function requireEnabled(key: KeyDoc): void {
  if (key.state === 'Disabled') throw refusals.disabled(keyArn(key))
  requireMaterial(key)
}

/** Guards what a key can do, though it be disabled. @throws {ServiceError} KMSInvalidStateException */
export function requireMaterial(key: KeyDoc): void {
  requireNotPendingDeletion(key)
  if (key.state === 'PendingImport') throw refusals.pendingImport(keyArn(key))
}

/** @throws {ServiceError} KMSInvalidStateException */
export function requireNotPendingDeletion(key: KeyDoc): void {
  if (key.state === 'PendingDeletion') throw refusals.pendingDeletion(keyArn(key))
  if (key.state === 'PendingReplicaDeletion') throw refusals.pendingReplicaDeletion(keyArn(key))
}

/** @throws {ServiceError} UnsupportedOperationException where the material was made here */
export function requireExternal(key: KeyDoc): void {
  if (key.origin !== 'EXTERNAL') throw refusals.wrongOrigin(keyArn(key), key.origin ?? 'AWS_KMS')
}

/** Guards what leads material into a key. @throws {ServiceError} UnsupportedOperationException, KMSInvalidStateException */
export function requireImporting(key: KeyDoc): void {
  requireExternal(key)
  requireNotPendingDeletion(key)
}

/**
 * Guards what needs a symmetric encryption key.
 * @param algorithm what the request asks for, SYMMETRIC_DEFAULT where it says nothing
 * @throws {ServiceError} InvalidKeyUsageException
 */
export function requireSymmetric(key: KeyDoc, operation: string, algorithm = 'SYMMETRIC_DEFAULT'): string {
  if (key.keyUsage !== 'ENCRYPT_DECRYPT') throw refusals.wrongUsage(keyArn(key), key.keyUsage, operation)
  if (key.keySpec !== 'SYMMETRIC_DEFAULT' || key.materialId === null) {
    throw refusals.wrongAlgorithm(algorithm, key.keySpec)
  }
  if (algorithm !== 'SYMMETRIC_DEFAULT') throw refusals.wrongAlgorithm(algorithm, key.keySpec)
  return key.materialId
}
