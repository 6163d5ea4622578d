import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { allMessages, app, attributes, delivered, password, refusal } from './setting/people.ts'
import { createPool } from './setting/pool.ts'
import { inOrder, triggerFunction } from './setting/trigger-function.ts'

test('PreSignUp is asked before a user is there, with the attributes as they were given', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting)
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
  await app(setting, pool).signUp(
    'jane',
    { email: 'jane@example.com' },
    { ValidationData: attributes({ code: '42' }), ClientMetadata: { from: 'app' } },
  )
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: 'john',
      MessageAction: 'SUPPRESS',
      UserAttributes: attributes({ email: 'john@example.com', email_verified: 'true' }),
    }),
  )
  const common = { version: '1', region: 'us-east-1', userPoolId: pool.poolId }
  const response = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false }
  assert.equal(
    inOrder(trigger.events),
    inOrder([
      {
        ...common,
        userName: 'jane',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
        triggerSource: 'PreSignUp_SignUp',
        request: {
          userAttributes: { email: 'jane@example.com' },
          validationData: { code: '42' },
          clientMetadata: { from: 'app' },
        },
        response,
      },
      {
        ...common,
        userName: 'john',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'CLIENT_ID_NOT_APPLICABLE' },
        triggerSource: 'PreSignUp_AdminCreateUser',
        request: { userAttributes: { email: 'john@example.com', email_verified: 'true' }, validationData: null },
        response,
      },
    ]),
  )
  // A function that changes nothing leaves the sign-up as it would have been.
  const { look, confirm } = app(setting, pool)
  assert.equal((await look('jane')).status, 'UNCONFIRMED')
  await confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
})

test('A user whom PreSignUp confirms gets no code, can sign in at once, and is told of to PostConfirmation', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, {
    PreSignUp_SignUp: { response: { autoConfirmUser: true, autoVerifyEmail: true } },
    PreSignUp_AdminCreateUser: { response: { autoConfirmUser: true, autoVerifyEmail: true } },
  })
  const pool = await createPool(setting, {
    AliasAttributes: ['email'],
    LambdaConfig: trigger.as('PreSignUp', 'PostConfirmation', 'CustomMessage'),
  })
  const people = app(setting, pool)
  const answer = await people.signUp('jane', { email: 'jane@example.com' })
  assert.deepEqual([answer.UserConfirmed, answer.CodeDeliveryDetails], [true, undefined])
  assert.deepEqual(trigger.sources(), ['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp'])
  assert.deepEqual(await allMessages(setting), [])
  const jane = await people.look('jane')
  assert.deepEqual([jane.status, jane.attributes.email_verified], ['CONFIRMED', 'true'])
  assert.ok((await people.signIn('jane@example.com')).AuthenticationResult?.IdToken)
  assert.equal(
    inOrder(trigger.events[1]?.request),
    inOrder({
      userAttributes: {
        sub: answer.UserSub,
        email_verified: 'true',
        'cognito:user_status': 'CONFIRMED',
        'cognito:email_alias': 'jane@example.com',
        email: 'jane@example.com',
      },
    }),
  )
  assert.deepEqual(trigger.events[1]?.response, {})

  // The alias moves to whom the function verifies; an administrator's user is not changed by what it answers.
  await people.signUp('joan', { email: 'jane@example.com' })
  assert.equal((await people.look('jane')).attributes.email_verified, 'false')
  const { cognito } = setting
  const john = { UserPoolId: pool.poolId, Username: 'john' }
  await cognito.send(
    new AdminCreateUserCommand({
      ...john,
      MessageAction: 'SUPPRESS',
      UserAttributes: attributes({ email: 'john@example.com' }),
    }),
  )
  const stored = await cognito.send(new AdminGetUserCommand(john))
  assert.equal(stored.UserStatus, 'FORCE_CHANGE_PASSWORD')
  assert.equal((await people.look('john')).attributes.email_verified, 'false')
})

test('A sign-up that PreSignUp refuses leaves no user and no message', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, {
    PreSignUp_SignUp: { throws: 'No more users today' },
    PreSignUp_AdminCreateUser: { throws: 'Nor by hand' },
  })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
  await assert.rejects(
    app(setting, pool).signUp('jane', { email: 'jane@example.com' }),
    refusal('UserLambdaValidationException', 'PreSignUp failed with error No more users today.'),
  )
  const byHand = new AdminCreateUserCommand({ UserPoolId: pool.poolId, Username: 'jane', TemporaryPassword: password })
  await assert.rejects(
    setting.cognito.send(byHand),
    refusal('UserLambdaValidationException', 'PreSignUp failed with error Nor by hand.'),
  )
  await assert.rejects(app(setting, pool).look('jane'), refusal('UserNotFoundException', 'User does not exist.'))
  assert.deepEqual(await allMessages(setting), [])
})

test('PreSignUp cannot verify an address that the user does not have', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { PreSignUp_SignUp: { response: { autoVerifyPhone: true } } })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
  await assert.rejects(
    app(setting, pool).signUp('jane', { email: 'jane@example.com' }),
    refusal('InvalidLambdaResponseException', 'PreSignUp answered autoVerifyPhone, but the user has no phone_number.'),
  )
})

test('PostConfirmation is told of each confirmation and reset; what happened stands though it fails', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, {
    PostConfirmation_ConfirmForgotPassword: { throws: 'The mailing list is down' },
  })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PostConfirmation') })
  const people = app(setting, pool)
  await people.signUp('jane', { email: 'jane@example.com' })
  await people.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  await people.signUp('john', { email: 'john@example.com' })
  await setting.cognito.send(
    new AdminConfirmSignUpCommand({ UserPoolId: pool.poolId, Username: 'john', ClientMetadata: { by: 'hand' } }),
  )
  await people.forgot('jane')
  const { code } = await delivered(setting, { userName: 'jane', source: 'ForgotPassword' })
  await assert.rejects(
    people.reset('jane', code),
    refusal('UserLambdaValidationException', 'PostConfirmation failed with error The mailing list is down.'),
  )
  assert.ok((await people.signIn('jane', 'Battery-Staple-2')).AuthenticationResult?.IdToken)
  assert.deepEqual(
    trigger.events.map(({ triggerSource, userName, callerContext, request }) => [
      triggerSource,
      userName,
      callerContext.clientId,
      request.clientMetadata,
    ]),
    [
      ['PostConfirmation_ConfirmSignUp', 'jane', pool.clientId, undefined],
      ['PostConfirmation_ConfirmSignUp', 'john', 'CLIENT_ID_NOT_APPLICABLE', { by: 'hand' }],
      ['PostConfirmation_ConfirmForgotPassword', 'jane', pool.clientId, undefined],
    ],
  )
})
