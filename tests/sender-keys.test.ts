import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  ListUserPoolsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListGrantsCommand,
  PutKeyPolicyCommand,
  RevokeGrantCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { type Began, moodySender, senderArn } from './setting/moody-sender.ts'
import { allMessages, app, delivered, refusal } from './setting/people.ts'
import { createKey, senders } from './setting/pool.ts'
import { told, until } from './setting/trace.ts'

const minute = 60_000
const account = '000000000000'
const root = `arn:aws:iam::${account}:root`

test('a key that the senders could not use is refused, by Create and by Update, and nothing changes', async (t) => {
  const setting = await start(t)
  const { cognito, kms } = setting
  const make = async (input: CreateKeyCommandInput = {}) =>
    (await kms.send(new CreateKeyCommand(input))).KeyMetadata!.Arn!
  const abroad = new KMSClient({ ...(await configOf(setting)), region: 'eu-west-1' })
  t.after(() => abroad.destroy())
  const disabled = await make()
  await kms.send(new DisableKeyCommand({ KeyId: disabled }))
  const pending = await make()
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId: pending, PendingWindowInDays: 7 }))
  const good = await make()
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/senders', TargetKeyId: good }))
  const keys: [string, string, RegExp][] = [
    ['missing', `arn:aws:kms:us-east-1:${account}:key/11111111-2222-3333-4444-555555555555`, /NotFoundException/],
    ['disabled', disabled, /DisabledException/],
    ['pending deletion', pending, /KMSInvalidStateException/],
    ['asymmetric', await make({ KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }), /KMS answered \w+Exception/],
    ['for signatures', await make({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }), /KMS answered \w+Exception/],
    ['an alias ARN', `arn:aws:kms:us-east-1:${account}:alias/senders`, /KMS answered \w+Exception/],
    ['a bare id', good.split('/')[1] ?? '', /1 validation error detected: .*[kK]MSKeyID.* regular expression pattern/],
    ['an alias', 'alias/senders', /validation errors? detected: .*[kK]MSKeyID/],
    [
      'of another region',
      (await abroad.send(new CreateKeyCommand({}))).KeyMetadata!.Arn!,
      /KMS answered \w+Exception: .*eu-west-1/,
    ],
    ['not for the caller to grant', await make({ Policy: withoutGrants() }), /KMS answered AccessDenied.*CreateGrant/],
  ]
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'good', LambdaConfig: senders(senderArn, good) }),
  )
  for (const [what, keyArn, words] of keys) {
    const LambdaConfig = senders(senderArn, keyArn)
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
    UserPools?.map(({ Name }) => Name),
    ['good'],
  )
  const { UserPool: after } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))
  assert.deepEqual(after, UserPool)
  assert.equal((await grantsOn(setting, good)).length, 1)
  assert.deepEqual(setting.logged, [])
})

/** A pool with a sender that works, and what jane's message goes through once `spoil` has been done to its key. */
async function spoiled(t: TestContext, spoil: (setting: Setting, keyArn: string) => Promise<unknown>) {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await moodySender(setting, began.url)
  await spoil(setting, pool.keyArn)
  const client = app(setting, pool)
  const answer = await client.signUp('jane', { email: 'jane@example.com' })
  assert.equal(answer.CodeDeliveryDetails?.DeliveryMedium, 'EMAIL')
  const [message] = await allMessages(setting, { userName: 'jane' })
  return { setting, began, pool, client, id: message?.id ?? '' }
}

const disable = ({ kms }: Setting, KeyId: string) => kms.send(new DisableKeyCommand({ KeyId }))
const retryingAfter = (setting: Setting, id: string, attempts: number) =>
  until(
    setting,
    id,
    ({ state, trace }) =>
      state === 'retrying' && trace.filter(({ outcome }) => outcome === 'retrying').length === attempts,
  )

const troubles: { what: string; spoil: (setting: Setting, keyArn: string) => Promise<unknown>; why: RegExp }[] = [
  { what: 'disabled', spoil: disable, why: /DisabledException: .* is disabled\./ },
  {
    what: 'pending deletion',
    spoil: ({ kms }, KeyId) => kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 })),
    why: /KMSInvalidStateException: .* is pending deletion\./,
  },
  {
    what: 'gone for good',
    spoil: async (setting, KeyId) => {
      await setting.kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
      setting.advance(8 * 24 * 60 * minute)
    },
    why: /\w+Exception: /,
  },
  {
    what: 'without its grant, which was revoked by hand',
    spoil: async (setting, KeyId) => {
      const [grant] = await grantsOn(setting, KeyId)
      await setting.kms.send(new RevokeGrantCommand({ KeyId, GrantId: grant?.GrantId }))
    },
    why: /AccessDeniedException: User: cognito-idp\.amazonaws\.com is not authorized to perform: kms:GenerateDataKey/,
  },
]
for (const { what, spoil, why } of troubles) {
  test(`a key that is ${what} holds the message up for three tries; the sign-up stands`, async (t) => {
    const { setting, began, client, id } = await spoiled(t, spoil)
    const waiting = await retryingAfter(setting, id, 1)
    const [said = ''] = told(waiting).filter((step) => step.startsWith('encrypt retrying: attempt 1 of 3: '))
    assert.match(said, why)
    setting.advance(minute)
    await retryingAfter(setting, id, 2)
    setting.advance(2 * minute)
    const message = await until(setting, id, ({ state }) => state === 'abandoned')
    assert.match(told(message).at(-1) ?? '', /^encrypt abandoned: attempt 3 of 3: \w+Exception/)
    assert.equal((await client.look('jane')).status, 'UNCONFIRMED')
    assert.equal(began.received.length, 0)
    assert.deepEqual(setting.logged, [])
  })
}

test('a key that is enabled again before the next try delivers the message', async (t) => {
  const { setting, client, pool, id } = await spoiled(t, disable)
  await retryingAfter(setting, id, 1)
  await setting.kms.send(new EnableKeyCommand({ KeyId: pool.keyArn }))
  setting.advance(minute)
  await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
})

test("a key policy that does not let the function's role decrypt fails the function, until it does", async (t) => {
  const { setting, began, pool, client, id } = await spoiled(t, async ({ kms }, KeyId) =>
    kms.send(new PutKeyPolicyCommand({ KeyId, Policy: withoutDecrypt() })),
  )
  const failed = await until(setting, id, ({ state }) => state === 'retrying')
  assert.match(told(failed).at(-1) ?? '', /^function failed: attempt 1 of 3: /)
  assert.equal(began.received.length, 1)
  const decrypts = { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:role/sender` }, Action: 'kms:Decrypt' }
  await setting.kms.send(new PutKeyPolicyCommand({ KeyId: pool.keyArn, Policy: withoutDecrypt(decrypts) }))
  setting.advance(minute)
  await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
})

test('senders that are taken off, and pools that are deleted, leave no grant behind', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const [first, second] = [await createKey(setting), await createKey(setting)]
  const create = (keyArn: string) =>
    cognito.send(new CreateUserPoolCommand({ PoolName: 'p', LambdaConfig: senders(senderArn, keyArn) }))
  const { UserPool } = await create(first)
  const UserPoolId = UserPool?.Id
  const [grant] = await grantsOn(setting, first)
  assert.equal(grant?.GranteePrincipal, 'cognito-idp.amazonaws.com')
  assert.deepEqual(grant?.Operations, ['GenerateDataKey'])
  assert.deepEqual(grant?.Constraints, { EncryptionContextSubset: { 'userpool-id': UserPoolId } })
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: senders(senderArn, second) }))
  assert.deepEqual([(await grantsOn(setting, first)).length, (await grantsOn(setting, second)).length], [0, 1])
  await cognito.send(new UpdateUserPoolCommand({ UserPoolId, LambdaConfig: {} }))
  assert.equal((await grantsOn(setting, second)).length, 0)
  const { UserPool: other } = await create(second)
  assert.equal((await grantsOn(setting, second)).length, 1)
  await cognito.send(new DeleteUserPoolCommand({ UserPoolId: other?.Id }))
  assert.equal((await grantsOn(setting, second)).length, 0)
})

async function grantsOn({ kms }: Setting, KeyId: string) {
  return (await kms.send(new ListGrantsCommand({ KeyId }))).Grants ?? []
}

/** Where the setting's clients call, and as whom. */
async function configOf(setting: Setting) {
  return { endpoint: setting.url, credentials: await setting.kms.config.credentials() }
}

/** A policy under which everybody of the account may do all but `except`, and what `more` says. */
function policy(except: string, ...more: object[]): string {
  const all = { Effect: 'Allow', Principal: { AWS: root }, NotAction: except, Resource: '*' }
  const others = more.map((statement) => ({ Resource: '*', ...statement }))
  return JSON.stringify({ Version: '2012-10-17', Statement: [all, ...others] })
}

const withoutGrants = () => policy('kms:CreateGrant')
const withoutDecrypt = (...more: object[]) => policy('kms:Decrypt', ...more)
