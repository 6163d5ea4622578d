import { type GrantDoc, grantKeyOf, grantNames, grants, type KeyRef, keyOf, keys } from './collections.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'

/** The grant of a key. @throws {ServiceError} NotFoundException */
export async function readGrant(kms: Kms, ref: KeyRef, grantId: string): Promise<GrantDoc> {
  const grant = await kms.store.get(grants, grantKeyOf(ref, grantId))
  if (!grant) throw refusals.noSuchGrant(grantId)
  return grant
}

/** Takes a grant back; it counts no more from the moment this resolves. @throws {ServiceError} NotFoundException */
export async function removeGrant(kms: Kms, ref: KeyRef, grantId: string): Promise<void> {
  await kms.store.transaction(async (tx) => {
    const grant = await tx.get(grants, grantKeyOf(ref, grantId))
    if (!grant) throw refusals.noSuchGrant(grantId)
    tx.delete(grants, grantKeyOf(ref, grantId))
    if (grant.fingerprint !== null) tx.delete(grantNames, grantKeyOf(ref, grant.fingerprint))
    const key = await tx.get(keys, keyOf(ref))
    if (key) tx.put(keys, keyOf(ref), { ...key, grantsVersion: key.grantsVersion + 1 })
  })
}
