import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { attributeList } from '../users/attribute-list.ts'
import { readableAttributes } from '../users/readable-attributes.ts'
import type { UserDoc } from '../users/user.ts'

/** What attributes bear before their name in this challenge. */
export const ATTRIBUTE_PREFIX = 'userAttributes.'

/** The attributes that the pool requires and the user lacks. */
export function missingAttributes(pool: PoolDoc, attributes: Readonly<Record<string, string>>): string[] {
  return pool.schema.flatMap(({ Name, Required }) =>
    Required && Name && Name !== 'sub' && !attributes[Name] ? [Name] : [],
  )
}

/** As observed on live pools: both lists are JSON text. */
export function newPasswordParameters(pool: PoolDoc, client: ClientDoc, user: UserDoc): Record<string, string> {
  const shown = readableAttributes(client, attributeList(user)).filter(({ Name }) => Name !== 'sub')
  return {
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(missingAttributes(pool, user.attributes).map((name) => ATTRIBUTE_PREFIX + name)),
    userAttributes: JSON.stringify(Object.fromEntries(shown.map(({ Name, Value }) => [Name, Value]))),
  }
}
