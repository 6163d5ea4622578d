import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { type Setting, start } from './setting/herald.ts'
import { app, attributes, delivered, password, refusal } from './setting/people.ts'
import { createPool, smsConfiguration } from './setting/pool.ts'
import { inOrder, triggerFunction } from './setting/trigger-function.ts'

/** @returns the user's sub. */
async function createJane({ cognito }: Setting, UserPoolId: string, given: Record<string, string> = {}) {
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId,
      Username: 'jane',
      MessageAction: 'SUPPRESS',
      UserAttributes: attributes({ email: 'jane@example.com', ...given }),
    }),
  )
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: 'jane', Password: password, Permanent: true }),
  )
  return User!.Attributes!.find(({ Name }) => Name === 'sub')!.Value!
}

const signIn = (
  ClientId: string,
  USERNAME: string,
  more: { PASSWORD?: string; metadata?: Record<string, string> } = {},
) =>
  new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: more.PASSWORD ?? password },
    ...(more.metadata ? { ClientMetadata: more.metadata } : {}),
  })

test('PreAuthentication is asked before the password, PostAuthentication told before the tokens', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const trigger = await triggerFunction(t, setting)
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreAuthentication', 'PostAuthentication') })
  const sub = await createJane(setting, pool.poolId)
  const { AuthenticationResult } = await cognito.send(signIn(pool.clientId, 'jane', { metadata: { device: 'tv' } }))
  const common = {
    version: '1',
    region: 'us-east-1',
    userPoolId: pool.poolId,
    userName: 'jane',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
  }
  const userAttributes = {
    sub,
    email_verified: 'false',
    'cognito:user_status': 'CONFIRMED',
    email: 'jane@example.com',
  }
  assert.equal(
    inOrder(trigger.events),
    inOrder([
      {
        ...common,
        triggerSource: 'PreAuthentication_Authentication',
        request: { userAttributes, validationData: { device: 'tv' } },
        response: {},
      },
      {
        ...common,
        triggerSource: 'PostAuthentication_Authentication',
        request: { userAttributes, newDeviceUsed: false },
        response: {},
      },
    ]),
  )
  // A wrong password is asked about, and told of to nobody; a renewal is no sign-in.
  await assert.rejects(cognito.send(signIn(pool.clientId, 'jane', { PASSWORD: 'Wrong-Horse-1' })))
  const REFRESH_TOKEN = AuthenticationResult!.RefreshToken!
  await cognito.send(
    new InitiateAuthCommand({
      ClientId: pool.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN },
    }),
  )
  assert.deepEqual(trigger.sources().slice(2), ['PreAuthentication_Authentication'])
})

test('PreAuthentication refuses a sign-in; PostAuthentication keeps its tokens back', async (t) => {
  const setting = await start(t)
  const people: [string, string][] = []
  for (const member of ['PreAuthentication', 'PostAuthentication'] as const) {
    const behaviours = { [`${member}_Authentication`]: { throws: 'Not on Sundays' } }
    const trigger = await triggerFunction(t, setting, behaviours, { name: member })
    const pool = await createPool(setting, { LambdaConfig: trigger.as(member) })
    await createJane(setting, pool.poolId)
    people.push([member, pool.clientId])
  }
  for (const [member, clientId] of people) {
    await assert.rejects(
      setting.cognito.send(signIn(clientId, 'jane')),
      refusal('UserLambdaValidationException', `${member} failed with error Not on Sundays.`),
    )
  }
})

test('A client that hides who exists asks PreAuthentication about unknown names, too', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const trigger = await triggerFunction(t, setting)
  const pool = await createPool(setting, { LambdaConfig: trigger.as('PreAuthentication') })
  await createJane(setting, pool.poolId)
  await assert.rejects(cognito.send(signIn(pool.clientId, 'nobody')), { name: 'UserNotFoundException' })
  assert.deepEqual(trigger.sources(), [])
  await cognito.send(
    new UpdateUserPoolClientCommand({
      UserPoolId: pool.poolId,
      ClientId: pool.clientId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    }),
  )
  await assert.rejects(cognito.send(signIn(pool.clientId, 'nobody')), { name: 'NotAuthorizedException' })
  await cognito.send(signIn(pool.clientId, 'jane'))
  assert.equal(
    inOrder(trigger.events[0]?.request),
    inOrder({ userAttributes: {}, validationData: null, userNotFound: true }),
  )
  assert.equal(trigger.events[0]?.userName, 'nobody')
  assert.deepEqual(Object.keys(trigger.events[1]!.request), ['userAttributes', 'validationData', 'userNotFound'])
  assert.equal(trigger.events[1]?.request.userNotFound, false)
})

test('A sign-in by SRP asks and tells as one by password', async (t) => {
  const setting = await start(t)
  const trigger = await triggerFunction(t, setting)
  const pool = await createPool(
    setting,
    { LambdaConfig: trigger.as('PreAuthentication', 'PostAuthentication') },
    { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  )
  await createJane(setting, pool.poolId)
  const Pool = new CognitoUserPool({ UserPoolId: pool.poolId, ClientId: pool.clientId, endpoint: setting.url })
  const user = new CognitoUser({ Username: 'jane', Pool })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  user.authenticateUser(new AuthenticationDetails({ Username: 'jane', Password: password }), {
    onSuccess: () => resolve(),
    onFailure: reject,
  })
  await promise
  assert.deepEqual(trigger.sources(), ['PreAuthentication_Authentication', 'PostAuthentication_Authentication'])
})

test('After a new password and a second factor, PostAuthentication is told once, at the end', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const trigger = await triggerFunction(t, setting, {
    CustomMessage_Authentication: { response: { smsMessage: 'Come in: {####}' } },
  })
  const pool = await createPool(setting, {
    SmsConfiguration: smsConfiguration,
    LambdaConfig: trigger.as('PreAuthentication', 'PostAuthentication', 'CustomMessage'),
  })
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: pool.poolId,
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsConfiguration: smsConfiguration },
    }),
  )
  const jane = { UserPoolId: pool.poolId, Username: 'jane' }
  const given = attributes({ phone_number: '+12065550100' })
  await cognito.send(
    new AdminCreateUserCommand({
      ...jane,
      MessageAction: 'SUPPRESS',
      TemporaryPassword: password,
      UserAttributes: given,
    }),
  )
  const SMSMfaSettings = { Enabled: true, PreferredMfa: true }
  await cognito.send(new AdminSetUserMFAPreferenceCommand({ ...jane, SMSMfaSettings }))
  const first = await cognito.send(signIn(pool.clientId, 'jane'))
  assert.equal(first.ChallengeName, 'NEW_PASSWORD_REQUIRED')
  const second = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: pool.clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: first.Session,
      ChallengeResponses: { USERNAME: 'jane', NEW_PASSWORD: 'Battery-Staple-2' },
      ClientMetadata: { step: 'password' },
    }),
  )
  assert.equal(second.ChallengeName, 'SMS_MFA')
  const { code, text } = await delivered(setting, { source: 'Authentication' })
  assert.equal(text, `Come in: ${code}`)
  await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: pool.clientId,
      ChallengeName: 'SMS_MFA',
      Session: second.Session,
      ChallengeResponses: { USERNAME: 'jane', SMS_MFA_CODE: code },
      ClientMetadata: { step: 'code' },
    }),
  )
  assert.deepEqual(
    trigger.events.map(({ triggerSource, request }) => [triggerSource, request.clientMetadata]),
    [
      ['PreAuthentication_Authentication', undefined],
      ['CustomMessage_Authentication', { step: 'password' }],
      ['PostAuthentication_Authentication', { step: 'code' }],
    ],
  )
  const [, , told] = trigger.events
  assert.equal(told?.request.userAttributes.phone_number_verified, 'true')
  assert.ok((await app(setting, pool).look('jane')).status === 'CONFIRMED')
})
