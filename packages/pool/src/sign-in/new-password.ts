import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import { sendingTransaction } from '../messages/sending-transaction.ts'
import { checkPassword } from '../pools/password-policy.ts'
import { users } from '../storage/collections.ts'
import { claimAliases } from '../users/aliases.ts'
import { confirmed } from '../users/confirmed.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import { afterPassword, answerStep, type Step } from './after-password.ts'
import { checkNewAttributes, givenAttributes } from './new-attributes.ts'
import { required, usernameOf } from './parameters.ts'
import { setPassword } from './password.ts'
import type { SignInScope } from './scope.ts'
import { closeSession, findSession, passwordMark } from './sessions.ts'

/**
 * Takes the answer to NEW_PASSWORD_REQUIRED: the user's own password, and attributes that the pool requires. A refused
 * password or attribute leaves the session good for another try.
 * @throws NotAuthorizedException | InvalidPasswordException | InvalidParameterException | AliasExistsException
 */
export async function takeNewPassword(
  scope: SignInScope,
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeResponses' | 'Session'>,
): Promise<RespondToAuthChallengeResponse> {
  const { context, pool, client } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const password = required(responses, 'NEW_PASSWORD')
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')

  const before = await ownerOf(context.store, scope, text, username)
  if ('refused' in before) throw before.refused
  checkPassword(pool, password)
  const given = givenAttributes(responses)
  checkNewAttributes(pool, client, before.user, given)
  const sealedPassword = await setPassword(context, pool, before.user, password)

  const step = await sendingTransaction(context, pool, async (tx): Promise<Step> => {
    const owner = await ownerOf(tx, scope, text, username)
    if ('refused' in owner) return owner
    checkNewAttributes(pool, client, owner.user, given)
    const user = confirmed(tx, context, { ...owner.user, sealedPassword })
    Object.assign(user.attributes, given)
    for (const name of ['email', 'phone_number']) {
      if (given[name] !== undefined) user.attributes[`${name}_verified`] ??= 'false'
    }
    await claimAliases(tx, pool, owner.key, user, false)
    tx.put(users, [pool.id, owner.key], user)
    closeSession(tx, context, scope, text, owner.session)
    return afterPassword(tx, scope, { key: owner.key, user })
  })
  return answerStep(scope, step, 'NewPasswordChallenge')
}

/** Whose session this is, as long as the temporary password that began it still is the user's. */
async function ownerOf(reader: Reader, scope: SignInScope, text: string, username: string) {
  const { context, pool } = scope
  const kept = await findSession(reader, context, scope, 'NEW_PASSWORD_REQUIRED', text)
  if (!kept.session) return kept
  const { session } = kept
  const found: FoundUser | undefined = await findUser(reader, pool, username)
  if (!found || found.key !== session.userKey || found.user.sub !== session.sub) {
    return { refused: errors.invalidSession() }
  }
  const { user } = found
  if (!user.enabled) return { refused: errors.userDisabled() }
  if (user.status !== 'FORCE_CHANGE_PASSWORD' || passwordMark(context, user) !== session.passwordMark) {
    return { refused: errors.invalidSession() }
  }
  return { ...found, session }
}
