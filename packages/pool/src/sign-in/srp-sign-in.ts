import { timingSafeEqual } from 'node:crypto'
import type { InitiateAuthResponse } from '@herald/protocol/cognito-idp'
import { hidesMissingUsers } from '../clients/hides-missing-users.ts'
import { claimSignature, isPublicValue } from '../cryptography/srp.ts'
import { errors } from '../errors.ts'
import { sendingTransaction } from '../messages/sending-transaction.ts'
import { users } from '../storage/collections.ts'
import { preAuthentication } from '../triggers/authentication.ts'
import { type FoundUser, findUser } from '../users/find-user.ts'
import { asCompared, userKeyOf } from '../users/user-key.ts'
import { afterPassword, answerStep, type Step } from './after-password.ts'
import { refuseWhileLocked, takeVerdict } from './lockout.ts'
import { type Parameters, required, usernameOf } from './parameters.ts'
import { storedVerifier, unlessBusy } from './password.ts'
import type { SignInScope } from './scope.ts'
import type { SessionDoc } from './session.ts'
import { closeSession, findSession, newSessionText, openSession, passwordMark, type TakeSession } from './sessions.ts'
import { srpNobody } from './srp-nobody.ts'

const SECRET_BYTES = 32

/** What the second step needs of the first. */
interface SrpState {
  /** As the client named the user. */
  username: string
  userId: string
  clientValue: string
  serverValue: string
  serverSecret: string
  verifier: string
}

/**
 * USER_SRP_AUTH: the password is proved and never sent. A name that nobody has is given a stable salt and id, where the
 * client hides who exists.
 * @throws NotAuthorizedException | UserNotFoundException | PasswordResetRequiredException | InvalidParameterException
 */
export async function startSrp(scope: SignInScope, parameters: Parameters): Promise<InitiateAuthResponse> {
  const { context, pool, client } = scope
  const username = usernameOf(scope, parameters)
  const clientValue = publicValue(required(parameters, 'SRP_A'))
  const found = await findUser(context.store, pool, username)
  if (!found && !hidesMissingUsers(client)) throw errors.userNotFound()
  await preAuthentication(scope, username, found?.user)
  if (found?.user.enabled && found.user.status === 'RESET_REQUIRED') throw errors.passwordResetRequired()
  return openSrp(scope, { username, found }, clientValue)
}

/** @throws InvalidParameterException */
function publicValue(text: string): string {
  if (!isPublicValue(text)) throw errors.invalidParameter('Illegal SRP_A.')
  return text
}

/**
 * The same once it is known who wants to sign in.
 * @param taken ends the session that led here.
 */
export async function openSrp(
  scope: SignInScope,
  { username, found }: { username: string; found: FoundUser | undefined },
  given: string,
  taken?: TakeSession,
): Promise<InitiateAuthResponse> {
  const { context, pool } = scope
  const clientValue = publicValue(given)
  const userKey = found?.key ?? userKeyOf(pool, username)
  await refuseWhileLocked(context, { poolId: pool.id, userKey })

  const nobody = srpNobody(context, pool, userKey, found?.user.username ?? username)
  const known = found && storedVerifier(context, pool, found.user)
  const { salt, verifier } = known ?? nobody
  const userId = found?.user.username ?? nobody.userId
  const serverSecret = context.environment.random.bytes(SECRET_BYTES).toString('hex')
  const serverValue = await unlessBusy(context.cryptography.srpPublicValue(verifier, serverSecret))
  const state: SrpState = { username, userId, clientValue, serverValue, serverSecret, verifier }
  const secretBlock = newSessionText(context, 'base64')
  const refused = await context.store.transaction(async (tx) => {
    const late = await taken?.(tx)
    if (late) return late
    openSession(tx, context, scope, secretBlock, {
      userKey,
      ...(known ? { sub: found.user.sub } : {}),
      challenge: 'PASSWORD_VERIFIER',
      passwordMark: passwordMark(context, found?.user),
      sealedState: context.vault.seal('session', JSON.stringify(state), pool.id),
    })
    return undefined
  })
  if (refused) throw refused
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: serverValue,
      USERNAME: userId,
      USER_ID_FOR_SRP: userId,
    },
  }
}

/**
 * PASSWORD_VERIFIER: takes the proof. One try per challenge: a wrong proof ends it, and counts as a wrong password.
 * @throws NotAuthorizedException | UserNotConfirmedException
 */
export async function verifySrp(scope: SignInScope, responses: Parameters): Promise<InitiateAuthResponse> {
  const { context, pool } = scope
  const username = usernameOf(scope, responses)
  const secretBlock = required(responses, 'PASSWORD_CLAIM_SECRET_BLOCK')
  const before = await findSession(context.store, context, scope, 'PASSWORD_VERIFIER', secretBlock)
  if (!before.session) throw before.refused
  const state = stateOf(scope, before.session)
  if (![state.username, state.userId].some((name) => asCompared(pool, name) === asCompared(pool, username))) {
    throw errors.invalidSession()
  }
  const key = { poolId: pool.id, userKey: before.session.userKey }
  await refuseWhileLocked(context, key)
  const proved = await isProof(scope, state, secretBlock, responses)

  const step = await sendingTransaction(context, pool, async (tx): Promise<Step> => {
    const now = await findSession(tx, context, scope, 'PASSWORD_VERIFIER', secretBlock)
    if (!now.session) return now
    const { session } = now
    const user = await tx.get(users, [pool.id, session.userKey])
    const same = user !== undefined && user.sub === session.sub && passwordMark(context, user) === session.passwordMark
    closeSession(tx, context, scope, secretBlock, session)
    const refused = await takeVerdict(tx, context, key, proved && same)
    if (refused || !user) return { refused: refused ?? errors.wrongPassword() }
    return afterPassword(tx, scope, { key: session.userKey, user })
  })
  return answerStep(scope, step)
}

function stateOf({ context, pool }: SignInScope, session: SessionDoc): SrpState {
  return JSON.parse(context.vault.open('session', session.sealedState ?? '', pool.id).toString()) as SrpState
}

async function isProof(
  { context, pool }: SignInScope,
  state: SrpState,
  secretBlock: string,
  responses: Parameters,
): Promise<boolean> {
  const timestamp = required(responses, 'TIMESTAMP')
  const given = Buffer.from(required(responses, 'PASSWORD_CLAIM_SIGNATURE'), 'base64')
  let key: string
  try {
    key = await unlessBusy(context.cryptography.srpExchangedKey(state))
  } catch (error) {
    // A value of the client that is not of the group proves nothing.
    if (error instanceof Error && error.name === 'Error') return false
    throw error
  }
  const wanted = claimSignature(key, pool.id, state.userId, Buffer.from(secretBlock, 'base64'), timestamp)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
