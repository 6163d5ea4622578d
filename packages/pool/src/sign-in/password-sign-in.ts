import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import { hidesMissingUsers } from '../clients/hides-missing-users.ts'
import { errors } from '../errors.ts'
import { sendingTransaction } from '../messages/sending-transaction.ts'
import { users } from '../storage/collections.ts'
import { preAuthentication } from '../triggers/authentication.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import { userKeyOf } from '../users/user-key.ts'
import { afterPassword, answerStep, type Step } from './after-password.ts'
import { refuseWhileLocked, takeVerdict } from './lockout.ts'
import { type Parameters, required, usernameOf } from './parameters.ts'
import { matchNobody, passwordMatches } from './password.ts'
import type { SignInScope } from './scope.ts'
import type { TakeSession } from './sessions.ts'

/** A password that changes while it is compared is compared again, this often. */
const MOST_COMPARISONS = 3

/**
 * USER_PASSWORD_AUTH and its administrator's form: user name and password come as they are.
 * @throws NotAuthorizedException | UserNotFoundException | UserNotConfirmedException | PasswordResetRequiredException
 */
export async function signInWithPassword(scope: SignInScope, parameters: Parameters): Promise<InitiateAuthResponse> {
  const username = usernameOf(scope, parameters)
  const password = required(parameters, 'PASSWORD')
  const found = await findUser(scope.context.store, scope.pool, username)
  if (!found && !hidesMissingUsers(scope.client)) throw errors.userNotFound()
  await preAuthentication(scope, username, found?.user)
  return signInByPassword(scope, { username, found }, password)
}

/**
 * The same once it is known who wants to sign in.
 * @param taken ends the session that led here, with the right password.
 */
export async function signInByPassword(
  scope: SignInScope,
  { username, found }: { username: string; found: FoundUser | undefined },
  password: string,
  taken?: TakeSession,
): Promise<InitiateAuthResponse> {
  if (!found) return refuseNobody(scope, username, password)
  return answerStep(scope, await tryPassword(scope, found, password, taken))
}

async function tryPassword(
  scope: SignInScope,
  before: FoundUser,
  password: string,
  taken: TakeSession | undefined,
): Promise<Step> {
  const { context, pool } = scope
  const key = { poolId: pool.id, userKey: before.key }
  let { user } = before
  for (let i = 0; i < MOST_COMPARISONS; i++) {
    // No password is good until it is reset, so none is compared.
    if (user.enabled && user.status === 'RESET_REQUIRED') return { refused: errors.passwordResetRequired() }
    await refuseWhileLocked(context, key)
    const compared = user.sealedPassword
    const right = await passwordMatches(context, pool, user, password)
    const step = await sendingTransaction(context, pool, async (tx): Promise<Step | 'changed'> => {
      const now = await tx.get(users, [pool.id, before.key])
      if (!now || now.sub !== before.user.sub) return { refused: errors.wrongPassword() }
      if (now.sealedPassword !== compared) {
        user = now
        return 'changed'
      }
      const refused = await takeVerdict(tx, context, key, right)
      const late = refused ?? (await taken?.(tx))
      return late ? { refused: late } : afterPassword(tx, scope, { key: before.key, user: now })
    })
    if (step !== 'changed') return step
  }
  return { refused: errors.wrongPassword() }
}

/** Where the client hides who exists, a name that nobody has costs, counts and answers as any other. */
async function refuseNobody({ context, pool }: SignInScope, username: string, password: string): Promise<never> {
  const key = { poolId: pool.id, userKey: userKeyOf(pool, username) }
  await refuseWhileLocked(context, key)
  await matchNobody(context, pool, username, password)
  const refused = await context.store.transaction((tx) => takeVerdict(tx, context, key, false))
  throw refused ?? errors.wrongPassword()
}
