import type { Reader } from '@herald/storage'
import { groups } from '../storage/collections.ts'
import type { UserDoc } from '../users/user.ts'
import type { GroupDoc } from './group.ts'

/** The groups that a user is in, by precedence, then by name. */
export async function groupsOf(reader: Reader, user: Pick<UserDoc, 'poolId' | 'groups'>): Promise<GroupDoc[]> {
  if (!user.groups?.length) return []
  const found = await Promise.all(user.groups.map((name) => reader.get(groups, [user.poolId, name])))
  return found
    .filter((group) => group !== undefined)
    .filter(({ departing }) => !departing)
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

export const rank = (group: GroupDoc) => group.precedence ?? Number.POSITIVE_INFINITY
