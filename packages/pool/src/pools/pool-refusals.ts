import { ServiceError } from '@herald/protocol'
import { errors } from '../errors.ts'

const { invalidParameter } = errors

/**
 * The sentences that a pool's configuration is refused with, one line each. Observed on live pools, punctuation as seen,
 * unless a line says otherwise.
 */
export const poolRefusals = {
  // The pool as a whole
  deletionProtected: () =>
    invalidParameter(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    ),
  aliasAndUsernameAttributes: () =>
    invalidParameter('Only one of the aliasAttributes or usernameAttributes can be set in a User pool.'),
  /** Assumed words; the model lists the exception for UpdateUserPool. */
  changedMeanwhile: () =>
    new ServiceError(
      'ConcurrentModificationException',
      'The user pool was changed by another request at the same time.',
    ),
  /** Assumed words. */
  invalidNextToken: () => invalidParameter('Invalid pagination token given.'),

  // Verification, recovery, MFA
  autoVerifiedPhoneNeedsSms: () =>
    invalidParameter('SMS configuration is required when phone_number is selected for auto verification'),
  mfaNeedsSms: () =>
    invalidParameter(
      'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
    ),
  mfaWithoutFactor: () =>
    invalidParameter(
      "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
    ),
  mfaOffWithFactor: () =>
    invalidParameter("Invalid MFA configuration given, can't turn off MFA and configure an MFA together."),
  mfaTurnedOnByUpdate: () => invalidParameter('Cannot turn MFA functionality ON, once the user pool has been created.'),
  recoveryByMfaPhone: () =>
    invalidParameter(
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_phone_number as a recovery mechanism when SMS MFA is configured.',
    ),
  codeFactorsWithMfa: () =>
    invalidParameter('Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled'),
  /** Assumed words. */
  smsFactorNeedsSms: () => invalidParameter('SMS configuration is required when SMS_OTP is enabled as an auth factor'),
  emailMfaNeedsDeveloper: () =>
    invalidParameter(
      'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT.',
    ),
  /** Observed that it is refused; the words follow those of the phone. */
  recoveryByMfaEmail: () =>
    invalidParameter(
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_email as a recovery mechanism when Email MFA is configured.',
    ),
  verifyBeforeUpdateNeedsAutoVerification: () =>
    invalidParameter(
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    ),
  adminOnlyCombined: () =>
    invalidParameter('Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.'),
  duplicateRecovery: () =>
    invalidParameter('Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.'),
  unusedAccountValidity: () =>
    invalidParameter('Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays'),

  // Providers
  developerNeedsSourceArn: () => invalidParameter('Source ARN is required to use DEVELOPER email sending owner'),
  foreignSnsRegion: (region: string) =>
    invalidParameter(`Invalid snsRegion. Allowed SNS region for ${region} is ${region}`),
  /** Assumed words: the model marks the member as optional, AWS documents it as required. */
  smsNeedsRole: () => invalidParameter('SmsConfiguration needs an SnsCallerArn.'),

  // Triggers and the senders' key
  senderNeedsKey: () =>
    invalidParameter('KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.'),
  /** AWS documents that they must be identical; assumed words. */
  tokenFunctionsDiffer: () =>
    invalidParameter('PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be the same function.'),
  /** AWS documents which tiers have them, and the exception; assumed words. */
  tierWithoutTokenVersion: (version: string) =>
    new ServiceError(
      'FeatureUnavailableInTierException',
      `PreTokenGenerationConfig with LambdaVersion ${version} is not available in the LITE tier.`,
    ),
  /** AWS documents which tiers have it, and the exception; assumed words. */
  tierWithout: (feature: string, tier: string) =>
    new ServiceError('FeatureUnavailableInTierException', `${feature} is not available in the ${tier} tier.`),
  foreignFunctionRegion: () => invalidParameter('Cross-region lambda functions are not supported'),
  /** Assumed words. */
  notAFunction: (member: string, arn: string) =>
    invalidParameter(`The ARN of ${member} is not that of a Lambda function: ${arn}`),
  /** AWS documents that versions are not taken; assumed words. */
  functionVersion: (member: string, arn: string) =>
    invalidParameter(`${member} takes an unversioned function or an alias, not a version: ${arn}`),
  /** AWS publishes neither the exception nor the words with which a KMS refusal comes back: both are assumed. */
  grantRefused: (keyArn: string, code: string, message: string) =>
    invalidParameter(
      `The user pool could not be granted use of the KMS key ${keyArn}. KMS answered ${code}: ${message}`,
    ),

  // Schema
  requiredCustomAttribute: () => invalidParameter('Required custom attributes are not supported currently.'),
  retypedStandardAttribute: (name: string) =>
    invalidParameter(
      `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${name}`,
    ),
  /** Assumed: the model marks the member as optional. */
  namelessAttribute: () => invalidParameter('Each attribute of Schema needs a Name.'),
  duplicateAttribute: (name: string) =>
    invalidParameter(`Duplicate custom attribute names ${name} are not allowed in a user pool schema.`),
  existingAttribute: (name: string) => invalidParameter(`${name}: Existing attribute already has name ${name}.`),
  /** Assumed words. */
  tooManyAttributes: (most: number) => invalidParameter(`A user pool has at most ${most} custom attributes.`),
  lengthOrder: (name: string) =>
    invalidParameter(`Attribute ${name} cannot have a max length shorter than it's min length`),
  valueOrder: (name: string) =>
    invalidParameter(`Attribute ${name} cannot have a max value smaller than it's min value`),
  /** Assumed words. */
  constraintNotANumber: (name: string, constraint: string) =>
    invalidParameter(`Attribute ${name}: ${constraint} must be a whole number.`),
} as const
