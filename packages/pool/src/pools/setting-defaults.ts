import type { UpdateUserPoolRequest } from '@herald/protocol/cognito-idp'
import { defaultPasswordPolicy } from './password-policy.ts'
import type { PoolSettings } from './pool.ts'

type Settable = keyof Omit<UpdateUserPoolRequest, 'UserPoolId' | 'PoolName'>

/**
 * What each setting is where a request leaves it out: CreateUserPool gives it, and UpdateUserPool **returns** to it, for an
 * update replaces all settings (AWS documents that; the lines marked "observed" were measured on live pools). `undefined`
 * means that Describe leaves the member out. `PoolName` is no setting: a pool keeps its name.
 */
export const settingDefaults: { readonly [Name in Settable]: PoolSettings[Name] } = {
  /** Absent: codes go to a verified phone, else to a verified e-mail, as in older pools. */
  AccountRecoverySetting: undefined,
  /** Observed: an update without it opened a closed pool for sign-up, dropped the invitation, and left 7 days. */
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
  /** Observed. */
  AutoVerifiedAttributes: undefined,
  DeletionProtection: 'INACTIVE',
  DeviceConfiguration: undefined,
  /** Observed. */
  EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
  EmailVerificationMessage: undefined,
  EmailVerificationSubject: undefined,
  IssuerConfiguration: undefined,
  KeyConfiguration: undefined,
  /** Observed: senders and their KMSKeyID go together. */
  LambdaConfig: {},
  MfaConfiguration: 'OFF',
  Policies: { PasswordPolicy: defaultPasswordPolicy, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } },
  SmsAuthenticationMessage: undefined,
  SmsConfiguration: undefined,
  SmsVerificationMessage: undefined,
  UserAttributeUpdateSettings: undefined,
  UserPoolAddOns: undefined,
  UserPoolTags: {},
  UserPoolTier: 'ESSENTIALS',
  VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
}
