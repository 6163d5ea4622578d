import { ServiceError } from '@herald/protocol'
import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import { sameMac, type Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { answerStep, type Step } from '../sign-in/after-password.ts'
import { takeCodeVerdict } from '../sign-in/lockout.ts'
import { required, usernameOf } from '../sign-in/parameters.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import type { SessionDoc } from '../sign-in/session.ts'
import { closeSession, findSession, passwordMark } from '../sign-in/sessions.ts'
import { users } from '../storage/collections.ts'
import { startSignIn } from '../tokens/refresh-tokens.ts'
import { claimAliases } from '../users/aliases.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import type { UserDoc } from '../users/user.ts'
import { factorCodeHash, phoneMark } from './sms-challenge.ts'

/**
 * Takes the answer to SMS_MFA. A wrong code leaves the session good for another try, and counts: AWS documents that five lock
 * sign-in as wrong passwords do. A right one ends the session and verifies the phone number, as AWS documents.
 * @throws NotAuthorizedException | CodeMismatchException | PasswordResetRequiredException | InvalidParameterException
 */
export async function takeSmsCode(
  scope: SignInScope,
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeResponses' | 'Session'>,
): Promise<RespondToAuthChallengeResponse> {
  const { context, pool, client } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const code = required(responses, 'SMS_MFA_CODE')
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')

  const step = await context.store.transaction(async (tx): Promise<Step> => {
    const kept = await findSession(tx, context, scope, 'SMS_MFA', text)
    if (!kept.session) return kept
    const { session } = kept
    const found = await findUser(tx, pool, username)
    if (!found || found.key !== session.userKey || found.user.sub !== session.sub) {
      return { refused: errors.invalidSession() }
    }
    const { user } = found
    if (!user.enabled) return { refused: errors.userDisabled() }
    if (user.status === 'RESET_REQUIRED') return { refused: errors.passwordResetRequired() }
    if (user.status !== 'CONFIRMED' || passwordMark(context, user) !== session.passwordMark) {
      return { refused: errors.invalidSession() }
    }
    const right = isCode(context, pool, user, session, text, code)
    const refused = await takeCodeVerdict(tx, context, { poolId: pool.id, userKey: found.key }, right)
    if (refused) return { refused }
    closeSession(tx, context, scope, text, session)
    const { messageId } = session.code!
    tx.afterCommit(() => void context.inbox.secretGone(messageId, 'used'))
    const proved = await withVerifiedPhone(tx, context, pool, found)
    return { found: proved, signIn: startSignIn(tx, context, { pool, client, found: proved }) }
  })
  return answerStep(scope, step)
}

/** A code proves the number that it was sent to: once the user has another one, it is worth nothing. */
function isCode(
  context: PoolContext,
  pool: PoolDoc,
  user: UserDoc,
  session: SessionDoc,
  text: string,
  given: string,
): boolean {
  const { code } = session
  const phone = user.attributes.phone_number
  if (!code || !phone || !sameMac(code.phone, phoneMark(context, pool.id, phone))) return false
  return sameMac(code.hash, factorCodeHash(context, pool.id, user.sub, text, given))
}

/** A number that is another user's alias already stays unverified here: assumed, since the sign-in itself is good. */
async function withVerifiedPhone(
  tx: Transaction,
  context: PoolContext,
  pool: PoolDoc,
  found: FoundUser,
): Promise<FoundUser> {
  if (found.user.attributes.phone_number_verified === 'true') return found
  const user: UserDoc = {
    ...found.user,
    attributes: { ...found.user.attributes, phone_number_verified: 'true' },
    modifiedAt: context.environment.clock.now(),
  }
  try {
    await claimAliases(tx, pool, found.key, user, false)
  } catch (error) {
    if (error instanceof ServiceError) return found
    throw error
  }
  tx.put(users, [pool.id, found.key], user)
  return { key: found.key, user }
}
