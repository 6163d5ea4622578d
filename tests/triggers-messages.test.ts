import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  GetUserAttributeVerificationCodeCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { allMessages, app, attributes, delivered, refusal } from './setting/people.ts'
import { createKey, createPool, senders, smsConfiguration } from './setting/pool.ts'
import { type Behaviour, inOrder, triggerFunction } from './setting/trigger-function.ts'

const texts = (words: string): Behaviour => ({
  response: {
    emailSubject: `${words}!`,
    emailMessage: `<p>${words}: {####}</p>`,
    smsMessage: `${words} by SMS: {####}`,
  },
})

test("CustomMessage's words go out in place of the pool's, with the code in them", async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { CustomMessage_SignUp: texts('Hello') })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('CustomMessage') })
  const people = app(setting, pool)
  const { UserSub } = await people.signUp('jane', { email: 'jane@example.com' }, { ClientMetadata: { lang: 'en' } })
  assert.equal(
    inOrder(trigger.events),
    inOrder([
      {
        version: '1',
        region: 'us-east-1',
        userPoolId: pool.poolId,
        userName: 'jane',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
        triggerSource: 'CustomMessage_SignUp',
        request: {
          userAttributes: {
            sub: UserSub,
            email_verified: 'false',
            'cognito:user_status': 'UNCONFIRMED',
            email: 'jane@example.com',
          },
          codeParameter: '{####}',
          linkParameter: '{##Click Here##}',
          usernameParameter: null,
          clientMetadata: { lang: 'en' },
        },
        response: { smsMessage: null, emailMessage: null, emailSubject: null },
      },
    ]),
  )
  const { code, text, message } = await delivered(setting, { userName: 'jane' })
  assert.equal(text.trim(), `Hello: ${code}`)
  assert.equal((message as { subject?: string }).subject, 'Hello!')
  await people.confirm('jane', code)
})

test('CustomMessage is asked for every reason to send', async (t) => {
  const setting = await start(t)
  const reasons = ['ResendCode', 'ForgotPassword', 'UpdateUserAttribute', 'VerifyUserAttribute']
  const trigger = await triggerFunction(
    t,
    setting,
    Object.fromEntries(reasons.map((reason) => [`CustomMessage_${reason}`, texts(reason)])),
  )
  const pool = await createPool(setting, { LambdaConfig: trigger.as('CustomMessage') })
  const people = app(setting, pool)
  const { cognito } = setting
  const seen = async (source: string) => (await delivered(setting, { source, userName: 'jane' })).text.trim()
  await people.signUp('jane', { email: 'jane@example.com' })
  assert.match(await seen('SignUp'), /^Your confirmation code is \d{6}$/, "a function without words leaves the pool's")
  await people.resend('jane')
  const resent = await delivered(setting, { source: 'ResendCode' })
  assert.equal(resent.text.trim(), `ResendCode: ${resent.code}`)
  await people.confirm('jane', resent.code)
  await people.forgot('jane')
  assert.match(await seen('ForgotPassword'), /^ForgotPassword: \d{6}$/)
  const AccessToken = (await people.signIn('jane')).AuthenticationResult?.AccessToken
  await cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'email' }))
  assert.match(await seen('VerifyUserAttribute'), /^VerifyUserAttribute: \d{6}$/)
  const UserAttributes = attributes({ email: 'jane@example.net' })
  await cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }))
  assert.match(await seen('UpdateUserAttribute'), /^UpdateUserAttribute: \d{6}$/)
  const jane = { UserPoolId: pool.poolId, Username: 'jane' }
  await cognito.send(
    new AdminUpdateUserAttributesCommand({ ...jane, UserAttributes: attributes({ email: 'jane@example.org' }) }),
  )
  await cognito.send(
    new AdminUpdateUserAttributesCommand({ ...jane, UserAttributes: attributes({ email_verified: 'true' }) }),
  )
  await cognito.send(new AdminResetUserPasswordCommand({ ...jane, ClientMetadata: { by: 'hand' } }))
  assert.deepEqual(
    trigger.events.map(({ triggerSource, callerContext, request }) => [
      triggerSource.replace('CustomMessage_', ''),
      callerContext.clientId === pool.clientId ? 'client' : callerContext.clientId,
      request.userAttributes.email,
    ]),
    [
      ['SignUp', 'client', 'jane@example.com'],
      ['ResendCode', 'client', 'jane@example.com'],
      ['ForgotPassword', 'client', 'jane@example.com'],
      ['VerifyUserAttribute', 'client', 'jane@example.com'],
      ['UpdateUserAttribute', 'client', 'jane@example.net'],
      ['UpdateUserAttribute', null, 'jane@example.org'],
      ['ForgotPassword', null, 'jane@example.org'],
    ],
  )
  assert.deepEqual(trigger.events.at(-1)?.request.clientMetadata, { by: 'hand' })
})

test('An invitation needs both placeholders, is asked for once for both media, and else says what the pool does', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, {
    CustomMessage_AdminCreateUser: {
      response: { emailMessage: 'Only {####}', smsMessage: '{username}, come in with {####}' },
    },
  })
  const pool = await createPool(setting, {
    SmsConfiguration: smsConfiguration,
    LambdaConfig: trigger.as('CustomMessage'),
  })
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: 'jane',
      TemporaryPassword: 'Temp-{username}-1',
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
      UserAttributes: attributes({ email: 'jane@example.com', phone_number: '+12065550100' }),
    }),
  )
  const sms = await delivered(setting, { channel: 'sms' })
  assert.equal(sms.text, 'jane, come in with Temp-{username}-1')
  const mail = await delivered(setting, { channel: 'email' })
  assert.equal(mail.text.trim(), 'Your username is jane and temporary password is Temp-{username}-1.')
  assert.deepEqual(trigger.sources(), ['CustomMessage_AdminCreateUser'])
  const [event] = trigger.events
  assert.equal(event?.callerContext.clientId, 'CLIENT_ID_NOT_APPLICABLE')
  assert.equal(event?.request.usernameParameter, '{username}')
})

test('A CustomMessage function that fails leaves nothing behind', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { CustomMessage_SignUp: { throws: 'No words' } })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('CustomMessage') })
  const people = app(setting, pool)
  await assert.rejects(
    people.signUp('jane', { email: 'jane@example.com' }),
    refusal('UserLambdaValidationException', 'CustomMessage failed with error No words.'),
  )
  await assert.rejects(people.look('jane'), refusal('UserNotFoundException', 'User does not exist.'))
  assert.deepEqual(await allMessages(setting), [])
})

for (const [what, response] of [
  ['text too long for an SMS', { smsMessage: `{####} ${'x'.repeat(140)}` }],
  ['a number for a subject', { emailSubject: 7 }],
] as const) {
  test(`CustomMessage may not answer ${what}`, async (t) => {
    const setting = await start(t)
    const trigger = await triggerFunction(t, setting, { CustomMessage_SignUp: { response } })
    const pool = await createPool(setting, { LambdaConfig: trigger.as('CustomMessage') })
    await assert.rejects(
      app(setting, pool).signUp('jane', { email: 'jane@example.com' }),
      refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    )
  })
}

for (const beside of [false, true]) {
  test(`CustomMessage ${beside ? 'runs' : 'does not run'} for a channel with a sender by the setting's ${beside}`, async (t) => {
    const setting = await start(t, ['--ephemeral'], { settings: { customMessageBesideSender: beside } })
    const trigger = await triggerFunction(t, setting, { CustomMessage_SignUp: texts('Unused') })
    const keyArn = await createKey(setting)
    const LambdaConfig = { ...senders(trigger.functionArn, keyArn), ...trigger.as('CustomMessage') }
    const pool = await createPool(setting, { LambdaConfig })
    await app(setting, pool).signUp('jane', { email: 'jane@example.com' })
    const expected = [...(beside ? ['CustomMessage_SignUp'] : []), 'CustomEmailSender_SignUp']
    await trigger.until(() => trigger.sources().includes('CustomEmailSender_SignUp'))
    assert.deepEqual(trigger.sources(), expected)
  })
}

test('A sender of one channel leaves CustomMessage to the other', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { CustomMessage_SignUp: texts('Hello') })
  const { KMSKeyID, CustomEmailSender } = senders(trigger.functionArn, await createKey(setting))
  const pool = await createPool(setting, {
    AutoVerifiedAttributes: ['phone_number'],
    SmsConfiguration: smsConfiguration,
    LambdaConfig: { KMSKeyID, CustomEmailSender, ...trigger.as('CustomMessage') },
  })
  await app(setting, pool).signUp('jane', { phone_number: '+12065550100' })
  const { text, code } = await delivered(setting, { userName: 'jane' })
  assert.equal(text, `Hello by SMS: ${code}`)
})
