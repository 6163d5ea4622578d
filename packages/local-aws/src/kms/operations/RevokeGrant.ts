import { admit } from '../admit.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { readGrant, removeGrant } from '../remove-grant.ts'

/** Ends a grant with the authority of the key's policy. */
export const RevokeGrant: KmsOperation<'RevokeGrant'> = (kms) => async (call, input) => {
  const key = await admit(kms, call, input.KeyId, { action: 'RevokeGrant', otherAccounts: true })
  await readGrant(kms, key, input.GrantId)
  if (input.DryRun) throw refusals.dryRun()
  await removeGrant(kms, key, input.GrantId)
  return {}
}
