import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
  DescribeUserPoolCommand,
  UpdateUserPoolCommand,
  type UpdateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Setting, start } from './setting/herald.ts'
import { senderArn } from './setting/moody-sender.ts'
import { allMessages, app, delivered, password, refusal } from './setting/people.ts'
import { createKey, createPool, senders, smsConfiguration } from './setting/pool.ts'

type Settings = Omit<UpdateUserPoolCommandInput, 'UserPoolId'>

/** Settings none of which has its default; each may stand alone. */
async function changedSettings(setting: Setting): Promise<Settings> {
  return {
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, InviteMessageTemplate: { EmailSubject: 'Welcome' } },
    AutoVerifiedAttributes: ['email'],
    DeletionProtection: 'ACTIVE',
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/example.com',
    },
    EmailVerificationMessage: 'Mail {####}',
    EmailVerificationSubject: 'Verify',
    LambdaConfig: senders(senderArn, await createKey(setting)),
    Policies: { PasswordPolicy: { MinimumLength: 20, TemporaryPasswordValidityDays: 3 } },
    SmsConfiguration: { ...smsConfiguration, ExternalId: 'x' },
    SmsVerificationMessage: 'Text {####}',
    UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
    UserPoolTags: { team: 'login' },
    UserPoolTier: 'PLUS',
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', EmailSubject: 'Code' },
  }
}

async function describe({ cognito }: Setting, UserPoolId: string | undefined) {
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))
  const { Id, Name, Arn, CreationDate, LastModifiedDate, ...settings } = UserPool ?? {}
  return settings as Record<string, unknown>
}

test('an update that names one setting keeps that one and returns every other to its default', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const create = async (input: Partial<CreateUserPoolCommandInput>) =>
    (await cognito.send(new CreateUserPoolCommand({ PoolName: 'p', ...input }))).UserPool?.Id
  const changed = await changedSettings(setting)
  const plain = await describe(setting, await create({}))
  for (const [member, value] of Object.entries(changed)) {
    // Threat protection is for one tier only.
    const tier = member === 'UserPoolAddOns' ? { UserPoolTier: changed.UserPoolTier } : {}
    const one = { [member]: value, ...tier } as Partial<Settings>
    const UserPoolId = await create(changed as CreateUserPoolCommandInput)
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId, ...one }))
    const after = await describe(setting, UserPoolId)
    // What a pool is that was created with this setting and nothing else.
    assert.deepEqual(after, await describe(setting, await create(one)), member)
    assert.notDeepEqual(after, plain, member)
    await cognito.send(new UpdateUserPoolCommand({ UserPoolId }))
    assert.deepEqual(await describe(setting, UserPoolId), plain, member)
  }
})

test('what an update has reset counts from the next call on', async (t) => {
  const setting = await start(t)
  const changed = await changedSettings(setting)
  const { LambdaConfig: _LambdaConfig, ...others } = changed
  const pool = await createPool(setting, others as CreateUserPoolCommandInput)
  const client = app(setting, pool)
  const jane = { email: 'jane@example.com' }
  await assert.rejects(client.signUp('jane', jane), refusal('NotAuthorizedException', /SignUp is not permitted/))
  const update = (settings: Settings) =>
    setting.cognito.send(new UpdateUserPoolCommand({ UserPoolId: pool.poolId, ...settings }))

  await update({ AutoVerifiedAttributes: ['email'], Policies: changed.Policies })
  await assert.rejects(client.signUp('jane', jane), refusal('InvalidPasswordException', /not long enough/))
  await update({ AutoVerifiedAttributes: ['email'], EmailVerificationMessage: 'Mail {####}' })
  await client.signUp('jane', jane)
  const mail = await delivered(setting, { userName: 'jane' })
  assert.equal(mail.text, `Mail ${mail.code}`)
  await update({})
  assert.equal((await client.signUp('kim', jane, { Password: password })).CodeDeliveryDetails, undefined)
  assert.equal((await allMessages(setting)).length, 1)
  // The code that was sent before is still good.
  await client.confirm('jane', mail.code)
})
