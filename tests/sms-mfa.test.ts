import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  CreateUserPoolClientCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AddPermissionCommand, RemovePermissionCommand } from '@aws-sdk/client-lambda'
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { exampleSender } from './setting/example-sender.ts'
import { type Setting, start } from './setting/herald.ts'
import { createPool, senders, smsConfiguration } from './setting/pool.ts'
import { until } from './setting/trace.ts'

const password = 'Correct-Horse-1'
const phone = '+12065550100'

/** A pool whose codes go through the example sender, with jane, who has a phone number that nobody verified. */
async function poolWithMfa(setting: Setting, mode: 'ON' | 'OPTIONAL') {
  const { cognito } = setting
  const { functionArn, keyArn } = await exampleSender(setting)
  const { poolId } = await createPool(setting, {
    SmsConfiguration: smsConfiguration,
    LambdaConfig: senders(functionArn, keyArn),
  })
  const of = { UserPoolId: poolId }
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      ...of,
      MfaConfiguration: mode,
      SmsMfaConfiguration: { SmsConfiguration: smsConfiguration },
    }),
  )
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      ...of,
      ClientName: 'app',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  )
  const jane = { ...of, Username: 'jane' }
  await cognito.send(
    new AdminCreateUserCommand({
      ...jane,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'phone_number', Value: phone }],
    }),
  )
  await cognito.send(new AdminSetUserPasswordCommand({ ...jane, Password: password, Permanent: true }))
  if (mode === 'OPTIONAL') {
    const SMSMfaSettings = { Enabled: true, PreferredMfa: true }
    await cognito.send(new AdminSetUserMFAPreferenceCommand({ ...jane, SMSMfaSettings }))
  }
  return { poolId, clientId: UserPoolClient!.ClientId!, jane, functionArn }
}

/** The code of the sign-in as the example sender delivered it. */
async function deliveredCode(setting: Setting, poolId: string, after?: string): Promise<{ id: string; code: string }> {
  const query = `userPoolId=${poolId}&source=CustomSMSSender_Authentication${after ? `&after=${after}` : ''}&wait=30s`
  const { status, body } = await setting.inbox(`messages/latest?${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.message.state, body.message.channel, body.message.to], ['delivered', 'sms', phone])
  assert.match(body.code, /^\d{6}$/)
  assert.equal(body.text, `Your sign-in code is ${body.code}.`)
  return { id: body.message.id, code: body.code }
}

test('SDK v3: a pool that demands MFA sends the code through the example sender, and takes it once', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { poolId, clientId: ClientId, jane } = await poolWithMfa(setting, 'ON')
  const begin = () =>
    cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'jane', PASSWORD: password },
      }),
    )
  const answer = (Session: string | undefined, SMS_MFA_CODE: string) =>
    cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        ChallengeName: 'SMS_MFA',
        Session,
        ChallengeResponses: { USERNAME: 'jane', SMS_MFA_CODE },
      }),
    )
  const challenged = await begin()
  assert.equal(challenged.ChallengeName, 'SMS_MFA')
  assert.equal(challenged.ChallengeParameters?.CODE_DELIVERY_DELIVERY_MEDIUM, 'SMS')
  assert.equal(challenged.ChallengeParameters?.CODE_DELIVERY_DESTINATION, '+*******0100')
  const first = await deliveredCode(setting, poolId)
  const signedIn = await answer(challenged.Session, first.code)
  assert.ok(signedIn.AuthenticationResult?.AccessToken)
  await assert.rejects(answer(challenged.Session, first.code), { name: 'NotAuthorizedException' })
  const { UserAttributes } = await cognito.send(new AdminGetUserCommand(jane))
  assert.equal(UserAttributes?.find(({ Name }) => Name === 'phone_number_verified')?.Value, 'true')

  const again = await begin()
  const second = await deliveredCode(setting, poolId, first.id)
  setting.advance(3 * 60_000)
  await assert.rejects(answer(again.Session, second.code), {
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session is expired.',
  })
  const { body } = await setting.inbox(`messages/${first.id}`)
  const stages = body.trace.map(({ stage, outcome }) => `${stage} ${outcome}`)
  for (const step of ['api-call ok', 'code-issued ok', 'queued ok', 'encrypt ok', 'function ok', 'code-used ok']) {
    assert.ok(stages.includes(step), `${step} in ${stages.join(', ')}`)
  }
  assert.deepEqual(setting.logged, [])
})

for (const flow of ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const) {
  test(`amazon-cognito-identity-js: ${flow} goes on with the code of a user who turned SMS MFA on`, async (t) => {
    const setting = await start(t)
    const { poolId, clientId } = await poolWithMfa(setting, 'OPTIONAL')
    const Pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: setting.url })
    const user = new CognitoUser({ Username: 'jane', Pool })
    user.setAuthenticationFlowType(flow)
    const asked = await new Promise<{ name: string; parameters: Record<string, string> }>((resolve, reject) => {
      user.authenticateUser(new AuthenticationDetails({ Username: 'jane', Password: password }), {
        onSuccess: () => reject(new Error('It signed in by password alone.')),
        onFailure: reject,
        mfaRequired: (name, parameters) => resolve({ name, parameters }),
      })
    })
    assert.equal(asked.name, 'SMS_MFA')
    assert.equal(asked.parameters.CODE_DELIVERY_DESTINATION, '+*******0100')
    const { code } = await deliveredCode(setting, poolId)
    const send = (given: string) =>
      new Promise<string>((resolve, reject) => {
        user.sendMFACode(given, {
          onSuccess: (session) => resolve(session.getAccessToken().getJwtToken()),
          onFailure: reject,
        })
      })
    await assert.rejects(send(code === '000000' ? '000001' : '000000'), {
      name: 'CodeMismatchException',
      message: 'Invalid code or auth state for the user.',
    })
    assert.ok(await send(code))
    const preferences = await new Promise<{ PreferredMfaSetting?: string; UserMFASettingList?: string[] } | undefined>(
      (resolve, reject) =>
        user.getUserData((error, data) => (error ? reject(error) : resolve(data)), { bypassCache: true }),
    )
    assert.equal(preferences?.PreferredMfaSetting, 'SMS_MFA')
    assert.deepEqual(preferences?.UserMFASettingList, ['SMS_MFA'])
    await new Promise<void>((resolve, reject) => {
      user.globalSignOut({ onSuccess: () => resolve(), onFailure: reject })
    })
    assert.deepEqual(setting.logged, [])
  })
}

test('a code that was used, or whose user is gone, before the next try is not sent', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { clientId: ClientId, jane, functionArn } = await poolWithMfa(setting, 'ON')
  const permission = { FunctionName: functionArn, StatementId: 'CognitoLambdaInvokeAccess' }
  await setting.lambda.send(new RemovePermissionCommand(permission))
  const begin = async () => {
    const { Session } = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'jane', PASSWORD: password },
      }),
    )
    const { id, trigger } = await until(setting, undefined, ({ state }) => state === 'retrying')
    return { Session, id, code: trigger?.code ?? '' }
  }
  const used = await begin()
  const { AuthenticationResult } = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'SMS_MFA',
      Session: used.Session,
      ChallengeResponses: { USERNAME: 'jane', SMS_MFA_CODE: used.code },
    }),
  )
  assert.ok(AuthenticationResult?.AccessToken)
  const gone = await begin()
  await cognito.send(new AdminDeleteUserCommand(jane))
  await setting.lambda.send(
    new AddPermissionCommand({
      ...permission,
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  setting.advance(60_000)
  for (const { id } of [used, gone]) {
    const message = await until(setting, id, ({ state }) => state === 'abandoned')
    assert.match(message.trace.at(-1)?.detail ?? '', /^the code is no longer good/)
  }
})
