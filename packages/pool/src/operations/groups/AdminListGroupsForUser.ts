import { groupType } from '../../groups/group-type.ts'
import { groupsOf } from '../../groups/groups-of.ts'
import { asAdmin } from '../../operation.ts'
import { poolRefusals } from '../../pools/pool-refusals.ts'
import { requireUser } from '../../users/require-user.ts'

/** The model's largest page; AWS documents no default. */
const PAGE = 60

/** Lists the groups that a user is in, by precedence, a page at a time. */
export const AdminListGroupsForUser = asAdmin('AdminListGroupsForUser', async ({ context, pool }, input) => {
  const { user } = await requireUser(context.store, pool, input.Username)
  const groups = await groupsOf(context.store, user)
  const start = input.NextToken === undefined ? 0 : positionOf(input.NextToken)
  const end = start + (input.Limit || PAGE)
  return {
    Groups: groups.slice(start, end).map(groupType),
    ...(end < groups.length ? { NextToken: tokenAt(end) } : {}),
  }
})

const tokenAt = (position: number) => Buffer.from(`groups:${position}`).toString('base64url')

/** @throws InvalidParameterException for what is no token of this list. */
function positionOf(token: string): number {
  const position = /^groups:(\d{1,3})$/.exec(Buffer.from(token, 'base64url').toString())?.[1]
  if (position === undefined) throw poolRefusals.invalidNextToken()
  return Number(position)
}
