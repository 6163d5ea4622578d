import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  type RecoveryOptionType,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { users } from '../src/storage/collections.ts'
import { type AttributesPlace, attributesPlace, smsConfiguration } from './attributes-place.ts'
import { refusal } from './compose.ts'

const both = {
  email: 'jane@example.com',
  email_verified: 'true',
  phone_number: '+12065550100',
  phone_number_verified: 'true',
}
const NEW = 'Battery-Staple-2'
const noRoute = refusal(
  'InvalidParameterException',
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
)

const reset = ({ cognito, poolId }: AttributesPlace, Username = 'jane') =>
  cognito.send(new AdminResetUserPasswordCommand({ UserPoolId: poolId, Username }))
const confirm = ({ cognito, clientId }: AttributesPlace, ConfirmationCode: string) =>
  cognito.send(
    new ConfirmForgotPasswordCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode, Password: NEW }),
  )

test('an administrator’s reset ends the password and sends the code that sets a new one', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: { ...both, phone_number_verified: 'false' } })
  const { AuthenticationResult } = await place.signIn('jane')
  await reset(place)
  const [message] = await place.messages()
  assert.deepEqual([message?.to, message?.trigger?.source], ['jane@example.com', 'ForgotPassword'])
  assert.equal(message?.trigger?.clientId, undefined)
  assert.equal((await place.look('jane')).status, 'RESET_REQUIRED')
  const required = refusal('PasswordResetRequiredException', 'Password reset required for the user')
  await assert.rejects(place.signIn('jane'), required)
  await assert.rejects(
    place.cognito.send(
      new InitiateAuthCommand({
        ClientId: place.clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' },
      }),
    ),
    required,
  )
  await assert.rejects(place.update(AuthenticationResult?.AccessToken ?? '', { name: 'J' }), required)
  await confirm(place, await place.code())
  assert.equal((await place.look('jane')).status, 'CONFIRMED')
  assert.ok(await place.token('jane', NEW))
})

test('a reset needs somebody to reset, and a way to tell them', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: { email: 'jane@example.com' } })
  await assert.rejects(reset(place), noRoute)
  assert.equal((await place.look('jane')).status, 'CONFIRMED', 'nothing changed')
  await place.addUser('new', { temporary: true, attributes: both })
  const notNow = refusal('NotAuthorizedException', 'User password cannot be reset in the current state.')
  await assert.rejects(reset(place, 'new'), notNow)
  await assert.rejects(reset(place, 'nobody'), refusal('UserNotFoundException', 'User does not exist.'))
  await place.updateAsAdmin('jane', both)
  await place.cognito.send(new AdminDisableUserCommand({ UserPoolId: place.poolId, Username: 'jane' }))
  await assert.rejects(reset(place), refusal('NotAuthorizedException', 'User is disabled.'))
  assert.deepEqual(await place.messages(), [])
})

const mechanisms = (...names: RecoveryOptionType['Name'][]) => ({
  RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
})

test('the code goes where AccountRecoverySetting says, and not by what the second factor comes by', async () => {
  const phoneFirst = mechanisms('verified_phone_number', 'verified_email')
  const cases = [
    { setting: undefined, sms: false, to: both.phone_number },
    { setting: undefined, sms: true, to: both.phone_number },
    { setting: phoneFirst, sms: false, to: both.phone_number },
    { setting: phoneFirst, sms: true, to: both.email },
    { setting: mechanisms('verified_email', 'verified_phone_number'), sms: false, to: both.email },
    { setting: mechanisms('verified_email'), sms: true, to: both.email },
    { setting: mechanisms('admin_only'), sms: false, to: undefined },
  ]
  await using place = await attributesPlace({ MfaConfiguration: 'OPTIONAL' })
  await place.addUser('jane', { attributes: both })
  const { poolId, clientId, cognito, pools } = place
  for (const { setting, sms, to } of cases) {
    const what = `${JSON.stringify(setting)} ${sms}`
    await cognito.send(
      new UpdateUserPoolCommand({
        UserPoolId: poolId,
        MfaConfiguration: 'OPTIONAL',
        SmsConfiguration: smsConfiguration,
        AccountRecoverySetting: setting,
      }),
    )
    await pools.store.transaction(async (tx) => {
      const jane = await tx.get(users, [poolId, 'jane'])
      tx.put(users, [poolId, 'jane'], { ...jane!, status: 'CONFIRMED', mfa: { sms: { enabled: sms, preferred: sms } } })
    })
    for (const ask of [
      () => cognito.send(new ForgotPasswordCommand({ ClientId: clientId, Username: 'jane' })),
      () => reset(place),
    ]) {
      await pools.inbox.clear()
      if (to === undefined) {
        await assert.rejects(ask(), noRoute, what)
        continue
      }
      await ask()
      assert.deepEqual(
        (await place.messages()).map((message) => message.to),
        [to],
        what,
      )
    }
  }
})

test('a reset code that went to an address of before sets the password and proves nothing', async () => {
  await using place = await attributesPlace({ AutoVerifiedAttributes: [] })
  await place.addUser('jane', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  await reset(place)
  const code = await place.code()
  await place.updateAsAdmin('jane', { email: 'other@example.org' })
  await confirm(place, code)
  assert.equal((await place.look('jane')).attributes.email_verified, 'false')
  assert.ok(await place.token('jane', NEW))
})
