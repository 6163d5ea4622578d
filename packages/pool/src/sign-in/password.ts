import type { PoolContext } from '../context.ts'
import type { SrpVerifier } from '../cryptography/cryptography.ts'
import { WorkQueueFullError } from '../cryptography/index.ts'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import type { UserDoc } from '../users/user.ts'

type Owner = Pick<UserDoc, 'username' | 'sub'>

const sealContext = (pool: PoolDoc, user: Owner) => `${pool.id}/${user.sub}`

/** Stands in where there is no password to compare with, so that the work and its time stay the same. */
const nobody: SrpVerifier = { salt: '00112233445566778899aabbccddeeff', verifier: '02' }

/** @throws TooManyRequestsException where more work waits than can be done. */
export async function unlessBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof WorkQueueFullError ? errors.tooBusy() : error
  }
}

/** What is kept of a user's password. */
export function storedVerifier(
  { vault }: PoolContext,
  pool: PoolDoc,
  user: Owner & Pick<UserDoc, 'sealedPassword'>,
): SrpVerifier | undefined {
  if (user.sealedPassword === undefined) return undefined
  const sealed = vault.open('password', user.sealedPassword, sealContext(pool, user))
  return JSON.parse(sealed.toString()) as SrpVerifier
}

/**
 * Makes what is kept of a password: SRP salt and verifier, sealed. It computes in a worker thread, so call it outside of
 * transactions.
 * @returns the text for `UserDoc.sealedPassword`.
 */
export async function setPassword(context: PoolContext, pool: PoolDoc, user: Owner, password: string): Promise<string> {
  const verifier = await unlessBusy(context.cryptography.makeVerifier(pool.id, user.username, password))
  return context.vault.seal('password', JSON.stringify(verifier), sealContext(pool, user))
}

/** Whether this is the user's password. A user without one costs the same work, and the answer is no. */
export async function passwordMatches(
  context: PoolContext,
  pool: PoolDoc,
  user: Owner & Pick<UserDoc, 'sealedPassword'>,
  password: string,
): Promise<boolean> {
  const verifier = storedVerifier(context, pool, user)
  if (!verifier) return matchNobody(context, pool, user.username, password)
  return unlessBusy(context.cryptography.checkPassword(pool.id, user.username, password, verifier))
}

/** The same work for a user who does not exist. @returns false. */
export async function matchNobody(
  context: PoolContext,
  pool: PoolDoc,
  username: string,
  password: string,
): Promise<false> {
  await unlessBusy(context.cryptography.checkPassword(pool.id, username, password, nobody))
  return false
}
