import type { Reader } from '@herald/storage'
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
    const renewable = async (reader: Reader) => {
      const { signIn, found } = await findRenewable(reader, scope, input.RefreshToken, errors.refreshTokenReused)
      if (!found.user.enabled) throw errors.userDisabled()
      // The model lacks PasswordResetRequiredException here.
      if (found.user.status === 'RESET_REQUIRED') throw errors.invalidRefreshToken()
      return { signIn, found }
    }
    // The token is exchanged once the new ones are made: a function of the pool's that fails must not cost the caller theirs.
    const tokens = await issueTokens(context, {
      pool,
      client,
      ...(await renewable(context.store)),
      call,
      source: 'RefreshTokens',
      clientMetadata: input.ClientMetadata,
    })
    const refreshToken = await context.store.transaction(async (tx) => {
      const { signIn } = await renewable(tx)
      return rotates ? rotateRefreshToken(tx, context, client, input.RefreshToken, signIn) : undefined
    })
    return {
      AuthenticationResult: { ...tokens, ...(refreshToken === undefined ? {} : { RefreshToken: refreshToken }) },
    }
  },
  () => undefined,
)
