import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Amplify } from 'aws-amplify'
import {
  confirmResetPassword,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  resetPassword,
  signIn,
  signOut,
  signUp,
} from 'aws-amplify/auth'
import { poolWithExampleSender } from './setting/example-sender.ts'
import { start } from './setting/herald.ts'

const password = 'Correct-Horse-1'

test('aws-amplify v6, unmodified: sign-up, SRP sign-in, a reset, and signing out', async (t) => {
  const setting = await start(t)
  const { poolId, clientId } = await poolWithExampleSender(setting)
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: setting.url } },
  })
  const code = async (source: string) => {
    const { status, body } = await setting.inbox(`messages/latest?source=CustomEmailSender_${source}&wait=30s`)
    assert.equal(status, 200)
    return body.code
  }

  const signedUp = await signUp({
    username: 'jane',
    password,
    options: { userAttributes: { email: 'jane@example.com' } },
  })
  assert.equal(signedUp.nextStep.signUpStep, 'CONFIRM_SIGN_UP')
  const confirmed = await confirmSignUp({ username: 'jane', confirmationCode: await code('SignUp') })
  assert.equal(confirmed.isSignUpComplete, true)

  const signedIn = await signIn({ username: 'jane', password })
  assert.equal(signedIn.nextStep.signInStep, 'DONE')
  assert.equal((await fetchUserAttributes()).email, 'jane@example.com')
  const { tokens } = await fetchAuthSession()
  assert.equal(tokens?.accessToken.payload.username, 'jane')
  const { tokens: renewed } = await fetchAuthSession({ forceRefresh: true })
  assert.notEqual(renewed?.accessToken.toString(), tokens?.accessToken.toString())
  await signOut()

  const reset = await resetPassword({ username: 'jane' })
  assert.equal(reset.nextStep.resetPasswordStep, 'CONFIRM_RESET_PASSWORD_WITH_CODE')
  const newPassword = 'Battery-Staple-2'
  await confirmResetPassword({ username: 'jane', confirmationCode: await code('ForgotPassword'), newPassword })
  assert.equal((await signIn({ username: 'jane', password: newPassword })).isSignedIn, true)
  await signOut({ global: true })
  await assert.rejects(signIn({ username: 'jane', password }), { name: 'NotAuthorizedException' })
})
