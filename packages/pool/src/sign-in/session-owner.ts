import type { ServiceError } from '@herald/protocol'
import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import type { SignInScope } from './scope.ts'
import type { SessionDoc } from './session.ts'
import { findSession, passwordMark } from './sessions.ts'

export type SessionOwner = { refused: ServiceError } | { refused?: undefined; session: SessionDoc; found: FoundUser }

/** Whose session this is, as long as the user may still sign in by what they proved when it began. */
export async function sessionOwner(
  reader: Reader,
  scope: SignInScope,
  challenge: SessionDoc['challenge'],
  text: string,
  username: string,
): Promise<SessionOwner> {
  const { context, pool } = scope
  const kept = await findSession(reader, context, scope, challenge, text)
  if (!kept.session) return kept
  const { session } = kept
  const found = await findUser(reader, pool, username)
  if (!found || found.key !== session.userKey || found.user.sub !== session.sub) {
    return { refused: errors.invalidSession() }
  }
  const { user } = found
  if (!user.enabled) return { refused: errors.userDisabled() }
  if (user.status === 'RESET_REQUIRED') return { refused: errors.passwordResetRequired() }
  if (user.status !== 'CONFIRMED' || passwordMark(context, user) !== session.passwordMark) {
    return { refused: errors.invalidSession() }
  }
  return { session, found }
}
