import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import type { Options } from '../options.ts'
import { loadPeer } from '../stores/load-peer.ts'

const packageName = '@aws-sdk/client-cognito-identity-provider'

/**
 * Reads a user's attributes by AdminGetUser, with a client for each region that is made when it is first needed.
 * @returns undefined for a user who is not there any more.
 */
export function lookUpUserBySdk(): NonNullable<Options['lookUpUser']> {
  const clients = new Map<string, CognitoIdentityProviderClient>()
  return async ({ region, poolId, userName }, abortSignal) => {
    const sdk = await loadPeer(
      packageName,
      'A takeover notification',
      () => import('@aws-sdk/client-cognito-identity-provider'),
    )
    const client = clients.get(region) ?? new sdk.CognitoIdentityProviderClient({ region })
    clients.set(region, client)
    try {
      const command = new sdk.AdminGetUserCommand({ UserPoolId: poolId, Username: userName })
      const { UserAttributes = [] } = await client.send(command, { abortSignal })
      return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name!, Value ?? '']))
    } catch (error) {
      if (error instanceof sdk.UserNotFoundException) return undefined
      throw error
    }
  }
}
