import type { Transaction } from '@herald/storage'
import { errors } from '../errors.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { aliases, users } from '../storage/collections.ts'
import type { UserDoc } from './user.ts'
import { type AliasKind, aliasKey } from './user-key.ts'

/** The aliases that a user may sign in by now: verified addresses, and the preferred user name once confirmed. */
export function aliasesOf(pool: PoolDoc, user: UserDoc): { kind: AliasKind; value: string }[] {
  const found: { kind: AliasKind; value: string }[] = []
  for (const kind of pool.aliasAttributes as AliasKind[]) {
    const value = user.attributes[kind]
    if (value === undefined || value === '') continue
    const good = kind === 'preferred_username' || user.attributes[`${kind}_verified`] === 'true'
    if (good) found.push({ kind, value })
  }
  return found
}

/**
 * Claims the aliases of a user. With `force` an address moves here from its owner, for whom it then counts as unverified, as
 * AWS documents for ForceAliasCreation. A preferred user name never moves.
 * @param taken what is thrown where an alias is another's; AliasExistsException where it is left out.
 */
export async function claimAliases(
  tx: Transaction,
  pool: PoolDoc,
  userKey: string,
  user: UserDoc,
  force: boolean,
  taken: (kind: AliasKind) => Error = errors.aliasExists,
): Promise<void> {
  for (const { kind, value } of aliasesOf(pool, user)) {
    const at = aliasKey(pool, kind, value)
    const owner = await tx.get(aliases, at)
    if (owner?.userKey === userKey) continue
    if (owner && (!force || kind === 'preferred_username')) throw taken(kind)
    if (owner) await loseAlias(tx, pool, owner.userKey, kind)
    tx.put(aliases, at, { userKey })
  }
}

async function loseAlias(tx: Transaction, pool: PoolDoc, userKey: string, kind: AliasKind): Promise<void> {
  const loser = await tx.get(users, [pool.id, userKey])
  if (!loser) return
  loser.attributes[`${kind}_verified`] = 'false'
  tx.put(users, [pool.id, userKey], loser)
}

/** Frees every alias of a user that is deleted. */
export async function releaseAliases(tx: Transaction, pool: PoolDoc, userKey: string, user: UserDoc): Promise<void> {
  const kinds = [...pool.usernameAttributes, ...pool.aliasAttributes] as AliasKind[]
  for (const kind of kinds) {
    const value = user.attributes[kind]
    if (value === undefined) continue
    const at = aliasKey(pool, kind, value)
    if ((await tx.get(aliases, at))?.userKey === userKey) tx.delete(aliases, at)
  }
  tx.delete(aliases, aliasKey(pool, 'sub', user.sub))
}
