import type { AttributeType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { attributeList } from './attribute-list.ts'
import type { UserDoc } from './user.ts'

/**
 * A user's attributes, or those among them that are asked for. Observed: an empty list gets none.
 * @throws InvalidParameterException where the user lacks one of them, as AWS documents for every user of a page.
 */
export function attributesToGet(user: UserDoc, names: readonly string[] | undefined): AttributeType[] {
  const attributes = attributeList(user)
  if (!names) return attributes
  const has = new Set(attributes.map(({ Name }) => Name))
  if (!names.every((name) => has.has(name))) throw errors.attributeNotThere()
  return attributes.filter(({ Name }) => names.includes(Name))
}
