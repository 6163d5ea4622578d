import type { Bound } from '@herald/storage'
import { errors } from '../errors.ts'

/** What AWS documents as searchable, and the column it is kept in. Custom attributes are not searchable there either. */
const columns: Readonly<Record<string, string>> = {
  username: 'username',
  email: 'email',
  phone_number: 'phone_number',
  name: 'name',
  given_name: 'given_name',
  family_name: 'family_name',
  preferred_username: 'preferred_username',
  sub: 'sub',
  'cognito:user_status': 'status',
  status: 'enabled',
}

/** What `status` is called, and how it is kept. */
const enabledNames = { Enabled: 1, Disabled: 0 }

/** What a filter comes to: bounds on one column; without a bound everybody fits, and `nobody` says that no one does. */
export interface UserFilter {
  column: string
  bounds: Bound[]
  nobody?: true
}

/**
 * `AttributeName Filter-Type "AttributeValue"` with `=` (exact) or `^=` (prefix); quotes within the value are escaped by a
 * backslash. AWS documents that `cognito:user_status` does not mind upper and lower case, and that `username` and `status`
 * do; that the others do as well is assumed.
 * @throws InvalidParameterException
 */
export function parseFilter(filter: string): UserFilter {
  const parts = filter.match(/^\s*"?([^\s"=^]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/s)
  if (!parts) throw errors.unreadableFilter()
  const [, attribute = '', operator, quoted = ''] = parts
  const column = Object.hasOwn(columns, attribute) ? columns[attribute] : undefined
  if (!column) throw errors.unsearchableAttribute(attribute)
  const value = quoted.replace(/\\(.)/gs, '$1')
  const exact = operator === '='
  if (column === 'enabled') return enabledFilter(value, exact)
  const compared = column === 'status' ? value.toUpperCase() : value
  return { column, bounds: [exact ? { column, equals: compared } : { column, startsWith: compared }] }
}

function enabledFilter(value: string, exact: boolean): UserFilter {
  const column = 'enabled'
  const fitting = Object.entries(enabledNames).filter(([name]) => (exact ? name === value : name.startsWith(value)))
  const [only, other] = fitting
  if (!only) return { column, bounds: [], nobody: true }
  return { column, bounds: other ? [] : [{ column, equals: only[1] }] }
}
