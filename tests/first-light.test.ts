import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { poolWithExampleSender } from './setting/example-sender.ts'
import { start } from './setting/herald.ts'

const password = 'Correct-Horse-1'
const channels = [
  { channel: 'email', trigger: 'CustomEmailSender', attribute: 'email', to: 'jane@example.com', masked: 'j***@e***' },
  { channel: 'sms', trigger: 'CustomSMSSender', attribute: 'phone_number', to: '+12065550100', masked: '+*******0100' },
] as const

for (const { channel, trigger, attribute, to, masked } of channels) {
  test(`${channel}: every source that can be caused so far reaches its user through the example sender`, async (t) => {
    const setting = await start(t)
    const { cognito, inbox } = setting
    const { poolId, clientId } = await poolWithExampleSender(setting, [attribute])
    const UserAttributes = [{ Name: attribute, Value: to }]
    const latest = async (suffix: string) => {
      const { status, body } = await inbox(`messages/latest?source=${trigger}_${suffix}&wait=30s`)
      assert.equal(status, 200, JSON.stringify(body))
      assert.equal(body.message.state, 'delivered')
      assert.equal(body.message.channel, channel)
      assert.equal(body.message.to, to)
      assert.equal(body.message.trigger?.userPoolId, poolId)
      assert.ok(body.text.includes(body.code), 'the code stands in the delivered text')
      return body
    }

    const signedUp = await cognito.send(
      new SignUpCommand({ ClientId: clientId, Username: 'jane', Password: password, UserAttributes }),
    )
    assert.deepEqual(signedUp.CodeDeliveryDetails, {
      AttributeName: attribute,
      DeliveryMedium: channel === 'email' ? 'EMAIL' : 'SMS',
      Destination: masked,
    })
    const first = await latest('SignUp')
    await cognito.send(new ResendConfirmationCodeCommand({ ClientId: clientId, Username: 'jane' }))
    const second = await latest('ResendCode')
    assert.match(second.code, /^\d{6}$/)
    if (first.code !== second.code) {
      await assert.rejects(
        cognito.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: first.code })),
        { name: 'CodeMismatchException' },
      )
    }
    await cognito.send(
      new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: second.code }),
    )

    await cognito.send(new ForgotPasswordCommand({ ClientId: clientId, Username: 'jane' }))
    const reset = await latest('ForgotPassword')
    const newPassword = 'Battery-Staple-2'
    await cognito.send(
      new ConfirmForgotPasswordCommand({
        ClientId: clientId,
        Username: 'jane',
        ConfirmationCode: reset.code,
        Password: newPassword,
      }),
    )
    const signedIn = await cognito.send(
      new InitiateAuthCommand({
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'jane', PASSWORD: newPassword },
      }),
    )
    const me = await cognito.send(new GetUserCommand({ AccessToken: signedIn.AuthenticationResult!.AccessToken! }))
    assert.equal(me.Username, 'jane')

    const other = channel === 'email' ? 'kim@example.com' : '+12065550111'
    await cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: poolId,
        Username: 'kim',
        UserAttributes: [{ Name: attribute, Value: other }],
        DesiredDeliveryMediums: [channel === 'email' ? 'EMAIL' : 'SMS'],
        TemporaryPassword: 'A&b<c>"d\'1234',
      }),
    )
    const { body: invited } = await inbox(`messages/latest?source=${trigger}_AdminCreateUser&wait=30s`)
    assert.ok(invited.text.endsWith('A&b<c>"d\'1234'), invited.text)
    const challenged = await cognito.send(
      new InitiateAuthCommand({
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'kim', PASSWORD: 'A&b<c>"d\'1234' },
      }),
    )
    assert.equal(challenged.ChallengeName, 'NEW_PASSWORD_REQUIRED')
    const done = await cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: clientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session: challenged.Session,
        ChallengeResponses: { USERNAME: 'kim', NEW_PASSWORD: newPassword },
      }),
    )
    assert.ok(done.AuthenticationResult?.IdToken)

    const trace = await inbox(`messages/${first.message.id}`)
    const stages = trace.body.trace.map(({ stage, outcome }) => `${stage} ${outcome}`)
    for (const step of ['api-call ok', 'code-issued ok', 'queued ok', 'encrypt ok', 'invoke started', 'function ok']) {
      assert.ok(stages.includes(step), `${step} in ${stages.join(', ')}`)
    }
    assert.deepEqual(setting.logged, [])
  })
}
