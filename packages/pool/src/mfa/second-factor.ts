import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import { sendingTransaction } from '../messages/sending-transaction.ts'
import { checkAttributes } from '../pools/schema.ts'
import { answerStep, type Step } from '../sign-in/after-password.ts'
import { required, usernameOf } from '../sign-in/parameters.ts'
import type { SignInScope } from '../sign-in/scope.ts'
import { sessionOwner } from '../sign-in/session-owner.ts'
import { closeSession, newSessionText, openSession, passwordMark } from '../sign-in/sessions.ts'
import { users } from '../storage/collections.ts'
import { claimAliases } from '../users/aliases.ts'
import type { FoundUser } from '../users/find-user.ts'
import { openCodeChallenge, secondFactorCodes } from './code-challenge.ts'
import { factorNames, type MfaFactor, type SecondFactor, secondFactor } from './factors.ts'

/** Asks for the second factor of a user whose password was right. Who has no address for any is refused, as observed of SMS. */
export function askSecondFactor(tx: Transaction, scope: SignInScope, found: FoundUser, next: SecondFactor): Step {
  switch (next.what) {
    case 'code': {
      const question = openCodeChallenge(tx, scope, found, secondFactorCodes[next.factor])
      return question ? { found, question } : { refused: noFactor(scope) }
    }
    case 'choice':
      return ask(tx, scope, found, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: listed(next.factors) })
    case 'set-up':
      return ask(tx, scope, found, 'MFA_SETUP', { MFAS_CAN_SETUP: listed(['email']) })
    default:
      return { refused: noFactor(scope) }
  }
}

const noFactor = ({ by }: SignInScope) =>
  by.operation === 'InitiateAuth' ? errors.noFactorAtFirstStep() : errors.noFactor()

/** JSON text, as clients of AWS parse it. */
const listed = (factors: readonly MfaFactor[]) => JSON.stringify(factors.map((factor) => factorNames[factor]))

function ask(
  tx: Transaction,
  scope: SignInScope,
  found: FoundUser,
  challenge: 'SELECT_MFA_TYPE' | 'MFA_SETUP',
  parameters: Record<string, string>,
): Step {
  const { context } = scope
  const session = newSessionText(context)
  openSession(tx, context, scope, session, {
    userKey: found.key,
    sub: found.user.sub,
    challenge,
    passwordMark: passwordMark(context, found.user),
  })
  return {
    found,
    question: { session, challenge, parameters: { ...parameters, USER_ID_FOR_SRP: found.user.username } },
  }
}

type Answer = Pick<RespondToAuthChallengeRequest, 'ChallengeResponses' | 'Session'>

/**
 * Takes the answer to SELECT_MFA_TYPE, and sends the code of the factor that it names. One that was not on offer leaves the
 * session good for another try.
 * @throws InvalidParameterException | NotAuthorizedException | PasswordResetRequiredException
 */
export async function takeChosenFactor(scope: SignInScope, input: Answer): Promise<RespondToAuthChallengeResponse> {
  const { context, pool } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const answer = required(responses, 'ANSWER')
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')
  const step = await sendingTransaction(context, pool, async (tx): Promise<Step> => {
    const owner = await sessionOwner(tx, scope, 'SELECT_MFA_TYPE', text, username)
    if (owner.refused) return owner
    const { found, session } = owner
    const next = secondFactor(pool, found.user)
    const offered = next.what === 'choice' ? next.factors : next.what === 'code' ? [next.factor] : []
    const factor = offered.find((name) => factorNames[name] === answer)
    if (!factor) return { refused: errors.factorNotOffered() }
    closeSession(tx, context, scope, text, session)
    return askSecondFactor(tx, scope, found, { what: 'code', factor })
  })
  return answerStep(scope, step)
}

/**
 * Takes the answer to MFA_SETUP: an e-mail address for a user who has none, to which the code then goes. The member `EMAIL` is
 * what AWS's own client library sends.
 * @throws InvalidParameterException | NotAuthorizedException | AliasExistsException | PasswordResetRequiredException
 */
export async function takeFactorSetUp(scope: SignInScope, input: Answer): Promise<RespondToAuthChallengeResponse> {
  const { context, pool } = scope
  const responses = input.ChallengeResponses ?? {}
  const username = usernameOf(scope, responses)
  const email = required(responses, 'EMAIL')
  const text = input.Session
  if (!text) throw errors.missingParameter('Session')
  const step = await sendingTransaction(context, pool, async (tx): Promise<Step> => {
    const owner = await sessionOwner(tx, scope, 'MFA_SETUP', text, username)
    if (owner.refused) return owner
    const { found, session } = owner
    if (secondFactor(pool, found.user).what !== 'set-up') return { refused: errors.invalidSession() }
    const user = {
      ...found.user,
      attributes: { ...found.user.attributes, email, email_verified: 'false' },
      modifiedAt: context.environment.clock.now(),
    }
    checkAttributes(pool, undefined, user.attributes, 'create')
    await claimAliases(tx, pool, found.key, user, false)
    tx.put(users, [pool.id, found.key], user)
    closeSession(tx, context, scope, text, session)
    return askSecondFactor(tx, scope, { key: found.key, user }, { what: 'code', factor: 'email' })
  })
  return answerStep(scope, step)
}
