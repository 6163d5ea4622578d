import { asAdmin } from '../../operation.ts'
import { listing } from '../../pools/listing.ts'
import { authEvents } from '../../storage/collections.ts'
import { describedEvent } from '../../threats/auth-event.ts'
import { requireProtection } from '../../threats/risk-configuration.ts'
import { requireUser } from '../../users/require-user.ts'

/** The model's largest page; AWS documents no default. */
const PAGE = 60

/** Lists a user's sign-ins as threat protection saw them, newest first, a page at a time. */
export const AdminListUserAuthEvents = asAdmin('AdminListUserAuthEvents', async ({ context, pool }, input) => {
  requireProtection(pool)
  const { user } = await requireUser(context.store, pool, input.Username)
  const page = await listing(
    context.store,
    authEvents,
    {
      where: [{ column: 'user', equals: `${pool.id}/${user.sub}` }],
      orderBy: 'created_at',
      descending: true,
      limit: input.MaxResults || PAGE,
    },
    input.NextToken,
  )
  return {
    AuthEvents: page.docs.map(describedEvent),
    ...(page.next === undefined ? {} : { NextToken: page.next }),
  }
})
