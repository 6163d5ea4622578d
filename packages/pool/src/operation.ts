import type { Call, Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/cognito-idp'
import { requireClient } from './clients/require-client.ts'
import { checkSecretHash } from './clients/secret-hash.ts'
import type { PoolContext } from './context.ts'
import type { ClientDoc, PoolDoc } from './pools/pool.ts'
import { requirePool } from './pools/require-pool.ts'
import { verifyAccessToken } from './tokens/verify-access-token.ts'
import type { FoundUser } from './users/find-user.ts'

/** An operation, once it is given what it works with. */
export type PoolOperation = (context: PoolContext) => Operation

type Name = keyof Operations
type Input<N extends Name> = Operations[N]['input']
type Output<N extends Name> = Operations[N]['output']

export interface Scope {
  context: PoolContext
  call: Call
}
export type PoolScope = Scope & { pool: PoolDoc }
export type ClientScope = PoolScope & { client: ClientDoc }
export type UserScope = ClientScope & { found: FoundUser; accessToken: { scopes: string[]; originJti: string } }

/** The plain door: neither pool nor client is resolved (CreateUserPool, ListUserPools). */
export function asOperator<N extends Name>(
  _name: N,
  work: (scope: Scope, input: Input<N>) => Promise<Output<N>>,
): PoolOperation {
  return (context) => (call, input) => work({ context, call }, input)
}

/** The administrator's door: signed, and names a pool by `UserPoolId`. */
export function asAdmin<N extends Name>(
  _name: N,
  work: (scope: PoolScope, input: Input<N>) => Promise<Output<N>>,
): PoolOperation {
  return (context) => async (call, input) => {
    const pool = await requirePool(context.store, call, (input as { UserPoolId: string }).UserPoolId)
    return work({ context, call, pool }, input)
  }
}

/**
 * The app client's door: public, and names a client by `ClientId`. `secretHashOf` says where this operation carries the
 * user name and the secret hash; by default the members `Username` and `SecretHash`.
 */
export function asClient<N extends Name>(
  _name: N,
  work: (scope: ClientScope, input: Input<N>) => Promise<Output<N>>,
  secretHashOf: (input: Input<N>) => { username: string | undefined; secretHash: string | undefined } | undefined = (
    input,
  ) => {
    const { Username, SecretHash } = input as { Username?: string; SecretHash?: string }
    return { username: Username, secretHash: SecretHash }
  },
): PoolOperation {
  return (context) => async (call, input) => {
    const { client, pool } = await requireClient(context.store, (input as { ClientId: string }).ClientId)
    const given = secretHashOf(input)
    if (given) checkSecretHash(context.vault, client, given.username, given.secretHash)
    return work({ context, call, pool, client }, input)
  }
}

/** The signed-in user's door: carries an access token, with `aws.cognito.signin.user.admin` among its scopes. */
export function asUser<N extends Name>(
  _name: N,
  work: (scope: UserScope, input: Input<N>) => Promise<Output<N>>,
): PoolOperation {
  return (context) => async (call, input) => {
    const verified = await verifyAccessToken(context, (input as { AccessToken: string }).AccessToken)
    return work({ context, call, ...verified }, input)
  }
}
