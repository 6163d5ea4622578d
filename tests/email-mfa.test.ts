import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { Amplify } from 'aws-amplify'
import { confirmSignIn, signIn, signOut } from 'aws-amplify/auth'
import { exampleSender } from './setting/example-sender.ts'
import { type Setting, start } from './setting/herald.ts'
import { createPool, ownSes, senders } from './setting/pool.ts'

const password = 'Correct-Horse-1'
const email = 'jane@example.com'

/** A pool that demands or offers MFA by e-mail, with jane, whose address nobody verified. */
async function poolWithEmailMfa(setting: Setting, mode: 'ON' | 'OPTIONAL', LambdaConfig?: ReturnType<typeof senders>) {
  const { cognito } = setting
  const { poolId, clientId } = await createPool(setting, {
    EmailConfiguration: ownSes,
    ...(LambdaConfig ? { LambdaConfig } : {}),
  })
  const jane = { UserPoolId: poolId, Username: 'jane' }
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: poolId,
      MfaConfiguration: mode,
      EmailMfaConfiguration: { Subject: 'Sign in', Message: 'Sign in with {####}!' },
    }),
  )
  await cognito.send(
    new AdminCreateUserCommand({
      ...jane,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: email }],
    }),
  )
  await cognito.send(new AdminSetUserPasswordCommand({ ...jane, Password: password, Permanent: true }))
  return { poolId, clientId, jane }
}

const begin = (ClientId: string) =>
  new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'jane', PASSWORD: password },
  })

const answer = (ClientId: string, Session: string | undefined, EMAIL_OTP_CODE: string) =>
  new RespondToAuthChallengeCommand({
    ClientId,
    ChallengeName: 'EMAIL_OTP',
    Session,
    ChallengeResponses: { USERNAME: 'jane', EMAIL_OTP_CODE },
  })

async function delivered(setting: Setting, poolId: string, source: string) {
  const { status, body } = await setting.inbox(`messages/latest?userPoolId=${poolId}&source=${source}&wait=30s`)
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual([body.message.state, body.message.channel, body.message.to], ['delivered', 'email', email])
  return body
}

test('SDK v3: a second factor’s code goes by e-mail through the custom sender, and is good once', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { functionArn, keyArn } = await exampleSender(setting)
  const { poolId, clientId, jane } = await poolWithEmailMfa(setting, 'ON', senders(functionArn, keyArn))
  const challenged = await cognito.send(begin(clientId))
  assert.equal(challenged.ChallengeName, 'EMAIL_OTP')
  assert.equal(challenged.ChallengeParameters?.CODE_DELIVERY_DELIVERY_MEDIUM, 'EMAIL')
  assert.equal(challenged.ChallengeParameters?.CODE_DELIVERY_DESTINATION, 'j***@e***')
  const { code, text } = await delivered(setting, poolId, 'CustomEmailSender_Authentication')
  assert.match(code, /^\d{6}$/)
  assert.equal(text, `Your sign-in code is ${code}.`)
  const signedIn = await cognito.send(answer(clientId, challenged.Session, code))
  assert.ok(signedIn.AuthenticationResult?.AccessToken)
  await assert.rejects(cognito.send(answer(clientId, challenged.Session, code)), {
    name: 'NotAuthorizedException',
    message: 'Invalid session for the user, session can only be used once.',
  })
  const { UserAttributes } = await cognito.send(new AdminGetUserCommand(jane))
  assert.equal(UserAttributes?.find(({ Name }) => Name === 'email_verified')?.Value, 'true')
  assert.deepEqual(setting.logged, [])
})

test('aws-amplify v6: SRP, then the code by e-mail; without a custom sender it comes in the pool’s own words', async (t) => {
  const setting = await start(t)
  const { poolId, clientId, jane } = await poolWithEmailMfa(setting, 'OPTIONAL')
  await setting.cognito.send(
    new AdminSetUserMFAPreferenceCommand({ ...jane, EmailMfaSettings: { Enabled: true, PreferredMfa: true } }),
  )
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: setting.url } },
  })
  const asked = await signIn({ username: 'jane', password })
  assert.equal(asked.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  const { code, text } = await delivered(setting, poolId, 'Authentication')
  assert.equal(text, `Sign in with ${code}!`)
  const done = await confirmSignIn({ challengeResponse: code })
  assert.deepEqual([done.isSignedIn, done.nextStep.signInStep], [true, 'DONE'])
  await signOut()
  assert.deepEqual(setting.logged, [])
})
