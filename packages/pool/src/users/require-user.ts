import type { Reader } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { type FoundUser, findUser } from './find-user.ts'

/** @throws UserNotFoundException */
export async function requireUser(reader: Reader, pool: PoolDoc, username: string): Promise<FoundUser> {
  const found = await findUser(reader, pool, username)
  if (!found) throw errors.userNotFound()
  return found
}
