import type { PoolOperation } from '../operation.ts'
import { AdminDeleteUserAttributes } from './attributes/AdminDeleteUserAttributes.ts'
import { AdminUpdateUserAttributes } from './attributes/AdminUpdateUserAttributes.ts'
import { DeleteUserAttributes } from './attributes/DeleteUserAttributes.ts'
import { GetUserAttributeVerificationCode } from './attributes/GetUserAttributeVerificationCode.ts'
import { UpdateUserAttributes } from './attributes/UpdateUserAttributes.ts'
import { VerifyUserAttribute } from './attributes/VerifyUserAttribute.ts'
import { CreateUserPoolClient } from './clients/CreateUserPoolClient.ts'
import { DeleteUserPoolClient } from './clients/DeleteUserPoolClient.ts'
import { DescribeUserPoolClient } from './clients/DescribeUserPoolClient.ts'
import { ListUserPoolClients } from './clients/ListUserPoolClients.ts'
import { UpdateUserPoolClient } from './clients/UpdateUserPoolClient.ts'
import { AdminAddUserToGroup } from './groups/AdminAddUserToGroup.ts'
import { AdminListGroupsForUser } from './groups/AdminListGroupsForUser.ts'
import { AdminRemoveUserFromGroup } from './groups/AdminRemoveUserFromGroup.ts'
import { CreateGroup } from './groups/CreateGroup.ts'
import { DeleteGroup } from './groups/DeleteGroup.ts'
import { GetGroup } from './groups/GetGroup.ts'
import { ListGroups } from './groups/ListGroups.ts'
import { ListUsersInGroup } from './groups/ListUsersInGroup.ts'
import { UpdateGroup } from './groups/UpdateGroup.ts'
import { AdminSetUserMFAPreference } from './mfa/AdminSetUserMFAPreference.ts'
import { AdminSetUserSettings } from './mfa/AdminSetUserSettings.ts'
import { GetUserPoolMfaConfig } from './mfa/GetUserPoolMfaConfig.ts'
import { SetUserMFAPreference } from './mfa/SetUserMFAPreference.ts'
import { SetUserPoolMfaConfig } from './mfa/SetUserPoolMfaConfig.ts'
import { SetUserSettings } from './mfa/SetUserSettings.ts'
import { AdminResetUserPassword } from './passwords/AdminResetUserPassword.ts'
import { ChangePassword } from './passwords/ChangePassword.ts'
import { ConfirmForgotPassword } from './passwords/ConfirmForgotPassword.ts'
import { ForgotPassword } from './passwords/ForgotPassword.ts'
import { AddCustomAttributes } from './pools/AddCustomAttributes.ts'
import { CreateUserPool } from './pools/CreateUserPool.ts'
import { DeleteUserPool } from './pools/DeleteUserPool.ts'
import { DescribeUserPool } from './pools/DescribeUserPool.ts'
import { ListUserPools } from './pools/ListUserPools.ts'
import { UpdateUserPool } from './pools/UpdateUserPool.ts'
import { AdminInitiateAuth } from './sign-in/AdminInitiateAuth.ts'
import { AdminRespondToAuthChallenge } from './sign-in/AdminRespondToAuthChallenge.ts'
import { InitiateAuth } from './sign-in/InitiateAuth.ts'
import { RespondToAuthChallenge } from './sign-in/RespondToAuthChallenge.ts'
import { ConfirmSignUp } from './sign-up/ConfirmSignUp.ts'
import { ResendConfirmationCode } from './sign-up/ResendConfirmationCode.ts'
import { SignUp } from './sign-up/SignUp.ts'
import { ListTagsForResource } from './tags/ListTagsForResource.ts'
import { TagResource } from './tags/TagResource.ts'
import { UntagResource } from './tags/UntagResource.ts'
import { AdminListUserAuthEvents } from './threats/AdminListUserAuthEvents.ts'
import { AdminUpdateAuthEventFeedback } from './threats/AdminUpdateAuthEventFeedback.ts'
import { DescribeRiskConfiguration } from './threats/DescribeRiskConfiguration.ts'
import { SetRiskConfiguration } from './threats/SetRiskConfiguration.ts'
import { UpdateAuthEventFeedback } from './threats/UpdateAuthEventFeedback.ts'
import { AdminUserGlobalSignOut } from './tokens/AdminUserGlobalSignOut.ts'
import { GetTokensFromRefreshToken } from './tokens/GetTokensFromRefreshToken.ts'
import { GlobalSignOut } from './tokens/GlobalSignOut.ts'
import { RevokeToken } from './tokens/RevokeToken.ts'
import { AdminConfirmSignUp } from './users/AdminConfirmSignUp.ts'
import { AdminCreateUser } from './users/AdminCreateUser.ts'
import { AdminDeleteUser } from './users/AdminDeleteUser.ts'
import { AdminDisableUser } from './users/AdminDisableUser.ts'
import { AdminEnableUser } from './users/AdminEnableUser.ts'
import { AdminGetUser } from './users/AdminGetUser.ts'
import { AdminSetUserPassword } from './users/AdminSetUserPassword.ts'
import { DeleteUser } from './users/DeleteUser.ts'
import { GetUser } from './users/GetUser.ts'
import { ListUsers } from './users/ListUsers.ts'

/** Every operation that is built, by AWS's own name. */
export const operations: Readonly<Record<string, PoolOperation>> = {
  CreateUserPool,
  DescribeUserPool,
  UpdateUserPool,
  DeleteUserPool,
  ListUserPools,
  AddCustomAttributes,
  CreateUserPoolClient,
  DescribeUserPoolClient,
  UpdateUserPoolClient,
  DeleteUserPoolClient,
  ListUserPoolClients,
  SignUp,
  ConfirmSignUp,
  ResendConfirmationCode,
  ForgotPassword,
  ConfirmForgotPassword,
  AdminResetUserPassword,
  ChangePassword,
  AdminCreateUser,
  AdminGetUser,
  AdminConfirmSignUp,
  AdminSetUserPassword,
  AdminDeleteUser,
  AdminDisableUser,
  AdminEnableUser,
  DeleteUser,
  ListUsers,
  GetUser,
  UpdateUserAttributes,
  AdminUpdateUserAttributes,
  GetUserAttributeVerificationCode,
  VerifyUserAttribute,
  DeleteUserAttributes,
  AdminDeleteUserAttributes,
  InitiateAuth,
  AdminInitiateAuth,
  RespondToAuthChallenge,
  AdminRespondToAuthChallenge,
  AdminSetUserMFAPreference,
  AdminSetUserSettings,
  GetUserPoolMfaConfig,
  SetUserMFAPreference,
  SetUserPoolMfaConfig,
  SetUserSettings,
  AdminUserGlobalSignOut,
  GetTokensFromRefreshToken,
  GlobalSignOut,
  RevokeToken,
  AdminAddUserToGroup,
  AdminListGroupsForUser,
  AdminRemoveUserFromGroup,
  CreateGroup,
  DeleteGroup,
  GetGroup,
  ListGroups,
  ListUsersInGroup,
  UpdateGroup,
  ListTagsForResource,
  TagResource,
  UntagResource,
  AdminListUserAuthEvents,
  AdminUpdateAuthEventFeedback,
  DescribeRiskConfiguration,
  SetRiskConfiguration,
  UpdateAuthEventFeedback,
}
