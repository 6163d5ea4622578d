import { principalOf } from '../../iam/index.ts'
import { admitTo } from '../admit.ts'
import { nameKey } from '../find-key.ts'
import { isPrincipal } from '../grant-match.ts'
import { readGrantToken } from '../grant-token.ts'
import type { KmsOperation } from '../parts.ts'
import { refusals } from '../refusals.ts'
import { readGrant, removeGrant } from '../remove-grant.ts'

/**
 * Ends a grant on behalf of those whom it concerns: its retiring principal, or a grantee whom a grant lets retire it.
 * It is named by its token, or by the key's ARN and its own id.
 */
export const RetireGrant: KmsOperation<'RetireGrant'> = (kms) => async (call, input) => {
  if (call.caller.kind === 'anonymous') throw refusals.unsigned()
  const { GrantToken, KeyId, GrantId } = input
  if ((GrantToken === undefined) === (KeyId === undefined || GrantId === undefined)) {
    throw refusals.validation('You must specify either a grant token, or a key ARN and a grant ID.')
  }
  const named =
    GrantToken === undefined
      ? { ...(await nameKey(kms, call, KeyId ?? '', { aliases: false })).ref, grantId: GrantId ?? '' }
      : readGrantToken(kms.vault, GrantToken)
  const { grantId, ...ref } = named
  const grant = await readGrant(kms, ref, grantId)
  const principal = principalOf(call.caller)
  const retires = grant.retiring !== null && isPrincipal(grant.retiring, principal)
  const ownRight = grant.operations.includes('RetireGrant') && isPrincipal(grant.grantee, principal)
  const key = await admitTo(kms, call, ref, {
    action: 'RetireGrant',
    otherAccounts: true,
    otherwise: retires || ownRight,
  })
  if (input.DryRun) throw refusals.dryRun()
  await removeGrant(kms, key, grantId)
  return {}
}
