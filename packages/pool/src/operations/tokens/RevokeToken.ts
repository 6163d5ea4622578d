import { secretVerdict } from '../../clients/check-client-secret.ts'
import { errors } from '../../errors.ts'
import { asOperator } from '../../operation.ts'
import { clients } from '../../storage/collections.ts'
import { endSignIn } from '../../tokens/ended-sign-ins.ts'
import { keptRefreshToken } from '../../tokens/refresh-tokens.ts'

/**
 * Revokes a refresh token, with the access tokens of its sign-in; the user's other sign-ins go on. A token that nobody knows
 * is as good as revoked, as the standard says.
 */
export const RevokeToken = asOperator('RevokeToken', async ({ context }, input) => {
  const client = await context.store.get(clients, [input.ClientId])
  if (!client || secretVerdict(context.vault, client, input.ClientSecret) !== 'right')
    throw errors.revocationUnauthorized()
  if (client.settings.EnableTokenRevocation === false) throw errors.revocationNotEnabled()
  if (input.Token.split('.').length === 3) throw errors.notARefreshToken()
  await context.store.transaction(async (tx) => {
    const signIn = await keptRefreshToken(tx, context, input.Token)
    if (!signIn) return
    if (signIn.clientId !== client.id) throw errors.revocationUnauthorized()
    endSignIn(tx, context, signIn)
  })
  return {}
})
