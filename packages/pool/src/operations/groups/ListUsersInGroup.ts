import { requireGroup } from '../../groups/require-group.ts'
import { asAdmin } from '../../operation.ts'
import { listing } from '../../pools/listing.ts'
import { memberships, users } from '../../storage/collections.ts'
import { userType } from '../../users/user-type.ts'

/** The model's largest page; AWS documents no default. */
const PAGE = 60

/** Lists the users of a group, a page at a time. */
export const ListUsersInGroup = asAdmin('ListUsersInGroup', async ({ context, pool }, input) => {
  const { store } = context
  const { name } = await requireGroup(store, pool, input.GroupName)
  const members = [{ column: 'group_of', equals: `${pool.id}/${name}` }]
  const page = await listing(store, memberships, { where: members, limit: input.Limit || PAGE }, input.NextToken)
  const found = await Promise.all(page.docs.map(({ userKey }) => store.get(users, [pool.id, userKey])))
  return {
    Users: found.filter((user) => user !== undefined).map((user) => userType(user)),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  }
})
