import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import type { ClientScope } from '../operation.ts'
import { users } from '../storage/collections.ts'
import type { FoundUser } from '../users/find-user.ts'
import { findSignIn } from './refresh-tokens.ts'
import type { RefreshTokenDoc } from './token.ts'

/**
 * The sign-in of a refresh token, with its user.
 * @throws NotAuthorizedException, and what `rotatedOut` gives.
 */
export async function findRenewable(
  reader: Reader,
  { context, pool, client }: ClientScope,
  token: string,
  rotatedOut?: () => Error,
): Promise<{ signIn: RefreshTokenDoc; found: FoundUser }> {
  const signIn = await findSignIn(reader, context, client, token, rotatedOut)
  const user = await reader.get(users, [pool.id, signIn.userKey])
  if (!user || user.sub !== signIn.sub) throw errors.invalidRefreshToken()
  return { signIn, found: { key: signIn.userKey, user } }
}
