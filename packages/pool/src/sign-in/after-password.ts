import type { ServiceError } from '@herald/protocol'
import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { ClientScope } from '../operation.ts'
import { issueTokens } from '../tokens/issue-tokens.ts'
import { type StartedSignIn, startSignIn } from '../tokens/refresh-tokens.ts'
import type { FoundUser } from '../users/find-user.ts'
import { newPasswordParameters } from './new-password-parameters.ts'
import { newSessionText, openSession, passwordMark } from './sessions.ts'

/** Where a right password leads. */
export type Step =
  | { refused: ServiceError }
  | { refused?: undefined; found: FoundUser; signIn: StartedSignIn }
  | { refused?: undefined; found: FoundUser; session: string }

/** What comes after a right password, by the user's status; what it leads to is kept in the same transaction. */
export function afterPassword(tx: Transaction, scope: ClientScope, found: FoundUser): Step {
  const { context, pool, client } = scope
  const { user, key } = found
  if (!user.enabled) return { refused: errors.userDisabled() }
  switch (user.status) {
    case 'CONFIRMED':
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

/** The answer to a step: tokens, or the demand of a new password. @throws ServiceError as the step refuses. */
export async function answerStep(scope: ClientScope, step: Step): Promise<InitiateAuthResponse> {
  if (step.refused) throw step.refused
  const { context, call, pool, client } = scope
  const { found } = step
  if ('session' in step) {
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: step.session,
      ChallengeParameters: newPasswordParameters(pool, client, found.user),
    }
  }
  const AuthenticationResult = await issueTokens(context, {
    pool,
    client,
    found,
    signIn: step.signIn.doc,
    refreshToken: step.signIn.refreshToken,
    endpoint: call.endpoint,
    eventId: call.requestId,
  })
  return { ChallengeParameters: {}, AuthenticationResult }
}
