import type { AttributeType } from '@herald/protocol/cognito-idp'
import type { UserDoc } from './user.ts'

/** AWS's list of names and values as a record; a name that stands twice keeps its last value, one without a value is empty. */
export function attributesOf(list: readonly AttributeType[] | undefined): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const { Name, Value } of list ?? []) attributes[Name] = Value ?? ''
  return { ...attributes }
}

/** What AdminGetUser, GetUser and ListUsers answer: `sub` is among the attributes. */
export function attributeList(user: UserDoc): AttributeType[] {
  const { email, ...others } = user.attributes
  const list = Object.entries(others).map(([Name, Value]) => ({ Name, Value }))
  if (email !== undefined) list.unshift({ Name: 'email', Value: email })
  return [...list, { Name: 'sub', Value: user.sub }]
}
