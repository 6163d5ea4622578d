import { admit } from '../admit.ts'
import { keyArn } from '../arns.ts'
import { keyOf, keys, materials } from '../collections.ts'
import { checkImportMembers, expiryOf, importInto } from '../import-into.ts'
import { readImportToken } from '../import-token.ts'
import { readMaterial } from '../importable.ts'
import { isGone, requireImporting } from '../key-state.ts'
import { keyToChange } from '../key-to-change.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { shownMaterial } from '../seal-plaintext.ts'
import { unwrapMaterial } from '../wrapping.ts'

/** Gives a key the material that the request wraps, for the first time or again. */
export const ImportKeyMaterial: KmsOperation<'ImportKeyMaterial'> = (kms) => async (call, input) => {
  const { vault } = kms
  const ref = await admit(kms, call, input.KeyId, {
    action: 'ImportKeyMaterial',
    conditions: {
      'kms:ExpirationModel': input.ExpirationModel ?? 'KEY_MATERIAL_EXPIRES',
      'kms:ValidTo': input.ValidTo?.toISOString(),
    },
  })
  requireImporting(ref)
  const now = kms.environment.clock.now()
  const validTo = expiryOf(input, now)
  checkImportMembers(ref, input)
  const bytes = unwrapMaterial(readImportToken(vault, ref, input.ImportToken, now), input.EncryptedKeyMaterial)
  if (!bytes) throw refusals.invalidCiphertext()
  const material = readMaterial(ref.keySpec, bytes)
  if (!material) throw refusals.incorrectMaterial(`This is no key material of ${ref.keySpec}.`)
  // The same material has the same name in the same key, and nobody can try materials against names (AWS documents the first).
  const materialId = Buffer.from(
    vault.mac('kms-material', ref.keyId, material.secret.toString('base64')),
    'base64url',
  ).toString('hex')
  const { accountId, region, keyId } = ref
  const { secret, ...open } = material
  const doc = { accountId, region, keyId, ...open, sealed: vault.seal('kms-key', secret, keyId) }
  const key = await kms.store.transaction(async (tx) => {
    const current = await keyToChange(tx, ref)
    if (!current || isGone(current, now)) throw refusals.noSuchKey(keyArn(ref))
    requireImporting(current)
    importInto(current, materialId, validTo, input)
    tx.put(keys, keyOf(current), current)
    tx.put(materials, [materialId], doc)
    return current
  })
  return { KeyId: keyArn(key), ...shownMaterial(key, 'KeyMaterialId', materialId) }
}
