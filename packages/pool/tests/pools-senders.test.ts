import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  type LambdaConfigType,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DisableKeyCommand,
  type KMSClient,
  ListGrantsCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import { accountId, refusal, startPools } from './compose.ts'

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:sender'
const sender = { LambdaArn: functionArn, LambdaVersion: 'V1_0' } as const

test('senders get one grant on their key, which goes when they go', async () => {
  await using pools = await startPools()
  const [cognito, kms] = [pools.cognito(), pools.kms()]
  const [first, second] = [await newKey(kms), await newKey(kms)]
  const both: LambdaConfigType = { CustomEmailSender: sender, CustomSMSSender: sender, KMSKeyID: first }
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'senders', LambdaConfig: both }))
  const UserPoolId = UserPool?.Id
  assert.deepEqual(UserPool?.LambdaConfig, both)
  const [grant, ...more] = await grantsOn(kms, first)
  assert.equal(more.length, 0)
  assert.equal(grant?.GranteePrincipal, 'cognito-idp.amazonaws.com')
  assert.deepEqual(grant?.Operations, ['GenerateDataKey'])
  assert.deepEqual(grant?.Constraints, { EncryptionContextSubset: { 'userpool-id': UserPoolId } })

  const one: LambdaConfigType = { CustomSMSSender: sender, KMSKeyID: first }
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: one }))
  assert.deepEqual(await grantsOn(kms, first), [grant], 'the same key keeps its grant')

  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: { ...one, KMSKeyID: second } }))
  assert.deepEqual(await grantsOn(kms, first), [])
  assert.equal((await grantsOn(kms, second)).length, 1)

  await cognito.send(new UpdateUserPoolCommand({ UserPoolId }))
  assert.deepEqual(await grantsOn(kms, second), [])
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))
  assert.deepEqual(after?.LambdaConfig, {})

  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: both }))
  assert.equal((await grantsOn(kms, first)).length, 1)
  await cognito.send(new DeleteUserPoolCommand({ UserPoolId }))
  assert.deepEqual(await grantsOn(kms, first), [])
})

test('many updates at once leave exactly one grant', async () => {
  await using pools = await startPools()
  const [cognito, kms] = [pools.cognito(), pools.kms()]
  const key = await newKey(kms)
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'busy' }))
  const LambdaConfig = { CustomEmailSender: sender, KMSKeyID: key }
  const update = () => cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, LambdaConfig }))
  await Promise.all(Array.from({ length: 8 }, update))
  assert.equal((await grantsOn(kms, key)).length, 1)
})

test('what KMS refuses is said, and neither pool nor setting comes of it', async () => {
  await using pools = await startPools()
  const [cognito, kms] = [pools.cognito(), pools.kms()]
  const disabled = await newKey(kms)
  await kms.send(new DisableKeyCommand({ KeyId: disabled }))
  const pending = await newKey(kms)
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: pending }))
  const aliased = await newKey(kms)
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/senders', TargetKeyId: aliased }))
  const refusals: [string, string, RegExp][] = [
    [
      'missing',
      `arn:aws:kms:eu-west-1:${accountId}:key/11111111-2222-3333-4444-555555555555`,
      /KMS answered NotFoundException: /,
    ],
    ['disabled', disabled, /KMS answered DisabledException: /],
    ['pending deletion', pending, /KMS answered KMSInvalidStateException: /],
    ['asymmetric', await newKey(kms, { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }), /KMS answered \w+: /],
    ['an alias', `arn:aws:kms:eu-west-1:${accountId}:alias/senders`, /KMS answered \w+: /],
    ['of another region', await newKey(pools.kms({ region: 'us-west-2' })), /KMS answered \w+: .*us-west-2/],
    ['not for this caller', await newKey(kms, { Policy: onlyFor('somebody-else') }), /KMS answered AccessDenied/],
  ]
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'good' }))
  for (const [what, KMSKeyID, words] of refusals) {
    const LambdaConfig = { CustomEmailSender: sender, KMSKeyID }
    const refused = refusal('InvalidParameterException', words)
    await assert.rejects(cognito.send(new CreateUserPoolCommand({ PoolName: 'bad', LambdaConfig })), refused, what)
    await assert.rejects(
      cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id, PoolName: 'bad', LambdaConfig })),
      refused,
      what,
    )
  }
  const { UserPools } = await cognito.send(new ListUserPoolsCommand({ MaxResults: 60 }))
  assert.deepEqual(
    UserPools?.map(({ Name, LambdaConfig }) => ({ Name, LambdaConfig })),
    [{ Name: 'good', LambdaConfig: {} }],
  )
})

test('a grant that cannot be taken back does not stop an update', async () => {
  await using pools = await startPools()
  const [cognito, kms] = [pools.cognito(), pools.kms()]
  const key = await newKey(kms)
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig: { CustomEmailSender: sender, KMSKeyID: key } }),
  )
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: key }))
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId: UserPool?.Id }))
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))
  assert.deepEqual(after?.LambdaConfig, {})
})

test('the grant is asked for as the session of a role, when that configures the pool', async () => {
  await using pools = await startPools()
  const kms = pools.kms()
  const RoleArn = `arn:aws:iam::${accountId}:role/deployer`
  const { Credentials } = await pools.sts().send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ci' }))
  const session = { accessKeyId: Credentials?.AccessKeyId ?? '', sessionToken: Credentials?.SessionToken ?? '' }
  const create = (KMSKeyID: string) =>
    pools
      .cognito(session)
      .send(new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig: { CustomEmailSender: sender, KMSKeyID } }))
  const key = await newKey(kms)
  await create(key)
  assert.equal((await grantsOn(kms, key)).length, 1)
  await assert.rejects(
    create(await newKey(kms, { Policy: onlyFor('somebody-else') })),
    refusal('InvalidParameterException', /KMS answered AccessDenied.*assumed-role\/deployer\/ci/),
  )
})

async function newKey(kms: KMSClient, input: CreateKeyCommandInput = {}): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input))
  return KeyMetadata?.Arn ?? ''
}

async function grantsOn(kms: KMSClient, KeyId: string) {
  return (await kms.send(new ListGrantsCommand({ KeyId }))).Grants ?? []
}

/** A policy under which the test's caller may do everything but grant. */
function onlyFor(name: string): string {
  const caller = `arn:aws:iam::${accountId}:user/administrator`
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: { AWS: caller }, Action: ['kms:PutKeyPolicy', 'kms:Describe*'], Resource: '*' },
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${accountId}:user/${name}` },
        Action: 'kms:CreateGrant',
        Resource: '*',
      },
    ],
  })
}
