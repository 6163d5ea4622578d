import type { ServiceError } from '@herald/protocol'
import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { Route } from '../messages/route.ts'
import { needsSecondFactor } from '../mfa/factors.ts'
import { openSmsChallenge, smsChallengeParameters } from '../mfa/sms-challenge.ts'
import { issueTokens } from '../tokens/issue-tokens.ts'
import { type StartedSignIn, startSignIn } from '../tokens/refresh-tokens.ts'
import { postAuthentication } from '../triggers/authentication.ts'
import type { TokenSource } from '../triggers/token-generation.ts'
import type { FoundUser } from '../users/find-user.ts'
import { newPasswordParameters } from './new-password-parameters.ts'
import type { SignInScope } from './scope.ts'
import { newSessionText, openSession, passwordMark } from './sessions.ts'

/** Where a proof of who the user is leads: tokens, or one more challenge; `route` says where the code of an SMS_MFA went. */
export type Step =
  | { refused: ServiceError }
  | { refused?: undefined; found: FoundUser; signIn: StartedSignIn }
  | { refused?: undefined; found: FoundUser; session: string; route?: Route }

/** What comes after a right password, by the user's status; what it leads to is kept in the same transaction. */
export function afterPassword(tx: Transaction, scope: SignInScope, found: FoundUser): Step {
  const { context, pool, client } = scope
  const { user, key } = found
  if (!user.enabled) return { refused: errors.userDisabled() }
  switch (user.status) {
    case 'CONFIRMED':
      if (needsSecondFactor(pool, user)) return secondFactor(tx, scope, found)
      return { found, signIn: startSignIn(tx, context, { pool, client, found }) }
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
      return { found, session }
    }
    default:
      return { refused: errors.wrongPassword() }
  }
}

/** Who has no phone number is refused, as observed on pools whose only factor is SMS. */
function secondFactor(tx: Transaction, scope: SignInScope, found: FoundUser): Step {
  const challenge = openSmsChallenge(tx, scope, found)
  if (challenge) return { found, ...challenge }
  return { refused: scope.by.operation === 'InitiateAuth' ? errors.noFactorAtFirstStep() : errors.noFactor() }
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
  if ('session' in step) {
    return {
      ChallengeName: step.route ? 'SMS_MFA' : 'NEW_PASSWORD_REQUIRED',
      Session: step.session,
      ChallengeParameters: step.route
        ? smsChallengeParameters(step.route, found.user)
        : newPasswordParameters(pool, client, found.user),
    }
  }
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
