import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import { checkSecretHash } from '../clients/secret-hash.ts'
import { errors } from '../errors.ts'
import { issueTokens } from '../tokens/issue-tokens.ts'
import { findRenewable } from '../tokens/renewable.ts'
import { type Parameters, required } from './parameters.ts'
import type { SignInScope } from './scope.ts'

/**
 * REFRESH_TOKEN_AUTH: new tokens of the same sign-in, with the time and origin it began with. The refresh token stays, and
 * is not answered again, as AWS documents. A client with refresh token rotation cannot use it.
 * @throws NotAuthorizedException | PasswordResetRequiredException | InvalidParameterException
 */
export async function renewTokens(scope: SignInScope, parameters: Parameters): Promise<InitiateAuthResponse> {
  const { context, call, pool, client, by } = scope
  if (client.settings.RefreshTokenRotation?.Feature === 'ENABLED') throw errors.rotationNeedsItsOperation()
  const token = required(parameters, 'REFRESH_TOKEN')
  const { signIn, found } = await findRenewable(context.store, scope, token)
  const { user } = found
  // AWS documents that this hash is over the user's own name, whatever the user signed in by.
  checkSecretHash(context.vault, client, user.username, parameters.SECRET_HASH)
  if (!user.enabled) throw errors.userDisabled()
  if (user.status === 'RESET_REQUIRED') throw errors.passwordResetRequired()
  const AuthenticationResult = await issueTokens(context, {
    pool,
    client,
    found,
    signIn,
    call,
    source: 'RefreshTokens',
    clientMetadata: by.senderMetadata,
  })
  return { ChallengeParameters: {}, AuthenticationResult }
}
