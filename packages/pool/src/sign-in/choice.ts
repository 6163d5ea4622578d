import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { hidesMissingUsers } from '../clients/hides-missing-users.ts'
import { errors } from '../errors.ts'
import { pretendedRoute } from '../messages/pretended-delivery.ts'
import { sendingTransaction } from '../messages/sending-transaction.ts'
import { deliveryParameters, openCodeChallenge } from '../mfa/code-challenge.ts'
import { users } from '../storage/collections.ts'
import { preAuthentication } from '../triggers/authentication.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import { userKeyOf } from '../users/user-key.ts'
import { answerStep, asked, type Step } from './after-password.ts'
import {
  type FirstFactor,
  firstFactorCodes,
  firstFactorsOf,
  firstFactorsOfNobody,
  isFirstFactor,
} from './first-factors.ts'
import { refuseWhileLocked } from './lockout.ts'
import { type Parameters, usernameOf } from './parameters.ts'
import { signInByPassword } from './password-sign-in.ts'
import type { Question } from './question.ts'
import type { SignInScope } from './scope.ts'
import { newSessionText, openSession, passwordMark, type TakeSession } from './sessions.ts'
import { openSrp } from './srp-sign-in.ts'

/** Who signs in; nobody, where the client hides who exists. */
export interface Candidate {
  username: string
  key: string
  found: FoundUser | undefined
  available: FirstFactor[]
}

/**
 * USER_AUTH: the user chooses what to sign in by. A factor that is preferred and available is gone on with at once, otherwise
 * the client gets the list to choose from, as observed.
 * @throws NotAuthorizedException | UserNotFoundException | UserNotConfirmedException | PasswordResetRequiredException |
 * InvalidParameterException
 */
export async function startChoice(scope: SignInScope, parameters: Parameters): Promise<InitiateAuthResponse> {
  const { context, pool, client } = scope
  const username = usernameOf(scope, parameters)
  const preferred = parameters.PREFERRED_CHALLENGE
  if (preferred === 'WEB_AUTHN') throw errors.notBuilt('The challenge WEB_AUTHN')
  if (preferred !== undefined && !isFirstFactor(preferred)) throw errors.challengeNotOffered()
  const found = await findUser(context.store, pool, username)
  if (!found && !hidesMissingUsers(client)) throw errors.userNotFound()
  await preAuthentication(scope, username, found?.user)
  const candidate = candidateOf(scope, username, found)
  await refuseWhileLocked(context, { poolId: pool.id, userKey: candidate.key })
  const { available } = candidate
  if (preferred === undefined || !available.includes(preferred)) {
    return ask(scope, candidate, 'SELECT_CHALLENGE', available)
  }
  if (preferred === 'PASSWORD' && parameters.PASSWORD) {
    return signInByPassword(scope, candidate, parameters.PASSWORD)
  }
  if (preferred === 'PASSWORD_SRP' && parameters.SRP_A) return openSrp(scope, candidate, parameters.SRP_A)
  if (preferred === 'PASSWORD' || preferred === 'PASSWORD_SRP') return ask(scope, candidate, preferred, available)
  return sendFirstCode(scope, candidate, preferred, available)
}

/** Status rules answer here only where no password is left to ask for: assumed. */
export function candidateOf({ pool }: SignInScope, username: string, found: FoundUser | undefined): Candidate {
  if (!found) return { username, key: userKeyOf(pool, username), found, available: firstFactorsOfNobody(pool) }
  const { key, user } = found
  if (user.enabled && user.status === 'RESET_REQUIRED') throw errors.passwordResetRequired()
  const available = firstFactorsOf(pool, user)
  if (available.length === 0) {
    if (!user.enabled) throw errors.userDisabled()
    throw user.status === 'UNCONFIRMED' ? errors.userNotConfirmed() : errors.noFirstFactor()
  }
  return { username, key, found, available }
}

async function ask(
  scope: SignInScope,
  { key, found }: Candidate,
  challenge: 'SELECT_CHALLENGE' | 'PASSWORD' | 'PASSWORD_SRP',
  available: FirstFactor[],
): Promise<InitiateAuthResponse> {
  const { context } = scope
  const session = newSessionText(context)
  await context.store.transaction((tx) =>
    openSession(tx, context, scope, session, {
      userKey: key,
      ...(found ? { sub: found.user.sub } : {}),
      challenge,
      passwordMark: passwordMark(context, found?.user),
    }),
  )
  return asked({ challenge, session, parameters: {}, available })
}

/** @param taken ends the session that led here, in the same transaction; gives the reason where it is not good any more. */
export async function sendFirstCode(
  scope: SignInScope,
  candidate: Candidate,
  factor: keyof typeof firstFactorCodes,
  available: FirstFactor[] | undefined,
  taken?: TakeSession,
): Promise<InitiateAuthResponse> {
  const { context, pool } = scope
  const step = await sendingTransaction(context, pool, async (tx): Promise<Step | { pretended: Question }> => {
    const refused = await taken?.(tx)
    if (refused) return { refused }
    if (!candidate.found) return { pretended: pretendCode(tx, scope, candidate, factor) }
    const user = await tx.get(users, [pool.id, candidate.key])
    const same = user !== undefined && user.sub === candidate.found.user.sub
    if (!same || !firstFactorsOf(pool, user).includes(factor)) return { refused: errors.invalidSession() }
    const found = { key: candidate.key, user }
    const question = openCodeChallenge(tx, scope, found, firstFactorCodes[factor])
    return question ? { found, question } : { refused: errors.invalidSession() }
  })
  if ('pretended' in step) return asked(offering(step.pretended, available))
  return answerStep(scope, 'question' in step ? { ...step, question: offering(step.question, available) } : step)
}

const offering = (question: Question, available: FirstFactor[] | undefined): Question =>
  available ? { ...question, available } : question

/** The same question for a name that nobody has; nothing is sent, as observed, and no code will ever be right. */
function pretendCode(
  tx: Transaction,
  scope: SignInScope,
  { username, key }: Candidate,
  factor: keyof typeof firstFactorCodes,
): Question {
  const { context, pool } = scope
  const { challenge, attribute } = firstFactorCodes[factor]
  const session = newSessionText(context)
  openSession(tx, context, scope, session, {
    userKey: key,
    challenge,
    first: true,
    passwordMark: passwordMark(context, undefined),
  })
  return { challenge, session, parameters: deliveryParameters(pretendedRoute(context, pool, username, attribute)) }
}
