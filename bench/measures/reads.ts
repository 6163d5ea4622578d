import { load, type Rate } from '../load.ts'
import type { Place } from '../place.ts'

export function adminGetUser(place: Place, clients: number, milliseconds: number, user: string): Promise<Rate> {
  return load(clients, milliseconds, () =>
    place.caller.call('AdminGetUser', { UserPoolId: place.userPoolId, Username: user }),
  )
}

/** One user found by e-mail address. */
export function filteredListUsers(place: Place, clients: number, milliseconds: number, user: string): Promise<Rate> {
  return load(clients, milliseconds, async () => {
    const { Users } = (await place.caller.call('ListUsers', {
      UserPoolId: place.userPoolId,
      Filter: `email = "${user}@example.com"`,
    })) as { Users: unknown[] }
    if (Users.length !== 1) throw new Error(`Found ${Users.length} users in place of one.`)
  })
}
