import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { redeemCode } from '../../codes/redeem-code.ts'
import { errors } from '../../errors.ts'
import { asClient } from '../../operation.ts'
import { checkPassword } from '../../pools/password-policy.ts'
import { setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { claimAliases } from '../../users/aliases.ts'
import { confirmed } from '../../users/confirmed.ts'
import { findUser } from '../../users/find-user.ts'

/** Takes the code of a password reset and sets the new password. A password against the policy costs no code and no try. */
export const ConfirmForgotPassword = asClient('ConfirmForgotPassword', async ({ context, pool, client }, input) => {
  checkPassword(pool, input.Password)
  const before = await findUser(context.store, pool, input.Username)
  if (!before) throw hidesMissingUsers(client) ? errors.codeMismatch() : errors.combinationNotFound()
  const sealedPassword = await setPassword(context, pool, before.user, input.Password)
  const refused = await context.store.transaction(async (tx) => {
    const user = await tx.get(users, [pool.id, before.key])
    if (!user || user.sub !== before.user.sub) return errors.codeExpired()
    if (!user.enabled) return errors.userDisabled()
    const owner = { poolId: pool.id, userKey: before.key, sub: user.sub }
    const redeemed = await redeemCode(tx, context, owner, 'ResetPassword', input.ConfirmationCode)
    if (redeemed.refused) return redeemed.refused
    const changed = { ...confirmed(context, user), sealedPassword }
    changed.attributes[`${redeemed.code.attribute}_verified`] = 'true'
    await claimAliases(tx, pool, before.key, changed, false)
    tx.put(users, [pool.id, before.key], changed)
    return undefined
  })
  if (refused) throw refused
  return {}
})
