import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { takeChosenFactor, takeFactorSetUp } from '../mfa/second-factor.ts'
import { takeCode } from '../mfa/take-code.ts'
import type { ClientScope } from '../operation.ts'
import { takeNewPassword } from './new-password.ts'
import { furtherStep } from './scope.ts'
import { verifySrp } from './srp-sign-in.ts'
import { takeFirstFactor } from './take-first-factor.ts'

/**
 * Goes on with a sign-in.
 * @param by which operation answers.
 * @throws InvalidParameterException for a challenge that is not built, besides what the challenge's own answer throws.
 */
export async function respondToChallenge(
  given: ClientScope,
  by: 'public' | 'administrator',
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeName' | 'ChallengeResponses' | 'Session' | 'ClientMetadata'>,
): Promise<RespondToAuthChallengeResponse> {
  const operation = by === 'public' ? 'RespondToAuthChallenge' : 'AdminRespondToAuthChallenge'
  const scope = furtherStep(given, operation, input)
  switch (input.ChallengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return takeNewPassword(scope, input)
    case 'PASSWORD_VERIFIER':
      return verifySrp(scope, input.ChallengeResponses ?? {})
    case 'SMS_MFA':
    case 'EMAIL_OTP':
    case 'SMS_OTP':
      return takeCode(scope, input.ChallengeName, input)
    case 'SELECT_MFA_TYPE':
      return takeChosenFactor(scope, input)
    case 'SELECT_CHALLENGE':
    case 'PASSWORD':
    case 'PASSWORD_SRP':
      return takeFirstFactor(scope, input.ChallengeName, input)
    case 'MFA_SETUP':
      return takeFactorSetUp(scope, input)
    default:
      throw errors.notBuilt(`The challenge ${input.ChallengeName}`)
  }
}
