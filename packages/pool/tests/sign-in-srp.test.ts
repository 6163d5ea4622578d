import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InitiateAuthCommand, RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
} from 'amazon-cognito-identity-js'
import { refusal } from './compose.ts'
import { PASSWORD, type SignInPlace, signInPlace } from './sign-in-place.ts'

/** Signs in as a browser does, with amazon-cognito-identity-js. */
function browser(place: SignInPlace, username: string, flow?: 'USER_PASSWORD_AUTH') {
  const Pool = new CognitoUserPool({ UserPoolId: place.poolId, ClientId: place.clientId, endpoint: place.pools.url })
  const user = new CognitoUser({ Username: username, Pool })
  if (flow) user.setAuthenticationFlowType(flow)
  type Outcome = { session: CognitoUserSession } | { required: string[]; attributes: Record<string, string> }
  return {
    user,
    signIn: (password = PASSWORD) =>
      new Promise<Outcome>((resolve, reject) => {
        user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), {
          onSuccess: (session) => resolve({ session }),
          onFailure: reject,
          newPasswordRequired: (attributes, required) => resolve({ attributes, required }),
        })
      }),
    setPassword: (password: string, attributes: Record<string, string> = {}) =>
      new Promise<CognitoUserSession>((resolve, reject) => {
        user.completeNewPasswordChallenge(password, attributes, { onSuccess: resolve, onFailure: reject })
      }),
    renew: (session: CognitoUserSession) =>
      new Promise<CognitoUserSession>((resolve, reject) => {
        user.refreshSession(session.getRefreshToken(), (error, renewed) => (error ? reject(error) : resolve(renewed)))
      }),
  }
}

for (const flow of [undefined, 'USER_PASSWORD_AUTH'] as const) {
  const name = flow ?? 'USER_SRP_AUTH'
  test(`amazon-cognito-identity-js signs in with ${name}, renews, and is told of a wrong password`, async () => {
    await using place = await signInPlace()
    await place.addUser('jane')
    const { signIn, renew } = browser(place, 'jane', flow)
    const outcome = await signIn()
    assert.ok('session' in outcome)
    assert.ok(outcome.session.getIdToken().decodePayload().aud === place.clientId)
    const renewed = await renew(outcome.session)
    assert.notEqual(renewed.getAccessToken().getJwtToken(), outcome.session.getAccessToken().getJwtToken())
    await assert.rejects(signIn('Wrong-passw0rd'), refusal('NotAuthorizedException', 'Incorrect username or password.'))
  })

  test(`amazon-cognito-identity-js sets a new password after ${name}`, async () => {
    await using place = await signInPlace()
    await place.addUser('jane', { temporary: true, attributes: { email: 'jane@example.com' } })
    const { signIn, setPassword } = browser(place, 'jane', flow)
    const outcome = await signIn()
    assert.ok('required' in outcome)
    assert.deepEqual(outcome.required, [])
    assert.equal(outcome.attributes.email, 'jane@example.com')
    const session = await setPassword('Jane-own-passw0rd', { name: 'Jane' })
    assert.ok(session.isValid() || session.getAccessToken().getJwtToken())
  })
}

test('SRP works for users who sign in by e-mail address', async () => {
  await using place = await signInPlace({ pool: { UsernameAttributes: ['email'] } })
  await place.addUser('jane@example.com')
  assert.ok('session' in (await browser(place, 'jane@example.com').signIn()))
})

const begin = ({ cognito, clientId }: SignInPlace, USERNAME: string, SRP_A = 'ab'.repeat(380)) =>
  cognito.send(
    new InitiateAuthCommand({ AuthFlow: 'USER_SRP_AUTH', ClientId: clientId, AuthParameters: { USERNAME, SRP_A } }),
  )

test('a name that nobody has gets a stable answer of the same form, and no proof fits', async () => {
  await using place = await signInPlace({ client: { PreventUserExistenceErrors: 'ENABLED' } })
  await place.addUser('jane')
  const [one, two, real] = [await begin(place, 'nobody'), await begin(place, 'nobody'), await begin(place, 'jane')]
  const form = (answer: typeof one) =>
    Object.entries(answer.ChallengeParameters ?? {})
      .map(([name, value]) => `${name} ${/^(SALT|SECRET_BLOCK)$/.test(name) ? value.length : ''}`)
      .sort()
  assert.equal(one.ChallengeName, 'PASSWORD_VERIFIER')
  assert.deepEqual(form(one), form(real))
  assert.equal(one.ChallengeParameters?.SALT, two.ChallengeParameters?.SALT)
  assert.notEqual(one.ChallengeParameters?.SRP_B, two.ChallengeParameters?.SRP_B)
  assert.equal(one.ChallengeParameters?.USER_ID_FOR_SRP, 'nobody')
  await assert.rejects(
    browser(place, 'nobody').signIn(),
    refusal('NotAuthorizedException', 'Incorrect username or password.'),
  )
})

test('clients that are told who exists hear that nobody does', async () => {
  await using place = await signInPlace({ client: { PreventUserExistenceErrors: 'LEGACY' } })
  await assert.rejects(begin(place, 'nobody'), refusal('UserNotFoundException', 'User does not exist.'))
})

test('values that would give the exchange away are refused', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  for (const value of ['0', '1', 'not hex', 'f'.repeat(800)]) {
    await assert.rejects(begin(place, 'jane', value), { name: 'InvalidParameterException' })
  }
})

test('a challenge takes one proof; wrong ones lock as wrong passwords do', async () => {
  await using place = await signInPlace()
  await place.addUser('jane')
  const prove = (block: string, name = 'jane') =>
    place.cognito.send(
      new RespondToAuthChallengeCommand({
        ChallengeName: 'PASSWORD_VERIFIER',
        ClientId: place.clientId,
        ChallengeResponses: {
          USERNAME: name,
          PASSWORD_CLAIM_SECRET_BLOCK: block,
          PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
          TIMESTAMP: 'Tue Jan 1 00:00:00 UTC 2030',
        },
      }),
    )
  const wrong = refusal('NotAuthorizedException', 'Incorrect username or password.')
  const first = await begin(place, 'jane')
  const block = first.ChallengeParameters?.SECRET_BLOCK ?? ''
  await assert.rejects(prove(block, 'john'), refusal('NotAuthorizedException', 'Invalid session for the user.'))
  await assert.rejects(prove(block), wrong)
  await assert.rejects(prove(block), { name: 'NotAuthorizedException', message: /can only be used once/ })
  const blocks = await Promise.all(Array.from({ length: 6 }, () => begin(place, 'jane')))
  for (const [i, { ChallengeParameters }] of blocks.entries()) {
    const expected = i < 4 ? wrong : refusal('NotAuthorizedException', 'Password attempts exceeded')
    await assert.rejects(prove(ChallengeParameters?.SECRET_BLOCK ?? ''), expected)
  }
  place.pools.clock.advance(3 * 60_000)
  const late = blocks[5]?.ChallengeParameters?.SECRET_BLOCK ?? ''
  await assert.rejects(prove(late), { name: 'NotAuthorizedException', message: /session is expired/ })
})
