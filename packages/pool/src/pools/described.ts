import type { UserPoolType } from '@herald/protocol/cognito-idp'
import type { PoolDoc } from './pool.ts'

/** A pool as DescribeUserPool and CreateUserPool answer it. Users are counted exactly, where AWS estimates. */
export function describedPool(pool: PoolDoc, users: number): UserPoolType {
  const { aliasAttributes, usernameAttributes } = pool
  return {
    Id: pool.id,
    Name: pool.name,
    ...pool.settings,
    LastModifiedDate: new Date(pool.modifiedAt),
    CreationDate: new Date(pool.createdAt),
    SchemaAttributes: pool.schema,
    ...(aliasAttributes.length > 0 ? { AliasAttributes: aliasAttributes as UserPoolType['AliasAttributes'] } : {}),
    ...(usernameAttributes.length > 0
      ? { UsernameAttributes: usernameAttributes as UserPoolType['UsernameAttributes'] }
      : {}),
    ...(pool.caseSensitive === undefined ? {} : { UsernameConfiguration: { CaseSensitive: pool.caseSensitive } }),
    EstimatedNumberOfUsers: users,
    Arn: pool.arn,
  }
}
