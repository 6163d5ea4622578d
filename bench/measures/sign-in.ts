import { load, type Rate } from '../load.ts'
import { type Place, password } from '../place.ts'

/** Password sign-ins of `clients` at once. */
export function passwordSignIns(place: Place, clients: number, milliseconds: number, user: string): Promise<Rate> {
  return load(clients, milliseconds, () =>
    place.caller.call('InitiateAuth', {
      ClientId: place.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: user, PASSWORD: password },
    }),
  )
}
