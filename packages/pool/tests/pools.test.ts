import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetUserPoolMfaConfigCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
  type UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import { accountId, refusal, region, startPools } from './compose.ts'

const role = 'arn:aws:iam::123456789012:role/sns'

/** A pool of which no setting has its default. */
const everything: CreateUserPoolCommandInput = {
  PoolName: 'full',
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] },
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: { EmailMessage: 'Hello {username}, {####}', EmailSubject: 'Welcome' },
  },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  DeletionProtection: 'ACTIVE',
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    From: 'Example <hello@example.com>',
  },
  KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' },
  MfaConfiguration: 'OPTIONAL',
  Policies: {
    PasswordPolicy: { MinimumLength: 12, RequireLowercase: true, TemporaryPasswordValidityDays: 3 },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] },
  },
  SmsAuthenticationMessage: 'Sign in with {####}',
  SmsConfiguration: { SnsCallerArn: role, ExternalId: 'x', SnsRegion: region },
  SmsVerificationMessage: 'Your code is {####}',
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  UserPoolTags: { team: 'login' },
  UserPoolTier: 'PLUS',
  VerificationMessageTemplate: {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    EmailMessage: '{####}',
    EmailSubject: 'Code',
  },
}

test('a pool that names nothing is described with the defaults of a live pool', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool: created } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'plain' }))
  assert.match(created?.Id ?? '', /^eu-west-1_[0-9A-Za-z]{9}$/)
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: created?.Id }))
  const { SchemaAttributes, ...rest } = UserPool ?? {}
  assert.deepEqual(rest, {
    Id: created?.Id,
    Name: 'plain',
    Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${created?.Id}`,
    CreationDate: new Date('2030-01-01'),
    LastModifiedDate: new Date('2030-01-01'),
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: true,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        TemporaryPasswordValidityDays: 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    DeletionProtection: 'INACTIVE',
    LambdaConfig: {},
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
    MfaConfiguration: 'OFF',
    EstimatedNumberOfUsers: 0,
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    UserPoolTags: {},
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
    UserPoolTier: 'ESSENTIALS',
  })
  assert.deepEqual(
    SchemaAttributes?.map(({ Name }) => Name),
    [
      ...['sub', 'name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile'],
      ...['picture', 'website', 'email', 'email_verified', 'gender', 'birthdate', 'zoneinfo', 'locale', 'phone_number'],
      ...['phone_number_verified', 'address', 'updated_at'],
    ],
  )
  assert.deepEqual(created, UserPool)
})

test('an update returns every setting that it leaves out to its default', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool: plain } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'plain' }))
  const { UserPool: full } = await cognito.send(new CreateUserPoolCommand(everything))
  assert.equal(full?.AdminCreateUserConfig?.AllowAdminCreateUserOnly, true)
  for (const member of Object.keys(everything).filter((name) => name !== 'PoolName') as (keyof UserPoolType)[])
    assert.notDeepEqual(full?.[member], plain?.[member], `${member} should differ before the update`)

  pools.clock.advance(5000)
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId: full?.Id }))
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: full?.Id }))
  assert.deepEqual(settingsOf(after), settingsOf(plain))
  assert.equal(after?.Name, 'full')
  assert.deepEqual(after?.CreationDate, new Date('2030-01-01T00:00:00Z'))
  assert.deepEqual(after?.LastModifiedDate, new Date('2030-01-01T00:00:05Z'))
})

test('what was measured on live pools: LambdaConfig alone opens sign-up and ends auto-verification', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'closed',
      AutoVerifiedAttributes: ['email'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, InviteMessageTemplate: { EmailSubject: 'Hi' } },
    }),
  )
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, LambdaConfig: {} }))
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))
  assert.equal(after?.AutoVerifiedAttributes, undefined)
  assert.deepEqual(after?.AdminCreateUserConfig, { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 })
})

test('what Describe answers, given back to Update, changes nothing', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool: created } = await cognito.send(new CreateUserPoolCommand(everything))
  const described = settingsOf(created)
  await assert.rejects(
    cognito.send(new UpdateUserPoolCommand({ UserPoolId: created?.Id, ...described })),
    refusal(
      'InvalidParameterException',
      'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    ),
  )
  delete described.AdminCreateUserConfig?.UnusedAccountValidityDays
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId: created?.Id, ...described }))
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: created?.Id }))
  assert.deepEqual(after, created)
})

test('UnusedAccountValidityDays alone still counts, and Describe answers it under both names', async () => {
  await using pools = await startPools()
  const { UserPool } = await pools
    .cognito()
    .send(new CreateUserPoolCommand({ PoolName: 'old', AdminCreateUserConfig: { UnusedAccountValidityDays: 30 } }))
  assert.equal(UserPool?.AdminCreateUserConfig?.UnusedAccountValidityDays, 30)
  assert.equal(UserPool?.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays, 30)
})

test('GetUserPoolMfaConfig answers what the settings say', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const answer = async (input: CreateUserPoolCommandInput) => {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand(input))
    const { $metadata: _, ...config } = await cognito.send(
      new GetUserPoolMfaConfigCommand({ UserPoolId: UserPool?.Id }),
    )
    return config
  }
  assert.deepEqual(await answer({ PoolName: 'plain' }), { MfaConfiguration: 'OFF' })
  assert.deepEqual(await answer(everything), {
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: {
      SmsAuthenticationMessage: everything.SmsAuthenticationMessage,
      SmsConfiguration: everything.SmsConfiguration,
    },
  })
})

test('a pool can be renamed, and keeps what was fixed when it was created', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'before',
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    }),
  )
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, PoolName: 'after' }))
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))
  assert.deepEqual(after, { ...UserPool, Name: 'after' })
})

test('pools are listed a page at a time, those of the region only', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const names = ['a', 'b', 'c', 'd', 'e']
  for (const PoolName of names) await cognito.send(new CreateUserPoolCommand({ PoolName }))
  const elsewhere = pools.cognito({ region: 'us-west-2' })
  const { UserPool: foreign } = await elsewhere.send(new CreateUserPoolCommand({ PoolName: 'elsewhere' }))

  const seen: string[] = []
  let NextToken: string | undefined
  do {
    const page = await cognito.send(new ListUserPoolsCommand({ MaxResults: 2, NextToken }))
    assert.ok((page.UserPools?.length ?? 0) <= 2)
    for (const pool of page.UserPools ?? []) seen.push(pool.Name ?? '')
    NextToken = page.NextToken
  } while (NextToken)
  assert.deepEqual(seen.sort(), names)
  await assert.rejects(
    cognito.send(new ListUserPoolsCommand({ MaxResults: 2, NextToken: 'nonsense' })),
    refusal('InvalidParameterException', 'Invalid pagination token given.'),
  )
  await assert.rejects(
    cognito.send(new DescribeUserPoolCommand({ UserPoolId: foreign?.Id })),
    refusal('ResourceNotFoundException', `User pool ${foreign?.Id} does not exist.`),
  )
})

test('deletion protection refuses, and a deleted pool takes its clients along', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'kept', DeletionProtection: 'ACTIVE' }))
  const UserPoolId = UserPool?.Id
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }))
  await assert.rejects(
    cognito.send(new DeleteUserPoolCommand({ UserPoolId })),
    refusal(
      'InvalidParameterException',
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    ),
  )
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, DeletionProtection: 'INACTIVE' }))
  await cognito.send(new DeleteUserPoolCommand({ UserPoolId }))
  const gone = refusal('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`)
  await assert.rejects(cognito.send(new DeleteUserPoolCommand({ UserPoolId })), gone)
  await assert.rejects(cognito.send(new ListUserPoolClientsCommand({ UserPoolId })), gone)
  await assert.rejects(
    cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId: UserPoolClient?.ClientId })),
    gone,
  )
})

/** What is left of an answer once the members that Update does not know are stripped. */
function settingsOf(pool: UserPoolType | undefined) {
  const {
    Id: _id,
    Name: _name,
    Arn: _arn,
    CreationDate: _created,
    LastModifiedDate: _modified,
    SchemaAttributes: _schema,
    EstimatedNumberOfUsers: _users,
    ...settings
  } = structuredClone(pool) ?? {}
  return settings
}
