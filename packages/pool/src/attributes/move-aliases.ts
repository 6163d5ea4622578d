import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { aliases } from '../storage/collections.ts'
import { aliasesOf, claimAliases } from '../users/aliases.ts'
import type { UserDoc } from '../users/user.ts'
import { type AliasKind, aliasKey } from '../users/user-key.ts'

interface Name {
  kind: AliasKind
  value: string
}

/**
 * Lets a user sign in by what their attributes say from now on, and no more by what they said before.
 * @param force an address that is another's alias moves here, and counts as unverified there.
 * @throws AliasExistsException
 */
export async function moveAliases(
  tx: Transaction,
  pool: PoolDoc,
  userKey: string,
  before: UserDoc,
  after: UserDoc,
  force: boolean,
): Promise<void> {
  const keyOf = ({ kind, value }: Name) => aliasKey(pool, kind, value)
  const kept = new Set(namesOf(pool, after).map((name) => keyOf(name).join('\n')))
  for (const name of namesOf(pool, before)) {
    if (kept.has(keyOf(name).join('\n'))) continue
    if ((await tx.get(aliases, keyOf(name)))?.userKey === userKey) tx.delete(aliases, keyOf(name))
  }
  for (const name of usernames(pool, after)) {
    await refuseTaken(tx, pool, userKey, name)
    tx.put(aliases, keyOf(name), { userKey })
  }
  await claimAliases(tx, pool, userKey, after, force)
}

/**
 * An address that users of this pool sign in by can be only one user's, proved or not.
 * @throws AliasExistsException
 */
export async function refuseTaken(
  tx: Transaction,
  pool: PoolDoc,
  userKey: string,
  { kind, value }: Name,
): Promise<void> {
  if (!pool.usernameAttributes.includes(kind)) return
  const owner = await tx.get(aliases, aliasKey(pool, kind, value))
  if (owner && owner.userKey !== userKey) throw errors.aliasExists(kind)
}

const namesOf = (pool: PoolDoc, user: UserDoc): Name[] => [...usernames(pool, user), ...aliasesOf(pool, user)]

const usernames = (pool: PoolDoc, { attributes }: UserDoc): Name[] =>
  (pool.usernameAttributes as AliasKind[]).flatMap((kind) => {
    const value = attributes[kind]
    return value ? [{ kind, value }] : []
  })
