import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UpdateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { AddPermissionCommand, CreateAliasCommand, PublishVersionCommand } from '@aws-sdk/client-lambda'
import { start } from './setting/herald.ts'
import { app, refusal } from './setting/people.ts'
import { createFunction, createPool } from './setting/pool.ts'
import { triggerFunction } from './setting/trigger-function.ts'

const jane = ['jane', { email: 'jane@example.com' }] as const

test('A function without permission, or that is not there, is an unexpected error to the caller', async (t) => {
  const setting = await start(t)
  const { functionArn } = await triggerFunction(t, setting, {}, { permission: false })
  const notAllowed = await createPool(setting, { LambdaConfig: { PreSignUp: functionArn } })
  await assert.rejects(
    app(setting, notAllowed).signUp(...jane),
    refusal('UnexpectedLambdaException', 'PreSignUp invocation failed due to error AccessDeniedException.'),
  )
  const notThere = await createPool(setting, { LambdaConfig: { PreSignUp: `${functionArn}-gone` } })
  await assert.rejects(
    app(setting, notThere).signUp(...jane),
    refusal('UnexpectedLambdaException', /^PreSignUp invocation failed due to error \w+Exception\.$/),
  )
})

test('A function that does not answer in time is asked three times', async (t) => {
  const setting = await start(t, ['--ephemeral'], { settings: { triggerTimeout: 500 } })
  const trigger = await triggerFunction(t, setting, { PreSignUp_SignUp: { hangs: true } })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
  await assert.rejects(
    app(setting, pool).signUp(...jane),
    refusal(
      'UnexpectedLambdaException',
      'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    ),
  )
  await trigger.until((events) => events.length === 3)
  const [first, ...others] = trigger.events
  for (const other of others) assert.deepEqual(other, first)
})

test('A function that its own limit ends is not asked again', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { PreSignUp_SignUp: { hangs: true } }, { timeout: 1 })
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
  await assert.rejects(
    app(setting, pool).signUp(...jane),
    refusal('UserLambdaValidationException', /^PreSignUp failed with error .*Task timed out after 1\.00 seconds\.$/),
  )
  assert.equal(trigger.events.length, 1)
})

for (const [what, instead] of [
  ['nothing', null],
  ['text', 'yes'],
  ['an event without a response', { version: '1' }],
  ['a response that is a list', { response: [] }],
  ['a flag that is no flag', { response: { autoConfirmUser: 'yes' } }],
] as const) {
  test(`A function that answers ${what} is refused`, async (t) => {
    const setting = await start(t)
    const trigger = await triggerFunction(t, setting, { PreSignUp_SignUp: { instead } })
    const pool = await createPool(setting, { LambdaConfig: trigger.as('PreSignUp') })
    await assert.rejects(
      app(setting, pool).signUp(...jane),
      refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    )
  })
}

test('A trigger may call its pool back while the caller waits', async (t) => {
  const setting = await start(t)
  const functionArn = await createFunction(
    setting,
    'calls-back',
    `
import { CognitoIdentityProviderClient, AdminGetUserCommand, AdminUpdateUserAttributesCommand } from '@aws-sdk/client-cognito-identity-provider'
const cognito = new CognitoIdentityProviderClient()
export const handler = async (event) => {
  const user = { UserPoolId: event.userPoolId, Username: event.userName }
  const { UserStatus } = await cognito.send(new AdminGetUserCommand(user))
  await cognito.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: [
    { Name: 'nickname', Value: event.triggerSource + ' saw ' + UserStatus }] }))
  return event
}`,
  )
  const pool = await createPool(setting, {
    LambdaConfig: { PreAuthentication: functionArn, PostConfirmation: functionArn },
  })
  const people = app(setting, pool)
  await people.signUp(...jane)
  const { body } = await setting.inbox('messages/latest?wait=30s')
  await people.confirm('jane', body.code)
  assert.equal((await people.look('jane')).attributes.nickname, 'PostConfirmation_ConfirmSignUp saw CONFIRMED')
  assert.ok((await people.signIn('jane')).AuthenticationResult)
  assert.equal((await people.look('jane')).attributes.nickname, 'PreAuthentication_Authentication saw CONFIRMED')
})

test('A trigger may be an alias of a function, and counts no more once it is taken off the pool', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting, { PreSignUp_SignUp: { throws: 'closed' } })
  const { Version } = await setting.lambda.send(new PublishVersionCommand({ FunctionName: 'trigger' }))
  const { AliasArn } = await setting.lambda.send(
    new CreateAliasCommand({ FunctionName: 'trigger', Name: 'live', FunctionVersion: Version! }),
  )
  const pool = await createPool(setting, { LambdaConfig: { PreSignUp: AliasArn! } })
  await assert.rejects(
    app(setting, pool).signUp(...jane),
    refusal('UnexpectedLambdaException', 'PreSignUp invocation failed due to error AccessDeniedException.'),
  )
  await setting.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'trigger',
      Qualifier: 'live',
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  await assert.rejects(app(setting, pool).signUp(...jane), refusal('UserLambdaValidationException', /closed/))
  await setting.cognito.send(
    new UpdateUserPoolCommand({ UserPoolId: pool.poolId, LambdaConfig: trigger.as('PreSignUp') }),
  )
  await assert.rejects(app(setting, pool).signUp(...jane), refusal('UserLambdaValidationException', /closed/))
  await setting.cognito.send(new UpdateUserPoolCommand({ UserPoolId: pool.poolId }))
  await app(setting, pool).signUp(...jane)
})
