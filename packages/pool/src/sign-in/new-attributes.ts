import { errors } from '../errors.ts'
import type { ClientDoc, PoolDoc } from '../pools/pool.ts'
import { checkAttributes } from '../pools/schema.ts'
import type { UserDoc } from '../users/user.ts'
import { ATTRIBUTE_PREFIX, missingAttributes } from './new-password-parameters.ts'
import type { Parameters } from './parameters.ts'

/** The attributes among the responses to NEW_PASSWORD_REQUIRED. */
export function givenAttributes(responses: Parameters): Record<string, string> {
  const given = Object.entries(responses)
    .filter(([name, value]) => name.startsWith(ATTRIBUTE_PREFIX) && value !== '')
    .map(([name, value]) => [name.slice(ATTRIBUTE_PREFIX.length), value])
  return Object.fromEntries(given)
}

/**
 * What a user may set together with a new password: what the pool requires and the user lacks, and what else the client may
 * write. AWS documents that a required attribute with a value cannot be changed here.
 * @throws InvalidParameterException | NotAuthorizedException
 */
export function checkNewAttributes(
  pool: PoolDoc,
  client: ClientDoc,
  user: UserDoc,
  given: Readonly<Record<string, string>>,
): void {
  const missing = missingAttributes(pool, { ...user.attributes, ...given })
  if (missing[0] !== undefined) throw errors.attributeMissing(missing[0])
  const fixed = new Set(pool.schema.filter(({ Mutable }) => Mutable === false).map(({ Name }) => Name))
  const firstValues: Record<string, string> = {}
  const others: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const required = pool.schema.some((attribute) => attribute.Name === name && attribute.Required)
    if (required && user.attributes[name]) throw errors.attributeAlreadyGiven(name)
    const first = (required || fixed.has(name)) && name !== 'sub' && !user.attributes[name]
    if (first) firstValues[name] = value
    else others[name] = value
  }
  checkAttributes(pool, client, others, 'update')
  if (Object.keys(firstValues).length > 0) {
    checkAttributes(pool, undefined, { ...user.attributes, ...firstValues }, 'create')
  }
}
