import type { AttributeType, UserType } from '@herald/protocol/cognito-idp'
import { attributeList } from './attribute-list.ts'
import type { UserDoc } from './user.ts'

/** A user as AdminCreateUser and ListUsers answer it. */
export function userType(user: UserDoc, attributes: AttributeType[] = attributeList(user)): UserType {
  return {
    Username: user.username,
    Attributes: attributes,
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
  }
}
