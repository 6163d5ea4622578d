import type { UserPoolClientType } from '@herald/protocol/cognito-idp'
import type { Vault } from '@herald/storage'
import type { ClientDoc } from '../pools/pool.ts'
import { clientSecret } from './client-secret.ts'

/** An app client as its operations answer it, with its secret, as on AWS. */
export function describedClient(vault: Vault, client: ClientDoc): UserPoolClientType {
  const secret = clientSecret(vault, client)
  return {
    UserPoolId: client.poolId,
    ClientId: client.id,
    ...(secret === undefined ? {} : { ClientSecret: secret }),
    ...client.settings,
    LastModifiedDate: new Date(client.modifiedAt),
    CreationDate: new Date(client.createdAt),
  }
}
