import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { findUser } from '../users/find-user.ts'
import { userKeyOf } from '../users/user-key.ts'
import { type Candidate, candidateOf, sendFirstCode } from './choice.ts'
import { isFirstFactor } from './first-factors.ts'
import { refuseWhileLocked } from './lockout.ts'
import { required, usernameOf } from './parameters.ts'
import { signInByPassword } from './password-sign-in.ts'
import type { SignInScope } from './scope.ts'
import { closeSession, findSession, passwordMark, type TakeSession } from './sessions.ts'
import { openSrp } from './srp-sign-in.ts'

type Challenge = 'SELECT_CHALLENGE' | 'PASSWORD' | 'PASSWORD_SRP'

/**
 * Takes the answer to SELECT_CHALLENGE, which AWS documents to name a factor and to bring the password, or SRP_A, along; or to
 * PASSWORD and PASSWORD_SRP, which bring only that. A wrong password leaves the session good for another try.
 * @throws NotAuthorizedException | UserNotConfirmedException | PasswordResetRequiredException | InvalidParameterException
 */
export async function takeFirstFactor(
  scope: SignInScope,
  challenge: Challenge,
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeResponses' | 'Session'>,
): Promise<RespondToAuthChallengeResponse> {
  const { context, pool } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const factor = challenge === 'SELECT_CHALLENGE' ? required(responses, 'ANSWER') : challenge
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')
  const candidate = await ownerOf(scope, challenge, text, username)
  await refuseWhileLocked(context, { poolId: pool.id, userKey: candidate.key })
  if (factor === 'WEB_AUTHN') throw errors.notBuilt('The challenge WEB_AUTHN')
  if (!isFirstFactor(factor) || !candidate.available.includes(factor)) throw errors.challengeNotOffered()
  const taken: TakeSession = async (tx) => {
    const kept = await findSession(tx, context, scope, challenge, text)
    if (!kept.session) return kept.refused
    closeSession(tx, context, scope, text, kept.session)
    return undefined
  }
  switch (factor) {
    case 'PASSWORD':
      return signInByPassword(scope, candidate, required(responses, 'PASSWORD'), taken)
    case 'PASSWORD_SRP':
      return openSrp(scope, candidate, required(responses, 'SRP_A'), taken)
    default:
      return sendFirstCode(scope, candidate, factor, undefined, taken)
  }
}

async function ownerOf(scope: SignInScope, challenge: Challenge, text: string, username: string): Promise<Candidate> {
  const { context, pool } = scope
  const kept = await findSession(context.store, context, scope, challenge, text)
  if (!kept.session) throw kept.refused
  const { session } = kept
  if (session.sub === undefined) {
    if (session.userKey !== userKeyOf(pool, username)) throw errors.invalidSession()
    return candidateOf(scope, username, undefined)
  }
  const found = await findUser(context.store, pool, username)
  const same = found?.key === session.userKey && found.user.sub === session.sub
  if (!same || passwordMark(context, found.user) !== session.passwordMark) throw errors.invalidSession()
  return candidateOf(scope, username, found)
}
