import type { PoolContext } from '../context.ts'
import { groups, memberships, users } from '../storage/collections.ts'
import { withoutGroup } from './membership.ts'

/** Members in one transaction. */
const BATCH = 50

/**
 * Lets the members of a departing group go, a bounded piece at a time, and then the group. What a process that ended leaves
 * half done is finished when the group is deleted or its name is given away again.
 */
export async function removeGroup({ store }: PoolContext, poolId: string, name: string): Promise<void> {
  for (;;) {
    const members = { column: 'group_of', equals: `${poolId}/${name}` }
    const { docs } = await store.find(memberships, { where: [members], limit: BATCH })
    if (docs.length === 0) break
    await store.transaction(async (tx) => {
      for (const { userKey } of docs) {
        const user = await tx.get(users, [poolId, userKey])
        if (user?.groups?.includes(name)) tx.put(users, [poolId, userKey], withoutGroup(user, name))
        tx.delete(memberships, [poolId, name, userKey])
      }
    })
  }
  await store.transaction(async (tx) => {
    if ((await tx.get(groups, [poolId, name]))?.departing) tx.delete(groups, [poolId, name])
  })
}
