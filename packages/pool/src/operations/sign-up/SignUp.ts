import { errors } from '../../errors.ts'
import { signUpRoute } from '../../messages/route.ts'
import { sendCode } from '../../messages/send-code.ts'
import { sendingTransaction } from '../../messages/sending-transaction.ts'
import { asClient } from '../../operation.ts'
import { checkPassword } from '../../pools/password-policy.ts'
import { checkAttributes } from '../../pools/schema.ts'
import { codeFactors } from '../../sign-in/first-factors.ts'
import { setPassword } from '../../sign-in/password.ts'
import { postConfirmation } from '../../triggers/post-confirmation.ts'
import { applyVerdict, preSignUp } from '../../triggers/pre-sign-up.ts'
import { attributesOf } from '../../users/attribute-list.ts'
import { insertUser } from '../../users/insert-user.ts'
import { newUser } from '../../users/new-user.ts'

/**
 * Registers a user who still has to confirm; without a password where the pool lets them sign in by a code, as AWS documents. Where the pool verifies an attribute that the user gave, a code goes there.
 * A pool without such an attribute sends nothing and leaves the user UNCONFIRMED. The pool's PreSignUp function may refuse the
 * user, or confirm them, and then no code is sent.
 */
export const SignUp = asClient('SignUp', async ({ context, call, pool, client }, input) => {
  if (pool.settings.AdminCreateUserConfig?.AllowAdminCreateUserOnly) throw errors.signUpNotPermitted()
  if (input.Password !== undefined) checkPassword(pool, input.Password)
  const given = attributesOf(input.UserAttributes)
  const user = newUser(context, pool, input.Username, given, 'UNCONFIRMED')
  checkAttributes(pool, client, user.attributes, 'create')
  if (input.Password !== undefined) user.sealedPassword = await setPassword(context, pool, user, input.Password)
  else if (codeFactors(pool, user.attributes).length === 0) throw errors.invalidParameter('Password is required.')
  const trigger = { context, pool, call, clientId: client.id }
  const verdict = await preSignUp(trigger, 'SignUp', user, given, {
    validationData: input.ValidationData && attributesOf(input.ValidationData),
    clientMetadata: input.ClientMetadata,
  })
  applyVerdict(user, verdict)
  const route = verdict.autoConfirmUser ? undefined : signUpRoute(pool, user.attributes)

  const details = await sendingTransaction(context, pool, async (tx) => {
    // AWS documents that an alias which the function verifies moves here from its owner.
    const forceAliases = verdict.autoVerifyEmail || verdict.autoVerifyPhone
    const found = await insertUser(tx, pool, user, { forceAliases })
    if (!route) return undefined
    return sendCode(
      tx,
      { context, pool, call, found },
      {
        purpose: 'ConfirmSignUp',
        reason: 'SignUp',
        route,
        clientId: client.id,
        clientMetadata: input.ClientMetadata,
        operation: 'SignUp',
      },
    )
  })
  if (verdict.autoConfirmUser) await postConfirmation(trigger, 'ConfirmSignUp', user, input.ClientMetadata)
  return {
    UserConfirmed: verdict.autoConfirmUser,
    UserSub: user.sub,
    ...(details ? { CodeDeliveryDetails: details } : {}),
  }
})
