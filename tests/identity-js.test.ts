/** The library that browser apps and Amplify up to version 5 sign in with, unmodified. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { exampleSender } from './setting/example-sender.ts'
import { start } from './setting/herald.ts'
import { delivered, password } from './setting/people.ts'
import { createPool, senders, smsConfiguration } from './setting/pool.ts'

const email = 'jane@example.com'

async function browserApp(t: TestContext) {
  const setting = await start(t)
  const { functionArn, keyArn } = await exampleSender(setting)
  const { poolId, clientId } = await createPool(
    setting,
    {
      AutoVerifiedAttributes: ['email', 'phone_number'],
      MfaConfiguration: 'OPTIONAL',
      SmsConfiguration: smsConfiguration,
      LambdaConfig: senders(functionArn, keyArn),
    },
    { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  )
  const pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint: setting.url })
  const user = new CognitoUser({ Username: 'jane', Pool: pool })
  const code = async (source: string) => (await delivered(setting, { source })).code
  return { setting, pool, user, code }
}

/** The library's callbacks as a promise. */
const called = <T>(work: (done: (error: Error | null | undefined, result?: T) => void) => void) =>
  new Promise<T | undefined>((resolve, reject) => work((error, result) => (error ? reject(error) : resolve(result))))

const attribute = (Name: string, Value: string) => new CognitoUserAttribute({ Name, Value })

/** SRP sign-in; `mfaCode` is asked for where a second factor is demanded. */
const signIn = (user: CognitoUser, Password: string, mfaCode?: () => Promise<string>) =>
  new Promise<CognitoUserSession>((onSuccess, onFailure) => {
    const answers = {
      onSuccess,
      onFailure,
      mfaRequired: () => {
        if (!mfaCode) return onFailure(new Error('A second factor was demanded.'))
        mfaCode().then((code) => user.sendMFACode(code, answers), onFailure)
      },
    }
    user.authenticateUser(new AuthenticationDetails({ Username: 'jane', Password }), answers)
  })

async function signedUp(t: TestContext) {
  const place = await browserApp(t)
  const { pool, user, code } = place
  const result = await called<{ userConfirmed: boolean }>((done) =>
    pool.signUp('jane', password, [attribute('email', email)], [], done),
  )
  assert.equal(result?.userConfirmed, false)
  await assert.rejects(signIn(user, password), { code: 'UserNotConfirmedException' })
  await code('CustomEmailSender_SignUp')
  await called((done) => user.resendConfirmationCode(done))
  const resent = await code('CustomEmailSender_ResendCode')
  assert.equal(await called((done) => user.confirmRegistration(resent, false, done)), 'SUCCESS')
  return place
}

test('sign-up, confirmation, SRP sign-in, renewal, a changed and a forgotten password', async (t) => {
  const { setting, user, code } = await signedUp(t)
  await assert.rejects(signIn(user, 'Wrong-passw0rd'), { code: 'NotAuthorizedException' })
  const session = await signIn(user, password)
  assert.ok(session.isValid())
  assert.equal(session.getIdToken().payload.email, email)
  const renewed = await called<CognitoUserSession>((done) => user.refreshSession(session.getRefreshToken(), done))
  assert.equal(renewed?.getAccessToken().payload.username, 'jane')

  const changed = 'Battery-Staple-2'
  await assert.rejects(
    called((done) => user.changePassword('Wrong-passw0rd', changed, done)),
    { code: 'NotAuthorizedException' },
  )
  assert.equal(await called((done) => user.changePassword(password, changed, done)), 'SUCCESS')
  await assert.rejects(signIn(user, password), { code: 'NotAuthorizedException' })
  await signIn(user, changed)

  const told = await new Promise<{ CodeDeliveryDetails: { Destination: string } }>((inputVerificationCode, onFailure) =>
    user.forgotPassword({ onSuccess: () => {}, onFailure, inputVerificationCode }),
  )
  assert.equal(told.CodeDeliveryDetails.Destination, 'j***@e***')
  const reset = await code('CustomEmailSender_ForgotPassword')
  await new Promise<string>((onSuccess, onFailure) =>
    user.confirmPassword(reset, 'Third-Passw0rd', { onSuccess, onFailure }),
  )
  await signIn(user, 'Third-Passw0rd')
  assert.deepEqual(setting.logged, [])
})

test('attributes: read, changed, verified, deleted; and the user deletes themselves', async (t) => {
  const { user, code } = await signedUp(t)
  await signIn(user, password)
  const read = async () => {
    const found = (await called<CognitoUserAttribute[]>((done) => user.getUserAttributes(done))) ?? []
    return Object.fromEntries(found.map((one) => [one.getName(), one.getValue()]))
  }
  const prove = (name: string, given: string) =>
    new Promise<string>((onSuccess, onFailure) => user.verifyAttribute(name, given, { onSuccess, onFailure }))
  assert.equal((await read()).email_verified, 'true')

  const change = [attribute('email', 'new@example.org'), attribute('nickname', 'Jay')]
  assert.equal(await called((done) => user.updateAttributes(change, done)), 'SUCCESS')
  assert.equal((await read()).email_verified, 'false')
  assert.equal(await prove('email', await code('CustomEmailSender_UpdateUserAttribute')), 'SUCCESS')
  assert.equal((await read()).email_verified, 'true')

  await new Promise<string>((resolve, onFailure) =>
    user.getAttributeVerificationCode('email', { onSuccess: () => {}, onFailure, inputVerificationCode: resolve }),
  )
  const proof = await code('CustomEmailSender_VerifyUserAttribute')
  await assert.rejects(prove('email', proof === '000000' ? '000001' : '000000'), { code: 'CodeMismatchException' })
  assert.equal(await prove('email', proof), 'SUCCESS')

  assert.equal(await called((done) => user.deleteAttributes(['nickname'], done)), 'SUCCESS')
  assert.equal((await read()).nickname, undefined)
  assert.equal(await called((done) => user.deleteUser(done)), 'SUCCESS')
  await assert.rejects(signIn(user, password), { code: 'UserNotFoundException' })
})

test('a second factor by SMS, and signing out everywhere', async (t) => {
  const { user, code } = await signedUp(t)
  await signIn(user, password)
  await called((done) => user.updateAttributes([attribute('phone_number', '+12065550100')], done))
  const proof = await code('CustomSMSSender_UpdateUserAttribute')
  await new Promise<string>((onSuccess, onFailure) =>
    user.verifyAttribute('phone_number', proof, { onSuccess, onFailure }),
  )
  const wanted = { PreferredMfa: true, Enabled: true }
  assert.equal(await called((done) => user.setUserMfaPreference(wanted, null, done)), 'SUCCESS')
  let demanded = 0
  const session = await signIn(user, password, () => {
    demanded++
    return code('CustomSMSSender_Authentication')
  })
  assert.equal(demanded, 1)
  assert.ok(session.isValid())
  await new Promise<string>((onSuccess, onFailure) => user.globalSignOut({ onSuccess, onFailure }))
  await assert.rejects(
    called((done) => user.refreshSession(session.getRefreshToken(), done)),
    { code: 'NotAuthorizedException' },
  )
})
