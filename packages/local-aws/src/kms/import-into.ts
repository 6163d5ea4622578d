import type { ImportKeyMaterialRequest } from '@herald/protocol/kms'
import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'
import { lacksMaterial, waitingMaterialOf } from './imported-material.ts'
import { refusals } from './refusals.ts'

const LONGEST = 365 * 86_400_000

/**
 * When the material of a request expires.
 * @returns milliseconds since 1970; null where it does not expire
 * @throws {ServiceError} ValidationException
 */
export function expiryOf({ ExpirationModel, ValidTo }: ImportKeyMaterialRequest, now: number): number | null {
  if (ExpirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE') {
    if (ValidTo !== undefined) throw refusals.validation('ValidTo must be left out when key material does not expire.')
    return null
  }
  const at = ValidTo?.getTime()
  if (at === undefined) throw refusals.validation('ValidTo must be given when key material expires.')
  if (at <= now || at > now + LONGEST) {
    throw refusals.validation('ValidTo must be in the future, and at most 365 days from now.')
  }
  return at
}

/**
 * Guards members that keys with only one material do not have (AWS documents).
 * @throws {ServiceError} UnsupportedOperationException, ValidationException
 */
export function checkImportMembers(key: KeyDoc, input: ImportKeyMaterialRequest): void {
  const { ImportType, KeyMaterialId, KeyMaterialDescription } = input
  const given = [ImportType, KeyMaterialId, KeyMaterialDescription].some((member) => member !== undefined)
  if (given && key.keySpec !== 'SYMMETRIC_DEFAULT') {
    throw refusals.unsupported(
      'ImportType, KeyMaterialId and KeyMaterialDescription are for symmetric encryption keys only.',
    )
  }
  if (ImportType === 'NEW_KEY_MATERIAL' && KeyMaterialId !== undefined) {
    throw refusals.validation('KeyMaterialId cannot be given with ImportType NEW_KEY_MATERIAL.')
  }
}

/**
 * Notes imported material in the key. The first belongs to it from then on; the same may come again at any time, and
 * symmetric keys take another one, which waits for its rotation (AWS documents). The caller stores key and material.
 * @throws {ServiceError} IncorrectKeyMaterialException, KMSInvalidStateException
 */
export function importInto(
  key: KeyDoc,
  materialId: string,
  validTo: number | null,
  { ImportType, KeyMaterialId, KeyMaterialDescription }: ImportKeyMaterialRequest,
): void {
  const known = key.imports?.find((entry) => entry.materialId === materialId)
  const isNew =
    (ImportType ?? (key.imports?.length ? 'EXISTING_KEY_MATERIAL' : 'NEW_KEY_MATERIAL')) === 'NEW_KEY_MATERIAL'
  if (isNew && known) throw refusals.incorrectMaterial('This key material was imported into the key before.')
  if (!isNew && !known) throw refusals.incorrectMaterial('This is not the key material that was imported before.')
  if (KeyMaterialId !== undefined && KeyMaterialId !== materialId) {
    throw refusals.incorrectMaterial('This is not the key material that KeyMaterialId names.')
  }
  const description = KeyMaterialDescription ?? known?.description
  const entry = { materialId, present: true, validTo, ...(description === undefined ? {} : { description }) }
  if (known) {
    key.imports = (key.imports ?? []).map((found) => (found === known ? entry : found))
  } else {
    if (waitingMaterialOf(key)) throw refusals.alreadyWaiting(keyArn(key))
    key.imports = [...(key.imports ?? []), entry]
    key.materialId ??= materialId
  }
  if (key.state === 'PendingImport' && !lacksMaterial(key)) key.state = 'Enabled'
}
