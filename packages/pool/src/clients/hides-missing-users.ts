import type { ClientDoc } from '../pools/pool.ts'

/** PreventUserExistenceErrors: whether answers of this client must not tell if a user exists. */
export function hidesMissingUsers(client: ClientDoc): boolean {
  return client.settings.PreventUserExistenceErrors === 'ENABLED'
}
