import { password } from '../setting/people.ts'

let fresh = 0

/** Inputs that lead deep into groups. */
export function groupRecipes(UserPoolId: string): Record<string, Record<string, unknown>[]> {
  const group = { UserPoolId, GroupName: 'staff' }
  const member = { ...group, Username: 'jane' }
  return {
    AdminAddUserToGroup: [member, { ...group, Username: 'new' }],
    AdminRemoveUserFromGroup: [member],
    AdminListGroupsForUser: [{ UserPoolId, Username: 'jane' }],
    GetGroup: [group],
    UpdateGroup: [{ ...group, Description: 'us', Precedence: 1 }],
    DeleteGroup: [group],
    ListUsersInGroup: [group],
  }
}

/** Inputs that lead deep into attributes, by jane herself and by an administrator. @param code that proves her address */
export function attributeRecipes(
  UserPoolId: string,
  AccessToken: string,
  code: string,
): Record<string, Record<string, unknown>[]> {
  const UserAttributes = [{ Name: 'name', Value: 'Jane' }]
  const jane = { UserPoolId, Username: 'jane' }
  const MFAOptions = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }]
  return {
    AdminUpdateUserAttributes: [{ ...jane, UserAttributes }],
    UpdateUserAttributes: [{ AccessToken, UserAttributes }],
    AdminDeleteUserAttributes: [{ ...jane, UserAttributeNames: ['name'] }],
    DeleteUserAttributes: [{ AccessToken, UserAttributeNames: ['name'] }],
    GetUserAttributeVerificationCode: [{ AccessToken, AttributeName: 'email' }],
    VerifyUserAttribute: [
      { AccessToken, AttributeName: 'email', Code: '000000' },
      { AccessToken, AttributeName: 'email', Code: code },
    ],
    ChangePassword: [{ AccessToken, PreviousPassword: password, ProposedPassword: 'Another-Horse-2' }],
    AdminSetUserSettings: [{ ...jane, MFAOptions }],
    SetUserSettings: [{ AccessToken, MFAOptions }],
    AddCustomAttributes: [{ UserPoolId, CustomAttributes: [{ Name: `more${++fresh}`, AttributeDataType: 'String' }] }],
  }
}
