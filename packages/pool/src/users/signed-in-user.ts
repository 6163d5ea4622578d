import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { UserScope } from '../operation.ts'
import { users } from '../storage/collections.ts'
import type { FoundUser } from './find-user.ts'

/**
 * The user of an access token as the transaction finds them, who may have been disabled, reset or deleted since it was issued.
 * @throws UserNotFoundException | NotAuthorizedException | PasswordResetRequiredException | UserNotConfirmedException
 */
export async function signedInUser(
  tx: Transaction,
  { pool, found }: Pick<UserScope, 'pool' | 'found'>,
): Promise<FoundUser> {
  const user = await tx.get(users, [pool.id, found.key])
  if (!user || user.sub !== found.user.sub) throw errors.userNotFound()
  if (!user.enabled) throw errors.userDisabled()
  if (user.status === 'RESET_REQUIRED') throw errors.passwordResetRequired()
  if (user.status === 'UNCONFIRMED') throw errors.userNotConfirmed()
  return { key: found.key, user }
}
