import { ServiceError } from '@herald/protocol'
import { hidesMissingUsers } from '../../clients/hides-missing-users.ts'
import { countTry } from '../../codes/limits.ts'
import { markProved } from '../../codes/mark-proved.ts'
import { codeRules } from '../../codes/purposes.ts'
import { redeemCode } from '../../codes/redeem-code.ts'
import { errors } from '../../errors.ts'
import { asClient } from '../../operation.ts'
import { checkPassword } from '../../pools/password-policy.ts'
import { setPassword } from '../../sign-in/password.ts'
import { users } from '../../storage/collections.ts'
import { postConfirmation } from '../../triggers/post-confirmation.ts'
import { claimAliases } from '../../users/aliases.ts'
import { confirmed } from '../../users/confirmed.ts'
import { findUser } from '../../users/find-user.ts'
import { userKeyOf } from '../../users/user-key.ts'

/**
 * Takes the code of a password reset and sets the new password. A password against the policy costs no code and no try. Where
 * the client hides who exists, AWS documents CodeMismatchException for a user who does not exist or is disabled.
 */
export const ConfirmForgotPassword = asClient(
  'ConfirmForgotPassword',
  async ({ context, call, pool, client }, input) => {
    checkPassword(pool, input.Password)
    const before = await findUser(context.store, pool, input.Username)
    const hides = hidesMissingUsers(client)
    if (!before && !hides) throw errors.combinationNotFound()
    // Computed for a name that nobody has, too: the time it takes must not tell.
    const owner = {
      poolId: pool.id,
      userKey: before?.key ?? userKeyOf(pool, input.Username),
      sub: before?.user.sub ?? '',
    }
    const sealedPassword = await setPassword(
      context,
      pool,
      before?.user ?? { username: input.Username, sub: '' },
      input.Password,
    )
    const outcome = await context.store.transaction(async (tx) => {
      const user = before && (await tx.get(users, [pool.id, before.key]))
      if (!user || (hides && !user.enabled)) {
        const allowed = await countTry(tx, context, owner, codeRules.ResetPassword.guesses)
        return allowed ? errors.codeMismatch() : errors.tooManyTries()
      }
      if (user.sub !== before.user.sub) return errors.codeExpired()
      if (!user.enabled) return errors.userDisabled()
      if (user.status === 'FORCE_CHANGE_PASSWORD') return errors.resetNotPossible()
      const redeemed = await redeemCode(tx, context, owner, 'ResetPassword', input.ConfirmationCode)
      if (redeemed.refused) return redeemed.refused
      const changed = { ...confirmed(tx, context, user), sealedPassword }
      markProved(changed.attributes, redeemed.code)
      // The code proved whose address it is: observed on live pools, an alias moves to who verified it last.
      await claimAliases(tx, pool, owner.userKey, changed, true)
      tx.put(users, [pool.id, owner.userKey], changed)
      return changed
    })
    if (outcome instanceof ServiceError) throw outcome
    const trigger = { context, pool, call, clientId: client.id }
    await postConfirmation(trigger, 'ConfirmForgotPassword', outcome, input.ClientMetadata)
    return {}
  },
)
