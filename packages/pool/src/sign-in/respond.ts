import type { RespondToAuthChallengeRequest, RespondToAuthChallengeResponse } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import type { ClientScope } from '../operation.ts'
import { refuseMissingFactor } from './initiate.ts'
import { takeNewPassword } from './new-password.ts'
import { verifySrp } from './srp-sign-in.ts'

/**
 * Goes on with a sign-in.
 * @throws InvalidParameterException for a challenge that is not built, besides what the challenge's own answer throws.
 */
export async function respondToChallenge(
  scope: ClientScope,
  input: Pick<RespondToAuthChallengeRequest, 'ChallengeName' | 'ChallengeResponses' | 'Session'>,
): Promise<RespondToAuthChallengeResponse> {
  refuseMissingFactor(scope)
  switch (input.ChallengeName) {
    case 'NEW_PASSWORD_REQUIRED':
      return takeNewPassword(scope, input)
    case 'PASSWORD_VERIFIER':
      return verifySrp(scope, input.ChallengeResponses ?? {})
    default:
      throw errors.notBuilt(`The challenge ${input.ChallengeName}`)
  }
}
