import { ServiceError } from '@herald/protocol'
import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { markProved } from '../../codes/mark-proved.ts'
import { redeemCode } from '../../codes/redeem-code.ts'
import { errors } from '../../errors.ts'
import { asClient } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { postConfirmation } from '../../triggers/post-confirmation.ts'
import { claimAliases } from '../../users/aliases.ts'
import { confirmed } from '../../users/confirmed.ts'
import { findUser } from '../../users/find-user.ts'

/**
 * Takes the code of a sign-up: the user becomes CONFIRMED, and the attribute that the code was sent to verified. Where the
 * client hides who exists, AWS documents ExpiredCodeException for a user who does not exist or is disabled.
 */
export const ConfirmSignUp = asClient('ConfirmSignUp', async ({ context, call, pool, client }, input) => {
  const outcome = await context.store.transaction(async (tx) => {
    const found = await findUser(tx, pool, input.Username)
    if (!found) return hidesMissingUsers(client) ? errors.codeExpired() : errors.combinationNotFound()
    const { key, user } = found
    if (!user.enabled) return hidesMissingUsers(client) ? errors.codeExpired() : errors.userDisabled()
    if (user.status !== 'UNCONFIRMED') return errors.cannotConfirm(user.status)
    const owner = { poolId: pool.id, userKey: key, sub: user.sub }
    const redeemed = await redeemCode(tx, context, owner, 'ConfirmSignUp', input.ConfirmationCode)
    if (redeemed.refused) return redeemed.refused
    const changed = confirmed(tx, context, user)
    markProved(changed.attributes, redeemed.code)
    await claimAliases(tx, pool, key, changed, input.ForceAliasCreation ?? false)
    tx.put(users, [pool.id, key], changed)
    return changed
  })
  if (outcome instanceof ServiceError) throw outcome
  await postConfirmation({ context, pool, call, clientId: client.id }, 'ConfirmSignUp', outcome, input.ClientMetadata)
  return {}
})
