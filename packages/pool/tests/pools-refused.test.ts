import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Pools, refusal, startPools } from './compose.ts'

let pools: Pools
before(async () => {
  pools = await startPools()
})
after(() => pools[Symbol.asyncDispose]())

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:sender'
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555'
const sender = (LambdaArn: string) => ({ LambdaArn, LambdaVersion: 'V1_0' as const })

/** Each is refused with exactly these words, by CreateUserPool and by UpdateUserPool. */
const cases: [string, Omit<UpdateUserPoolCommandInput, 'UserPoolId'>, string][] = [
  [
    'auto-verified phone without SmsConfiguration',
    { AutoVerifiedAttributes: ['phone_number'] },
    'SMS configuration is required when phone_number is selected for auto verification',
  ],
  [
    'MFA without SmsConfiguration',
    { MfaConfiguration: 'OPTIONAL' },
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  ],
  [
    'verification before update of what is not auto-verified',
    {
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['phone_number'] },
    },
    'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  ],
  [
    'admin_only among other mechanisms',
    {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'admin_only', Priority: 1 },
          { Name: 'verified_email', Priority: 2 },
        ],
      },
    },
    'Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.',
  ],
  [
    'two mechanisms of one priority',
    {
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_phone_number', Priority: 1 },
          { Name: 'verified_email', Priority: 1 },
        ],
      },
    },
    'Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.',
  ],
  [
    'DEVELOPER without an identity',
    { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
    'Source ARN is required to use DEVELOPER email sending owner',
  ],
  [
    'SNS in another region',
    {
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sns', SnsRegion: 'us-east-1' },
    },
    'Invalid snsRegion. Allowed SNS region for eu-west-1 is eu-west-1',
  ],
  [
    'a sender without a key',
    { LambdaConfig: { CustomEmailSender: sender(functionArn) } },
    'KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.',
  ],
  [
    'a sender without its version',
    { LambdaConfig: { CustomEmailSender: { LambdaArn: functionArn, LambdaVersion: undefined }, KMSKeyID: keyArn } },
    "1 validation error detected: Value null at 'lambdaConfig.customEmailSender.lambdaVersion' failed to satisfy constraint: Member must not be null",
  ],
  [
    'a function of another region',
    { LambdaConfig: { CustomSMSSender: sender(functionArn.replace('eu-west-1', 'us-east-1')), KMSKeyID: keyArn } },
    'Cross-region lambda functions are not supported',
  ],
  [
    'a version of a function',
    { LambdaConfig: { CustomSMSSender: sender(`${functionArn}:7`), KMSKeyID: keyArn } },
    `CustomSMSSender takes an unversioned function or an alias, not a version: ${functionArn}:7`,
  ],
  [
    'something that is no function',
    { LambdaConfig: { CustomSMSSender: sender(keyArn), KMSKeyID: keyArn } },
    `The ARN of CustomSMSSender is not that of a Lambda function: ${keyArn}`,
  ],
  [
    'DefineAuthChallenge',
    { LambdaConfig: { DefineAuthChallenge: functionArn } },
    'The DefineAuthChallenge trigger is not built yet in Herald.',
  ],
  [
    'UserMigration beside a sender',
    { LambdaConfig: { CustomEmailSender: sender(functionArn), KMSKeyID: keyArn, UserMigration: functionArn } },
    'The UserMigration trigger is not built yet in Herald.',
  ],
  [
    'two functions of pre token generation',
    {
      LambdaConfig: {
        PreTokenGeneration: `${functionArn}-other`,
        PreTokenGenerationConfig: { LambdaArn: functionArn, LambdaVersion: 'V2_0' },
      },
    },
    'PreTokenGeneration and the LambdaArn of PreTokenGenerationConfig must be the same function.',
  ],
  [
    'a version of a function as a trigger that is waited for',
    { LambdaConfig: { PreSignUp: `${functionArn}:7` } },
    `PreSignUp takes an unversioned function or an alias, not a version: ${functionArn}:7`,
  ],
  [
    'links in place of codes',
    { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } },
    'VerificationMessageTemplate.DefaultEmailOption CONFIRM_WITH_LINK is not built yet in Herald.',
  ],
  [
    'remembered devices',
    { DeviceConfiguration: { DeviceOnlyRememberedOnUserPrompt: true } },
    'DeviceConfiguration (remembered devices) is not built yet in Herald.',
  ],
  [
    'threat protection of a flow that is not built',
    {
      UserPoolAddOns: {
        AdvancedSecurityMode: 'OFF',
        AdvancedSecurityAdditionalFlows: { CustomAuthMode: 'ENFORCED' },
      },
    },
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode ENFORCED (threat protection) is not built yet in Herald.',
  ],
]

for (const [what, settings, sentence] of cases) {
  test(`a pool is refused for ${what}`, async () => {
    const cognito = pools.cognito()
    const refused = refusal('InvalidParameterException', sentence)
    await assert.rejects(cognito.send(new CreateUserPoolCommand({ PoolName: 'refused', ...settings })), refused)
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'good' }))
    await assert.rejects(cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, ...settings })), refused)
  })
}

const atCreation: [string, Omit<CreateUserPoolCommandInput, 'PoolName'>, string][] = [
  [
    'aliases beside username attributes',
    { AliasAttributes: ['email'], UsernameAttributes: ['email'] },
    'Only one of the aliasAttributes or usernameAttributes can be set in a User pool.',
  ],
  [
    'a required custom attribute',
    { Schema: [{ Name: 'tenant', Required: true }] },
    'Required custom attributes are not supported currently.',
  ],
  [
    'a retyped standard attribute',
    { Schema: [{ Name: 'email', AttributeDataType: 'Number' }] },
    'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
  ],
  ['an attribute without a name', { Schema: [{ Required: false }] }, 'Each attribute of Schema needs a Name.'],
  [
    'one custom attribute twice',
    { Schema: [{ Name: 'tenant' }, { Name: 'tenant' }] },
    'Duplicate custom attribute names custom:tenant are not allowed in a user pool schema.',
  ],
  [
    'lengths in the wrong order',
    { Schema: [{ Name: 'tenant', StringAttributeConstraints: { MinLength: '9', MaxLength: '3' } }] },
    "Attribute custom:tenant cannot have a max length shorter than it's min length",
  ],
  [
    'a length that is no number',
    { Schema: [{ Name: 'tenant', StringAttributeConstraints: { MinLength: 'some' } }] },
    'Attribute custom:tenant: MinLength must be a whole number.',
  ],
]

for (const [what, settings, sentence] of atCreation) {
  test(`a new pool is refused for ${what}`, async () => {
    await assert.rejects(
      pools.cognito().send(new CreateUserPoolCommand({ PoolName: 'refused', ...settings })),
      refusal('InvalidParameterException', sentence),
    )
  })
}
