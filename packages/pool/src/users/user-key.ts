import type { Key } from '@herald/storage'
import type { PoolDoc } from '../pools/pool.ts'

/** A user name or alias as this pool compares it. */
export function asCompared(pool: PoolDoc, text: string): string {
  return pool.caseSensitive === false ? text.toLowerCase() : text
}

/** Where a user is kept. */
export function userKeyOf(pool: PoolDoc, username: string): string {
  return asCompared(pool, username)
}

export type AliasKind = 'sub' | 'email' | 'phone_number' | 'preferred_username'

/** Where an alias is kept. Email addresses follow the pool's case rule, as user names do. */
export function aliasKey(pool: PoolDoc, kind: AliasKind, value: string): Key {
  return [pool.id, kind, asCompared(pool, value)]
}
