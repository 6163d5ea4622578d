import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { checkAttributes } from '../pools/schema.ts'
import type { UserDoc } from '../users/user.ts'
import { attributeRefusals } from './attribute-refusals.ts'

/**
 * Checks what a user's attributes are changed to; an empty value deletes, as AWS documents.
 * @param client the app client that writes; an administrator has none.
 * @throws InvalidParameterException where the schema forbids it, NotAuthorizedException where the client may not write.
 */
export function checkChange(
  pool: PoolDoc,
  client: ClientDoc | undefined,
  user: UserDoc,
  given: Readonly<Record<string, string>>,
): void {
  checkAttributes(pool, client, given, 'update', attributeRefusals.cannotBeUpdated)
  const required = new Set(pool.schema.flatMap(({ Name, Required }) => (Required && Name ? [Name] : [])))
  for (const [name, value] of Object.entries(given)) {
    const gone = value === '' && (required.has(name) || isOnlyName(pool, user, given, name))
    if (gone) throw attributeRefusals.requiredCannotBeDeleted(name)
  }
  const unready = user.status === 'UNCONFIRMED' && pool.aliasAttributes.includes('preferred_username')
  if (unready && given.preferred_username) throw errors.preferredUsernameUnconfirmed()
}

/** Whether nothing else is left that the user could sign in by. Assumed: AWS does not say what becomes of such a user. */
function isOnlyName(pool: PoolDoc, user: UserDoc, given: Readonly<Record<string, string>>, name: string): boolean {
  const names = pool.usernameAttributes
  return names.includes(name) && !names.some((other) => other !== name && (given[other] ?? user.attributes[other]))
}
