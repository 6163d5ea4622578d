import type { ServiceError } from '@herald/protocol'
import type { Reader, Transaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import { lockouts } from '../storage/collections.ts'

/** Wrong passwords, and wrong codes of a second factor, in a row. */
export interface LockoutDoc {
  wrong: number
  /** Only a right code begins this count anew: else who knows the password could guess codes without end. */
  wrongCodes?: number
  /** Milliseconds since 1970. */
  lockedUntil: number
  /** After a quiet time the count begins anew. */
  expiresAt: number
}

/** Milliseconds without a wrong password after which the count begins anew, as AWS documents. */
const QUIET = 15 * 60_000

export interface LockoutKey {
  poolId: string
  /** Of a user, or of a name that nobody has, so that locking does not tell the two apart. */
  userKey: string
}

const at = ({ poolId, userKey }: LockoutKey) => [poolId, userKey]

async function locked(reader: Reader, context: PoolContext, key: LockoutKey): Promise<boolean> {
  const kept = await reader.get(lockouts, at(key))
  return kept !== undefined && kept.lockedUntil > context.environment.clock.now()
}

/** Spares the arithmetic where sign-in is locked anyway. @throws NotAuthorizedException */
export async function refuseWhileLocked(context: PoolContext, key: LockoutKey): Promise<void> {
  if (await locked(context.store, context, key)) throw errors.passwordAttemptsExceeded()
}

/**
 * Takes the verdict on a password into account; `takeCodeVerdict` does the same for a code of a second factor, as AWS
 * documents. Verdicts on guesses made at the same time queue up here: once the count reaches the limit the rest learn only
 * that sign-in is locked, so guessing in parallel gains nothing. Each wrong password
 * from the fifth on locks for twice as long as the one before, beginning with a second; attempts while locked do not count.
 * AWS documents all of it.
 * @returns the refusal, to be thrown after the commit; undefined where the password was right.
 */
export async function takeVerdict(
  tx: Transaction,
  context: PoolContext,
  key: LockoutKey,
  right: boolean,
): Promise<ServiceError | undefined> {
  const kept = await counts(tx, context, key)
  if (kept.locked) return errors.passwordAttemptsExceeded()
  if (!right) {
    countWrong(tx, context, key, kept, 'wrong')
    return errors.wrongPassword()
  }
  if (kept.wrongCodes) tx.put(lockouts, at(key), { ...kept.doc, wrong: 0 })
  else if (kept.wrong) tx.delete(lockouts, at(key))
  return undefined
}

/** The verdict on a code of a second factor. @returns as `takeVerdict`. */
export async function takeCodeVerdict(
  tx: Transaction,
  context: PoolContext,
  key: LockoutKey,
  right: boolean,
): Promise<ServiceError | undefined> {
  const kept = await counts(tx, context, key)
  if (kept.locked) return errors.passwordAttemptsExceeded()
  if (!right) {
    countWrong(tx, context, key, kept, 'wrongCodes')
    return errors.wrongFactorCode()
  }
  if (kept.wrongCodes || kept.wrong) tx.delete(lockouts, at(key))
  return undefined
}

interface Counts {
  locked: boolean
  wrong: number
  wrongCodes: number
  doc: LockoutDoc
}

async function counts(tx: Transaction, context: PoolContext, key: LockoutKey): Promise<Counts> {
  const now = context.environment.clock.now()
  const kept = await tx.get(lockouts, at(key))
  const doc = kept && kept.expiresAt > now ? kept : { wrong: 0, lockedUntil: 0, expiresAt: 0 }
  const locked = kept !== undefined && kept.lockedUntil > now
  return { locked, wrong: doc.wrong, wrongCodes: doc.wrongCodes ?? 0, doc }
}

function countWrong(
  tx: Transaction,
  context: PoolContext,
  key: LockoutKey,
  kept: Counts,
  what: 'wrong' | 'wrongCodes',
): void {
  const now = context.environment.clock.now()
  const { wrongPasswordsBeforeLockout, longestLockout } = context.settings
  const count = kept[what] + 1
  const over = count - wrongPasswordsBeforeLockout
  const seconds = over < 0 ? 0 : Math.min(2 ** over, longestLockout)
  const until = { lockedUntil: now + seconds * 1000, expiresAt: now + QUIET }
  tx.put(lockouts, at(key), { ...kept.doc, [what]: count, ...until })
}
