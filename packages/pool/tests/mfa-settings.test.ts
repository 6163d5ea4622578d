import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserSettingsCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  GetUserPoolMfaConfigCommand,
  SetUserMFAPreferenceCommand,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
  SetUserSettingsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal, startPools } from './compose.ts'
import { mfaPlace, PHONE, smsConfiguration } from './mfa-place.ts'
import { signInPlace } from './sign-in-place.ts'

const sms = { SmsConfiguration: smsConfiguration, SmsAuthenticationMessage: 'Your code: {####}' }
const attributes = { phone_number: PHONE }

test('a pool’s MFA is set, answered and turned off again', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p' }))
  const UserPoolId = UserPool!.Id!
  const config = { SmsMfaConfiguration: sms, MfaConfiguration: 'ON' as const }
  const { $metadata: _set, ...set } = await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, ...config }))
  assert.deepEqual(set, config)
  const { $metadata: _got, ...got } = await cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))
  assert.deepEqual(got, config)
  const described = (await cognito.send(new DescribeUserPoolCommand({ UserPoolId }))).UserPool
  assert.equal(described?.MfaConfiguration, 'ON')
  assert.deepEqual(described?.SmsConfiguration, smsConfiguration)
  assert.equal(described?.SmsAuthenticationMessage, sms.SmsAuthenticationMessage)
  await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OFF' }))
  assert.equal((await cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).MfaConfiguration, 'OFF')
  // What the pool has already need not be given again.
  await cognito.send(
    new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'OPTIONAL', SmsMfaConfiguration: {} }),
  )
})

const refused: [what: string, input: Partial<SetUserPoolMfaConfigCommandInput>, words: string | RegExp][] = [
  [
    'MFA without a factor',
    { MfaConfiguration: 'OPTIONAL' },
    "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
  ],
  [
    'a factor with MFA off',
    { MfaConfiguration: 'OFF', SmsMfaConfiguration: sms },
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  ],
  [
    'SMS of a pool that cannot send any',
    { MfaConfiguration: 'ON', SmsMfaConfiguration: {} },
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  ],
  [
    'TOTP, by name',
    { MfaConfiguration: 'ON', SmsMfaConfiguration: sms, SoftwareTokenMfaConfiguration: { Enabled: true } },
    /^SoftwareTokenMfaConfiguration .*not built yet/,
  ],
  [
    'a factor that is off with MFA off',
    { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: false } },
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  ],
  [
    'e-mail of a pool that sends by Cognito’s own account',
    { MfaConfiguration: 'ON', SmsMfaConfiguration: sms, EmailMfaConfiguration: { Subject: 'Code' } },
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of COGNITO_DEFAULT.',
  ],
  ['passkeys, by name', { WebAuthnConfiguration: { RelyingPartyId: 'a.example' } }, /not built yet/],
]

for (const [what, input, words] of refused) {
  test(`SetUserPoolMfaConfig refuses ${what}`, async () => {
    await using pools = await startPools()
    const cognito = pools.cognito()
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p' }))
    await assert.rejects(
      cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId: UserPool!.Id!, ...input })),
      refusal('InvalidParameterException', words),
    )
  })
}

test('UpdateUserPool does not turn MFA on, and a pool whose only recovery is the phone of its MFA is refused', async () => {
  await using place = await signInPlace()
  const ON = { MfaConfiguration: 'ON', SmsConfiguration: smsConfiguration } as const
  await assert.rejects(
    place.cognito.send(new UpdateUserPoolCommand({ UserPoolId: place.poolId, ...ON })),
    refusal('InvalidParameterException', 'Cannot turn MFA functionality ON, once the user pool has been created.'),
  )
  const byPhone = { RecoveryMechanisms: [{ Name: 'verified_phone_number' as const, Priority: 1 }] }
  await assert.rejects(
    place.cognito.send(new CreateUserPoolCommand({ PoolName: 'p', ...ON, AccountRecoverySetting: byPhone })),
    refusal('InvalidParameterException', /cannot use verified_phone_number as a recovery mechanism/),
  )
})

test('a user’s preference is set by themselves and by an administrator, and answered by both', async () => {
  await using place = await mfaPlace('OPTIONAL')
  const { cognito, poolId: UserPoolId } = place
  await place.addUser('jane', { attributes })
  const none = { options: 0, list: undefined, preferred: undefined }
  assert.deepEqual((await place.look('jane')).mfa, none)
  const AccessToken = (await place.signIn('jane')).AuthenticationResult?.AccessToken
  await cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, SMSMfaSettings: { Enabled: true } }))
  assert.deepEqual((await place.look('jane')).mfa, { options: 1, list: ['SMS_MFA'], preferred: undefined })
  await place.prefer('jane', true, true)
  const me = await cognito.send(new GetUserCommand({ AccessToken }))
  assert.deepEqual(
    [me.UserMFASettingList, me.PreferredMfaSetting, me.MFAOptions],
    [['SMS_MFA'], 'SMS_MFA', [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' }]],
  )
  // What is not named stays.
  await cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username: 'jane' }))
  assert.equal((await place.look('jane')).mfa.preferred, 'SMS_MFA')
  await place.prefer('jane', false, true)
  assert.deepEqual((await place.look('jane')).mfa, none)

  const phone = [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' as const }]
  await cognito.send(new SetUserSettingsCommand({ AccessToken, MFAOptions: phone }))
  await place.challenge('jane')
  await cognito.send(new AdminSetUserSettingsCommand({ UserPoolId, Username: 'jane', MFAOptions: [] }))
  assert.ok((await place.signIn('jane')).AuthenticationResult)
})

test('a factor without its means is refused', async () => {
  await using place = await mfaPlace('OPTIONAL')
  await place.addUser('jane')
  const set = (settings: object) =>
    place.cognito.send(
      new AdminSetUserMFAPreferenceCommand({ UserPoolId: place.poolId, Username: 'jane', ...settings }),
    )
  const on = { Enabled: true, PreferredMfa: true }
  for (const [settings, words] of [
    [{ SMSMfaSettings: on }, 'User does not have delivery config set to turn on SMS_MFA'],
    [{ SoftwareTokenMfaSettings: on }, 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA'],
    [{ EmailMfaSettings: on }, 'User does not have delivery config set to turn on EMAIL_OTP'],
    [{ WebAuthnMfaSettings: { Enabled: true } }, /not built yet/],
  ] as const) {
    await assert.rejects(set(settings), refusal('InvalidParameterException', words))
  }
  await assert.rejects(
    place.cognito.send(
      new AdminSetUserSettingsCommand({
        UserPoolId: place.poolId,
        Username: 'jane',
        MFAOptions: [{ AttributeName: 'email', DeliveryMedium: 'EMAIL' }],
      }),
    ),
    { name: 'InvalidParameterException' },
  )
})
