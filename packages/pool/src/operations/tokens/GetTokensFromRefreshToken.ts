import { secretVerdict } from '../../clients/check-client-secret.ts'
import { errors } from '../../errors.ts'
import { asClient } from '../../operation.ts'
import { issueTokens } from '../../tokens/issue-tokens.ts'
import { rotateRefreshToken } from '../../tokens/refresh-tokens.ts'
import { findRenewable } from '../../tokens/renewable.ts'

/** New tokens of the same sign-in; where the client rotates refresh tokens, a new one of those too. */
export const GetTokensFromRefreshToken = asClient(
  'GetTokensFromRefreshToken',
  async (scope, input) => {
    const { context, call, pool, client } = scope
    const verdict = secretVerdict(context.vault, client, input.ClientSecret)
    if (verdict === 'missing') throw errors.clientSecretMissing(client.id)
    if (verdict === 'wrong') throw errors.clientSecretWrong(client.id)
    const rotates = client.settings.RefreshTokenRotation?.Feature === 'ENABLED'
    const renewed = await context.store.transaction(async (tx) => {
      const { signIn, found } = await findRenewable(tx, scope, input.RefreshToken, errors.refreshTokenReused)
      if (!found.user.enabled) throw errors.userDisabled()
      // The model lacks PasswordResetRequiredException here.
      if (found.user.status === 'RESET_REQUIRED') throw errors.invalidRefreshToken()
      if (!rotates) return { signIn, found }
      return { signIn, found, refreshToken: rotateRefreshToken(tx, context, client, input.RefreshToken, signIn) }
    })
    const AuthenticationResult = await issueTokens(context, {
      pool,
      client,
      ...renewed,
      endpoint: call.endpoint,
      eventId: call.requestId,
    })
    return { AuthenticationResult }
  },
  () => undefined,
)
