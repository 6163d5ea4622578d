import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { Amplify } from 'aws-amplify'
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth'
import { exampleSender } from './setting/example-sender.ts'
import { type Setting, start } from './setting/herald.ts'
import { createPool, senders, smsConfiguration } from './setting/pool.ts'

const email = 'jane@example.com'
const phone = '+12065550100'

/** A pool whose users may sign in by a code, and whose codes go through the example sender. */
async function poolWithCodes(setting: Setting) {
  const { functionArn, keyArn } = await exampleSender(setting)
  return createPool(
    setting,
    {
      SmsConfiguration: smsConfiguration,
      LambdaConfig: senders(functionArn, keyArn),
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] } },
    },
    { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], PreventUserExistenceErrors: 'ENABLED' },
  )
}

async function delivered(setting: Setting, poolId: string, source: string, to: string) {
  const { status, body } = await setting.inbox(`messages/latest?userPoolId=${poolId}&source=${source}&wait=30s`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.message.state, body.message.to], ['delivered', to])
  return body
}

test('SDK v3: a user without a password signs in by a code by e-mail, and by SMS', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { poolId, clientId: ClientId } = await poolWithCodes(setting)
  const { User } = await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: 'jane',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'phone_number', Value: phone },
      ],
    }),
  )
  assert.equal(User?.UserStatus, 'CONFIRMED')
  const begin = (USERNAME: string, more: Record<string, string>) =>
    cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...more } }))

  const asked = await begin('jane', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  assert.equal(asked.ChallengeName, 'EMAIL_OTP')
  assert.equal(asked.ChallengeParameters?.CODE_DELIVERY_DESTINATION, 'j***@e***')
  const byEmail = await delivered(setting, poolId, 'CustomEmailSender_Authentication', email)
  assert.match(byEmail.code, /^\d{8}$/)
  assert.equal(byEmail.text, `Your sign-in code is ${byEmail.code}.`)
  const answer = new RespondToAuthChallengeCommand({
    ClientId,
    ChallengeName: 'EMAIL_OTP',
    Session: asked.Session,
    ChallengeResponses: { USERNAME: 'jane', EMAIL_OTP_CODE: byEmail.code },
  })
  assert.ok((await cognito.send(answer)).AuthenticationResult?.RefreshToken)
  await assert.rejects(cognito.send(answer), { name: 'NotAuthorizedException' })

  const open = await begin('jane', {})
  assert.equal(open.ChallengeName, 'SELECT_CHALLENGE')
  assert.deepEqual(open.AvailableChallenges, ['EMAIL_OTP', 'SMS_OTP'])
  const chosen = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session: open.Session,
      ChallengeResponses: { USERNAME: 'jane', ANSWER: 'SMS_OTP' },
    }),
  )
  assert.equal(chosen.ChallengeName, 'SMS_OTP')
  const bySms = await delivered(setting, poolId, 'CustomSMSSender_Authentication', phone)
  const done = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'SMS_OTP',
      Session: chosen.Session,
      ChallengeResponses: { USERNAME: 'jane', SMS_OTP_CODE: bySms.code },
    }),
  )
  assert.ok(done.AuthenticationResult?.AccessToken)

  // A name that nobody has looks the same and gets nothing.
  const nobody = await begin('nobody', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
  assert.equal(nobody.ChallengeName, 'EMAIL_OTP')
  const { body } = await setting.inbox(`messages?userPoolId=${poolId}&userName=nobody`)
  assert.deepEqual(body.messages, [])
  assert.deepEqual(setting.logged, [])
})

test('aws-amplify v6: sign-up and sign-in without a password, by the code that the sender delivered', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { poolId, clientId: ClientId } = await poolWithCodes(setting)
  await cognito.send(
    new SignUpCommand({ ClientId, Username: 'jane', UserAttributes: [{ Name: 'email', Value: email }] }),
  )
  const { code: ConfirmationCode } = await delivered(setting, poolId, 'CustomEmailSender_SignUp', email)
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: 'jane', ConfirmationCode }))
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: ClientId, userPoolEndpoint: setting.url } },
  })
  const asked = await signIn({
    username: 'jane',
    options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' },
  })
  assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  const { code } = await delivered(setting, poolId, 'CustomEmailSender_Authentication', email)
  assert.equal((await confirmSignIn({ challengeResponse: code })).isSignedIn, true)
  assert.equal((await fetchAuthSession()).tokens?.accessToken.payload.username, 'jane')
  await signOut()

  const choosing = await signIn({ username: 'jane', options: { authFlowType: 'USER_AUTH' } })
  assert.equal(choosing.nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION')
  const selected = await confirmSignIn({ challengeResponse: 'EMAIL_OTP' })
  assert.equal(selected.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  assert.deepEqual(setting.logged, [])
})
