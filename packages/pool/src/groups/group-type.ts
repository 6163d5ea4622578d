import type { GroupType } from '@herald/protocol/cognito-idp'
import type { GroupDoc } from './group.ts'

/** A group as its operations answer it. */
export function groupType(group: GroupDoc): GroupType {
  return {
    GroupName: group.name,
    UserPoolId: group.poolId,
    ...(group.description === undefined ? {} : { Description: group.description }),
    ...(group.roleArn === undefined ? {} : { RoleArn: group.roleArn }),
    ...(group.precedence === undefined ? {} : { Precedence: group.precedence }),
    LastModifiedDate: new Date(group.modifiedAt),
    CreationDate: new Date(group.createdAt),
  }
}
