import type { ServiceError } from '@herald/protocol'
import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import { secondFactor } from '../mfa/factors.ts'
import { askSecondFactor } from '../mfa/second-factor.ts'
import { assessSignIn } from '../threats/assess.ts'
import { issueTokens } from '../tokens/issue-tokens.ts'
import { type StartedSignIn, startSignIn } from '../tokens/refresh-tokens.ts'
import { postAuthentication } from '../triggers/authentication.ts'
import type { TokenSource } from '../triggers/token-generation.ts'
import type { FoundUser } from '../users/find-user.ts'
import { newPasswordParameters } from './new-password-parameters.ts'
import type { Question } from './question.ts'
import type { SignInScope } from './scope.ts'
import { newSessionText, openSession, passwordMark } from './sessions.ts'

/** Where a proof of who the user is leads: tokens, or one more challenge. */
export type Step =
  | { refused: ServiceError }
  | { refused?: undefined; found: FoundUser; signIn: StartedSignIn }
  | { refused?: undefined; found: FoundUser; question: Question }

/** What comes after a right password, by the user's status; what it leads to is kept in the same transaction. */
export async function afterPassword(tx: Transaction, scope: SignInScope, found: FoundUser): Promise<Step> {
  const { context, pool, client } = scope
  const { user, key } = found
  if (!user.enabled) return { refused: errors.userDisabled() }
  switch (user.status) {
    case 'CONFIRMED': {
      const refused = await assessSignIn(tx, scope, found)
      if (refused) return { refused }
      const next = secondFactor(pool, user)
      if (next.what !== 'nothing') return askSecondFactor(tx, scope, found, next)
      return { found, signIn: startSignIn(tx, context, { pool, client, found }) }
    }
    case 'UNCONFIRMED':
      return { refused: errors.userNotConfirmed() }
    case 'RESET_REQUIRED':
      return { refused: errors.passwordResetRequired() }
    case 'FORCE_CHANGE_PASSWORD': {
      const expiry = user.temporaryPasswordExpiresAt
      if (expiry !== undefined && expiry <= context.environment.clock.now()) {
        return { refused: errors.temporaryPasswordExpired() }
      }
      const session = newSessionText(context)
      const mark = passwordMark(context, user)
      openSession(tx, context, scope, session, {
        userKey: key,
        sub: user.sub,
        challenge: 'NEW_PASSWORD_REQUIRED',
        passwordMark: mark,
      })
      const parameters = newPasswordParameters(pool, client, user)
      return { found, question: { challenge: 'NEW_PASSWORD_REQUIRED', session, parameters } }
    }
    default:
      return { refused: errors.wrongPassword() }
  }
}

/** A challenge as the client gets it. */
export function asked({ challenge, session, parameters, available }: Question): InitiateAuthResponse {
  return {
    ChallengeName: challenge,
    Session: session,
    ChallengeParameters: parameters,
    ...(available ? { AvailableChallenges: available } : {}),
  }
}

/**
 * The answer to a step: tokens, or the next challenge.
 * @param source what tokens are made for.
 * @throws ServiceError as the step refuses, and as the pool's functions do.
 */
export async function answerStep(
  scope: SignInScope,
  step: Step,
  source: TokenSource = 'Authentication',
): Promise<InitiateAuthResponse> {
  if (step.refused) throw step.refused
  const { context, call, pool, client, by } = scope
  const { found } = step
  if ('question' in step) return asked(step.question)
  await postAuthentication(scope, found.user)
  const AuthenticationResult = await issueTokens(context, {
    pool,
    client,
    found,
    signIn: step.signIn.doc,
    refreshToken: step.signIn.refreshToken,
    call,
    source,
    clientMetadata: by.senderMetadata,
  })
  return { ChallengeParameters: {}, AuthenticationResult }
}
