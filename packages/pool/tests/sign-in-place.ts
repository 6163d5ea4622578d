import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Pools, startPools } from './compose.ts'

export const PASSWORD = 'Right-passw0rd'

export interface SignInPlace extends AsyncDisposable {
  pools: Pools
  cognito: CognitoIdentityProviderClient
  poolId: string
  clientId: string
  clientSecret: string | undefined
  newClient(settings?: Partial<CreateUserPoolClientCommandInput>): Promise<{ clientId: string; secret?: string }>
  /** With a password of their own, or, with `temporary`, as AdminCreateUser leaves them. */
  addUser(username: string, options?: { temporary?: boolean; attributes?: Record<string, string> }): Promise<void>
  /** USER_PASSWORD_AUTH. */
  signIn(
    username: string,
    password?: string,
    clientId?: string,
  ): Promise<import('@aws-sdk/client-cognito-identity-provider').InitiateAuthCommandOutput>
}

export async function signInPlace(
  options: {
    pool?: Partial<CreateUserPoolCommandInput>
    client?: Partial<CreateUserPoolClientCommandInput>
    settings?: Parameters<typeof startPools>[0]
  } = {},
): Promise<SignInPlace> {
  const pools = await startPools(options.settings)
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'sign-in', ...options.pool }))
  const poolId = UserPool!.Id!
  async function newClient(settings: Partial<CreateUserPoolClientCommandInput> = {}) {
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({
        UserPoolId: poolId,
        ClientName: 'app',
        ExplicitAuthFlows: [
          'ALLOW_USER_PASSWORD_AUTH',
          'ALLOW_ADMIN_USER_PASSWORD_AUTH',
          'ALLOW_USER_SRP_AUTH',
          'ALLOW_REFRESH_TOKEN_AUTH',
        ],
        ...settings,
      }),
    )
    const secret = UserPoolClient!.ClientSecret
    return { clientId: UserPoolClient!.ClientId!, ...(secret === undefined ? {} : { secret }) }
  }
  const client = await newClient(options.client)
  return {
    pools,
    cognito,
    poolId,
    clientId: client.clientId,
    clientSecret: client.secret,
    newClient,
    async addUser(username, { temporary = false, attributes = {} } = {}) {
      const UserAttributes: AttributeType[] = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
      const user = { UserPoolId: poolId, Username: username }
      await cognito.send(
        new AdminCreateUserCommand({
          ...user,
          MessageAction: 'SUPPRESS',
          UserAttributes,
          ...(temporary ? { TemporaryPassword: PASSWORD } : {}),
        }),
      )
      if (!temporary) {
        await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }))
      }
    },
    signIn: (username, password = PASSWORD, clientId = client.clientId) =>
      cognito.send(
        new InitiateAuthCommand({
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId: clientId,
          AuthParameters: { USERNAME: username, PASSWORD: password },
        }),
      ),
    [Symbol.asyncDispose]: () => pools[Symbol.asyncDispose](),
  }
}
