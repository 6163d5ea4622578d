import type { ServiceError } from '@herald/protocol'
import type { Reader, Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { sessions } from '../storage/collections.ts'
import type { UserDoc } from '../users/user.ts'
import type { SessionDoc } from './session.ts'

/** AWS documents 20 to 2,048 characters; the text is opaque. */
const TEXT_BYTES = 48
/** Minutes; documented by AWS. */
const DEFAULT_VALIDITY = 3

interface Place {
  pool: PoolDoc
  client: ClientDoc
}

const keyOf = (context: PoolContext, pool: PoolDoc, text: string) =>
  [pool.id, context.vault.mac('session', text)] as const

/** Marks a password without telling anything of it. */
export function passwordMark(context: PoolContext, user: Pick<UserDoc, 'sealedPassword'> | undefined): string {
  return context.vault.mac('session-password', user?.sealedPassword ?? '')
}

/** A text that names a session; only its keyed hash is kept. */
export function newSessionText(context: PoolContext, encoding: 'base64' | 'base64url' = 'base64url'): string {
  return context.environment.random.bytes(TEXT_BYTES).toString(encoding)
}

/** When a session that begins now ends (milliseconds): after the client's AuthSessionValidity. */
export function sessionEnd(context: PoolContext, client: ClientDoc): number {
  return context.environment.clock.now() + (client.settings.AuthSessionValidity ?? DEFAULT_VALIDITY) * 60_000
}

/**
 * Keeps a session for as long as the client's AuthSessionValidity says.
 * @returns its keyed hash, by which it is found in the pool.
 */
export function openSession(
  tx: Transaction,
  context: PoolContext,
  { pool, client }: Place,
  text: string,
  content: Pick<SessionDoc, 'userKey' | 'sub' | 'challenge' | 'first' | 'passwordMark' | 'sealedState' | 'code'>,
): string {
  const now = context.environment.clock.now()
  const [poolId, hash] = keyOf(context, pool, text)
  tx.insert(sessions, [poolId, hash], {
    poolId: pool.id,
    clientId: client.id,
    ...content,
    createdAt: now,
    expiresAt: sessionEnd(context, client),
  })
  return hash
}

/** The session of this text, as long as it is good for this client and challenge; else why it is not. */
export async function findSession(
  reader: Reader,
  context: PoolContext,
  { pool, client }: Place,
  challenge: SessionDoc['challenge'],
  text: string,
): Promise<{ session: SessionDoc } | { session?: undefined; refused: ServiceError }> {
  const session = await reader.get(sessions, keyOf(context, pool, text))
  if (!session || session.clientId !== client.id || session.challenge !== challenge) {
    return { refused: errors.invalidSession() }
  }
  if (session.usedAt !== undefined) return { refused: errors.sessionUsed() }
  if (session.expiresAt <= context.environment.clock.now()) return { refused: errors.sessionExpired() }
  return { session }
}

/**
 * Ends the session of a step in the transaction of the next one.
 * @returns why it is not good any more.
 */
export type TakeSession = (tx: Transaction) => Promise<ServiceError | undefined>

/** From here on the session is refused as used. */
export function closeSession(
  tx: Transaction,
  context: PoolContext,
  { pool }: Pick<Place, 'pool'>,
  text: string,
  session: SessionDoc,
): void {
  const { sealedState: _state, code: _code, ...rest } = session
  tx.put(sessions, keyOf(context, pool, text), { ...rest, usedAt: context.environment.clock.now() })
}
