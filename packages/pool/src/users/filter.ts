import type { Bound } from '@herald/storage'
import { errors } from '../errors.ts'

/** What AWS documents as searchable, and the column it is kept in. Custom attributes are not searchable there either. */
const columns: Record<string, string> = {
  username: 'username',
  email: 'email',
  phone_number: 'phone_number',
  name: 'name',
  given_name: 'given_name',
  family_name: 'family_name',
  preferred_username: 'preferred_username',
  'cognito:user_status': 'status',
  status: 'enabled',
  sub: 'sub',
}

/**
 * `AttributeName Type "AttributeValue"` with `=` (exact) or `^=` (prefix); quotes within the value are escaped by a backslash.
 * @throws InvalidParameterException
 */
export function parseFilter(filter: string): Bound & { column: string } {
  const parts = filter.match(/^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s)
  if (!parts) throw errors.invalidParameter('Error while parsing filter.')
  const [, attribute, operator, quoted] = parts
  const column = Object.hasOwn(columns, attribute!) ? columns[attribute!] : undefined
  if (!column) throw errors.invalidParameter('One of the attributes is not searchable, or does not exist.')
  const value = quoted!.replace(/\\(.)/gs, '$1')
  if (column === 'enabled') {
    if (operator !== '=') throw errors.invalidParameter('Error while parsing filter.')
    return { column, equals: /^enabled$/i.test(value) ? 1 : /^disabled$/i.test(value) ? 0 : -1 }
  }
  if (column === 'status') {
    if (operator !== '=') throw errors.invalidParameter('Error while parsing filter.')
    return { column, equals: value }
  }
  return operator === '=' ? { column, equals: value } : { column, startsWith: value }
}
