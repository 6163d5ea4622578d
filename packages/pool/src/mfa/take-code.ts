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
import { sessionOwner } from '../sign-in/session-owner.ts'
import { closeSession, findSession } from '../sign-in/sessions.ts'
import { users } from '../storage/collections.ts'
import { assessSignIn } from '../threats/assess.ts'
import { startSignIn } from '../tokens/refresh-tokens.ts'
import { claimAliases } from '../users/aliases.ts'
import type { FoundUser } from '../users/find-user.ts'
import type { UserDoc } from '../users/user.ts'
import { userKeyOf } from '../users/user-key.ts'
import { addressMark, factorCodeHash } from './code-challenge.ts'
import { secondFactor } from './factors.ts'
import type { SignInCode } from './sign-in-code.ts'

/**
 * Takes the code that answers a challenge. A wrong one leaves the session good for another try, and counts: AWS documents that
 * five lock sign-in as wrong passwords do. A right one ends the session and verifies the address, as AWS documents.
 * @throws NotAuthorizedException | CodeMismatchException | PasswordResetRequiredException | InvalidParameterException
 */
export async function takeCode(
  scope: SignInScope,
  challenge: SignInCode['challenge'],
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeResponses' | 'Session'>,
): Promise<RespondToAuthChallengeResponse> {
  const { context, pool, client } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const code = required(responses, `${challenge}_CODE`)
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')

  const step = await context.store.transaction(async (tx): Promise<Step> => {
    const nobody = await pretendedSession(tx, scope, challenge, text, username)
    if (nobody) {
      const refused = await takeCodeVerdict(tx, context, { poolId: pool.id, userKey: nobody.userKey }, false)
      return { refused: refused ?? errors.wrongFactorCode() }
    }
    const owner = await sessionOwner(tx, scope, challenge, text, username)
    if (owner.refused) return owner
    const { session, found } = owner
    const right = isCode(context, pool, found.user, session, text, code)
    const refused = await takeCodeVerdict(tx, context, { poolId: pool.id, userKey: found.key }, right)
    if (refused) return { refused }
    closeSession(tx, context, scope, text, session)
    const { messageId, attribute } = session.code!
    tx.afterCommit(() => void context.inbox.secretGone(messageId, 'used'))
    const proved = await withVerified(tx, context, pool, found, attribute)
    if (session.first) {
      // A second factor that was turned on meanwhile is not passed by.
      if (secondFactor(pool, proved.user).what !== 'nothing') return { refused: errors.invalidSession() }
      const risky = await assessSignIn(tx, scope, proved)
      if (risky) return { refused: risky }
    }
    return { found: proved, signIn: startSignIn(tx, context, { pool, client, found: proved }) }
  })
  return answerStep(scope, step)
}

/** The session of a name that nobody has, where that must not be told. */
async function pretendedSession(
  tx: Transaction,
  scope: SignInScope,
  challenge: SignInCode['challenge'],
  text: string,
  username: string,
): Promise<SessionDoc | undefined> {
  const { session } = await findSession(tx, scope.context, scope, challenge, text)
  if (!session || session.sub !== undefined) return undefined
  return session.userKey === userKeyOf(scope.pool, username) ? session : undefined
}

/** A code proves the address that it was sent to: once the user has another one, it is worth nothing. */
function isCode(
  context: PoolContext,
  pool: PoolDoc,
  user: UserDoc,
  { code }: SessionDoc,
  text: string,
  given: string,
): boolean {
  const address = code && user.attributes[code.attribute]
  if (!address || !sameMac(code.address, addressMark(context, pool.id, code.attribute, address))) return false
  return sameMac(code.hash, factorCodeHash(context, pool.id, user.sub, text, given))
}

/** An address that is another user's alias already stays unverified here: assumed, since the sign-in itself is good. */
async function withVerified(
  tx: Transaction,
  context: PoolContext,
  pool: PoolDoc,
  found: FoundUser,
  attribute: SignInCode['attribute'],
): Promise<FoundUser> {
  const flag = `${attribute}_verified`
  if (found.user.attributes[flag] === 'true') return found
  const user: UserDoc = {
    ...found.user,
    attributes: { ...found.user.attributes, [flag]: 'true' },
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
