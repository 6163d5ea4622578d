import type {
  EmailMfaConfigType,
  SchemaAttributeType,
  UserPoolClientType,
  UserPoolType,
} from '@herald/protocol/cognito-idp'

/** What UpdateUserPool sets, and resets where it is left out: members bear AWS's names and hold what Describe answers. */
export type PoolSettings = Pick<
  UserPoolType,
  | 'Policies'
  | 'DeletionProtection'
  | 'LambdaConfig'
  | 'AutoVerifiedAttributes'
  | 'SmsVerificationMessage'
  | 'EmailVerificationMessage'
  | 'EmailVerificationSubject'
  | 'VerificationMessageTemplate'
  | 'SmsAuthenticationMessage'
  | 'UserAttributeUpdateSettings'
  | 'MfaConfiguration'
  | 'DeviceConfiguration'
  | 'EmailConfiguration'
  | 'SmsConfiguration'
  | 'UserPoolTags'
  | 'AdminCreateUserConfig'
  | 'UserPoolAddOns'
  | 'AccountRecoverySetting'
  | 'UserPoolTier'
  | 'KeyConfiguration'
  | 'IssuerConfiguration'
>

export interface PoolDoc {
  /** `eu-west-1_AbCdEfGhI` */
  id: string
  name: string
  arn: string
  accountId: string
  region: string
  /** Milliseconds since 1970. */
  createdAt: number
  modifiedAt: number
  settings: PoolSettings
  /** Fixed at creation, but for custom attributes that are added. */
  schema: SchemaAttributeType[]
  aliasAttributes: string[]
  usernameAttributes: string[]
  /** UsernameConfiguration.CaseSensitive; undefined where it was not given, which means case sensitive. */
  caseSensitive?: boolean
  /** What SetUserPoolMfaConfig turned on; UpdateUserPool leaves it. Absent: SMS, where MFA is on. */
  mfaFactors?: { sms: boolean; email?: EmailMfaConfigType }
  /** The grant that lets the pool make data keys under its custom senders' KMS key. */
  senderGrant?: { keyArn: string; grantId: string }
}

/** What UpdateUserPoolClient sets, and resets where it is left out. */
export type ClientSettings = Omit<
  UserPoolClientType,
  'UserPoolId' | 'ClientId' | 'ClientSecret' | 'CreationDate' | 'LastModifiedDate'
>

export interface ClientDoc {
  id: string
  poolId: string
  createdAt: number
  modifiedAt: number
  settings: ClientSettings
  /** Sealed with the vault (purpose `client-secret`, context the client's id). */
  sealedSecret?: string
}
