import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CreateUserPoolCommand,
  ForgotPasswordCommand,
  GetUserPoolMfaConfigCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal, startPools } from './compose.ts'
import { EMAIL, emailMfaPlace, ownSes } from './mfa-email-place.ts'
import { PHONE, smsConfiguration } from './mfa-place.ts'

const attributes = { email: EMAIL }
const both = { email: EMAIL, phone_number: PHONE }
const on = { Enabled: true }
const preferred = { Enabled: true, PreferredMfa: true }
const mismatch = refusal('CodeMismatchException', 'Invalid code or auth state for the user.')
const used = refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.')
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded')
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

test('a pool that demands MFA by e-mail asks everybody, and the right code signs in once and verifies the address', async () => {
  await using place = await emailMfaPlace('ON')
  await place.addUser('jane', { attributes })
  const { ChallengeName, ChallengeParameters, Session, AuthenticationResult } = await place.signIn('jane')
  assert.deepEqual([ChallengeName, AuthenticationResult], ['EMAIL_OTP', undefined])
  assert.deepEqual(ChallengeParameters, {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: 'j***@e***',
    USER_ID_FOR_SRP: 'jane',
  })
  const [{ code = '', channel, to } = {}] = await place.codes()
  assert.match(code, /^\d{6}$/)
  assert.deepEqual([channel, to], ['email', EMAIL])
  await assert.rejects(place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: wrongFor(code) }), mismatch)
  // A code belongs to its challenge.
  await assert.rejects(
    place.answer('SMS_MFA', Session, { SMS_MFA_CODE: code }),
    refusal('NotAuthorizedException', 'Invalid session for the user.'),
  )
  const signedIn = await place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: code })
  const { IdToken = '' } = signedIn.AuthenticationResult!
  assert.equal(JSON.parse(Buffer.from(IdToken.split('.')[1] ?? '', 'base64url').toString()).email_verified, true)
  await assert.rejects(place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: code }), used)
})

test('code and session end with AuthSessionValidity, and a code is worth nothing for another address', async () => {
  await using place = await emailMfaPlace('ON')
  await place.addUser('jane', { attributes })
  const late = await place.signIn('jane')
  const [first] = await place.codes()
  place.pools.clock.advance(3 * 60_000)
  await assert.rejects(
    place.answer('EMAIL_OTP', late.Session, { EMAIL_OTP_CODE: first!.code }),
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  )
  const moved = await place.signIn('jane')
  const [second] = await place.codes()
  await place.cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: place.poolId,
      Username: 'jane',
      UserAttributes: [{ Name: 'email', Value: 'other@example.com' }],
    }),
  )
  await assert.rejects(place.answer('EMAIL_OTP', moved.Session, { EMAIL_OTP_CODE: second!.code }), mismatch)
})

test('five wrong codes lock sign-in', async () => {
  await using place = await emailMfaPlace('ON')
  await place.addUser('jane', { attributes })
  const { Session } = await place.signIn('jane')
  const [{ code = '' } = {}] = await place.codes()
  for (let i = 0; i < 5; i++) {
    await assert.rejects(place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: wrongFor(code) }), mismatch)
  }
  await assert.rejects(place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: code }), locked)
  place.pools.clock.advance(1000)
  assert.ok((await place.answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: code })).AuthenticationResult)
})

test('where MFA is optional, those who turned e-mail on are asked, and both user operations answer it', async () => {
  await using place = await emailMfaPlace('OPTIONAL')
  await place.addUser('jane', { attributes })
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await place.prefer('jane', { EmailMfaSettings: preferred })
  const user = await place.cognito.send(new AdminGetUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  assert.deepEqual(
    [user.UserMFASettingList, user.PreferredMfaSetting, user.MFAOptions],
    [['EMAIL_OTP'], 'EMAIL_OTP', undefined],
  )
  assert.equal((await place.signIn('jane')).ChallengeName, 'EMAIL_OTP')
  // A factor that the pool takes no more is not asked for.
  await place.configure({ MfaConfiguration: 'OFF' })
  await place.configure({
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: { SmsConfiguration: smsConfiguration },
  })
  assert.ok((await place.signIn('jane')).AuthenticationResult)
})

test('of several factors the preferred one is asked for; without a preference the user chooses', async () => {
  await using place = await emailMfaPlace('OPTIONAL', { sms: true })
  await place.addUser('jane', { attributes: both })
  await place.prefer('jane', { EmailMfaSettings: on, SMSMfaSettings: on })
  const { ChallengeName, ChallengeParameters, Session } = await place.signIn('jane')
  assert.equal(ChallengeName, 'SELECT_MFA_TYPE')
  assert.deepEqual(ChallengeParameters, {
    MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]',
    USER_ID_FOR_SRP: 'jane',
  })
  assert.deepEqual(await place.codes(), [])
  await assert.rejects(
    place.answer('SELECT_MFA_TYPE', Session, { ANSWER: 'SOFTWARE_TOKEN_MFA' }),
    refusal('InvalidParameterException', 'Invalid MFA type selected.'),
  )
  const chosen = await place.answer('SELECT_MFA_TYPE', Session, { ANSWER: 'EMAIL_OTP' })
  assert.deepEqual([chosen.ChallengeName, (await place.codes())[0]?.channel], ['EMAIL_OTP', 'email'])
  await assert.rejects(place.answer('SELECT_MFA_TYPE', Session, { ANSWER: 'SMS_MFA' }), used)
  const [{ code = '' } = {}] = await place.codes()
  assert.ok((await place.answer('EMAIL_OTP', chosen.Session, { EMAIL_OTP_CODE: code })).AuthenticationResult)

  await place.prefer('jane', { SMSMfaSettings: preferred })
  assert.equal((await place.signIn('jane')).ChallengeName, 'SMS_MFA')
  await place.prefer('jane', { EmailMfaSettings: preferred })
  assert.equal((await place.signIn('jane')).ChallengeName, 'EMAIL_OTP')
  const user = await place.cognito.send(new AdminGetUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  assert.deepEqual([user.UserMFASettingList, user.PreferredMfaSetting], [['SMS_MFA', 'EMAIL_OTP'], 'EMAIL_OTP'])
  await assert.rejects(
    place.prefer('jane', { EmailMfaSettings: preferred, SMSMfaSettings: preferred }),
    refusal('InvalidParameterException', 'Only one MFA method can be preferred.'),
  )
})

test('where MFA is demanded, who turned nothing on uses what their addresses allow, and who has none sets e-mail up', async () => {
  await using place = await emailMfaPlace('ON', { sms: true })
  await place.addUser('jane')
  await place.addUser('both', { attributes: both })
  await place.addUser('phone', { attributes: { phone_number: PHONE } })
  assert.equal((await place.signIn('both')).ChallengeName, 'SELECT_MFA_TYPE')
  assert.equal((await place.signIn('phone')).ChallengeName, 'SMS_MFA')
  const { ChallengeName, ChallengeParameters, Session } = await place.signIn('jane')
  assert.equal(ChallengeName, 'MFA_SETUP')
  assert.equal(ChallengeParameters?.MFAS_CAN_SETUP, '["EMAIL_OTP"]')
  await assert.rejects(
    place.answer('MFA_SETUP', Session, { EMAIL: 'no address' }),
    refusal('InvalidParameterException', 'Invalid email address format.'),
  )
  const next = await place.answer('MFA_SETUP', Session, { EMAIL: 'new@example.com' })
  assert.equal(next.ChallengeName, 'EMAIL_OTP')
  const [{ code = '', to } = {}] = await place.codes()
  assert.equal(to, 'new@example.com')
  assert.ok((await place.answer('EMAIL_OTP', next.Session, { EMAIL_OTP_CODE: code })).AuthenticationResult)
  assert.equal((await place.signIn('jane')).ChallengeName, 'EMAIL_OTP')
})

test('a password is not recovered by the address of the second factor', async () => {
  const AccountRecoverySetting = {
    RecoveryMechanisms: [
      { Name: 'verified_email' as const, Priority: 1 },
      { Name: 'verified_phone_number' as const, Priority: 2 },
    ],
  }
  await using place = await emailMfaPlace('OPTIONAL', { sms: true, pool: { AccountRecoverySetting } })
  await place.addUser('jane', { attributes: { ...both, email_verified: 'true', phone_number_verified: 'true' } })
  const medium = async () => {
    const answer = await place.cognito.send(new ForgotPasswordCommand({ ClientId: place.clientId, Username: 'jane' }))
    return answer.CodeDeliveryDetails?.DeliveryMedium
  }
  assert.equal(await medium(), 'EMAIL')
  await place.prefer('jane', { EmailMfaSettings: preferred })
  assert.equal(await medium(), 'SMS')
  await place.prefer('jane', { EmailMfaSettings: { Enabled: false }, SMSMfaSettings: on })
  assert.equal(await medium(), 'EMAIL')
})

test('a pool’s MFA by e-mail is set and answered, and needs its own SES identity, tier and recovery', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const create = async (settings: object) =>
    (await cognito.send(new CreateUserPoolCommand({ PoolName: 'p', EmailConfiguration: ownSes, ...settings })))
      .UserPool!.Id!
  const email = { Message: 'Use {####}', Subject: 'Code' }
  const set = (UserPoolId: string) =>
    cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, MfaConfiguration: 'ON', EmailMfaConfiguration: email }))
  const UserPoolId = await create({})
  const { $metadata: _set, ...answered } = await set(UserPoolId)
  assert.deepEqual(answered, { MfaConfiguration: 'ON', EmailMfaConfiguration: email })
  const { $metadata: _got, ...got } = await cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))
  assert.deepEqual(got, answered)
  // An update that keeps the identity keeps the factor; one that drops it is refused.
  const update = { UserPoolId, MfaConfiguration: 'ON' } as const
  await cognito.send(new UpdateUserPoolCommand({ ...update, EmailConfiguration: ownSes }))
  assert.deepEqual((await cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }))).EmailMfaConfiguration, email)
  await assert.rejects(
    cognito.send(new UpdateUserPoolCommand(update)),
    refusal('InvalidParameterException', /COGNITO_DEFAULT/),
  )
  await assert.rejects(
    set(await create({ UserPoolTier: 'LITE' })),
    refusal('FeatureUnavailableInTierException', 'MFA by e-mail is not available in the LITE tier.'),
  )
  const byEmail = { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] }
  await assert.rejects(
    set(await create({ AccountRecoverySetting: byEmail })),
    refusal('InvalidParameterException', /cannot use verified_email as a recovery mechanism/),
  )
})
