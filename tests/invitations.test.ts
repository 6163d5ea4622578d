import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminSetUserPasswordCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { allMessages, app, attributes, day, delivered, password, refusal } from './setting/people.ts'
import { createPool, type PoolSetting, smsConfiguration } from './setting/pool.ts'
import { told, untilStep } from './setting/trace.ts'

const wrongPassword = refusal('NotAuthorizedException', 'Incorrect username or password.')

async function begin(t: TestContext, pool: Parameters<typeof createPool>[1] = {}) {
  const setting = await start(t)
  const created = await createPool(setting, { SmsConfiguration: smsConfiguration, ...pool })
  const invite = (Username: string, given: Record<string, string>, more: Partial<AdminCreateUserCommandInput> = {}) =>
    setting.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: created.poolId,
        Username,
        UserAttributes: attributes(given),
        ...more,
      }),
    )
  return { setting, pool: created, client: app(setting, created), invite, choose: chooser(setting, created) }
}

/** Signs in with a temporary password and chooses one's own. */
function chooser({ cognito }: Awaited<ReturnType<typeof start>>, { clientId }: PoolSetting) {
  return (Username: string, Session: string | undefined) =>
    cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: clientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
      }),
    )
}

const addresses = { email: 'kim@example.com', phone_number: '+12065550111' }

test('an invitation goes by SMS unless other media are asked for, and on each that is', async (t) => {
  const { setting, client, invite, choose } = await begin(t)
  const { User } = await invite('kim', addresses)
  assert.equal(User?.UserStatus, 'FORCE_CHANGE_PASSWORD')
  const bySms = await delivered(setting, { userName: 'kim' })
  assert.deepEqual([bySms.message.channel, bySms.message.to], ['sms', addresses.phone_number])
  const challenged = await client.signIn('kim', bySms.code)
  assert.equal(challenged.ChallengeName, 'NEW_PASSWORD_REQUIRED')
  assert.ok((await choose('kim', challenged.Session)).AuthenticationResult)
  assert.equal((await client.look('kim')).status, 'CONFIRMED')

  await invite('lee', addresses, { DesiredDeliveryMediums: ['EMAIL', 'SMS'] })
  const mailed = await delivered(setting, { userName: 'lee', channel: 'email' })
  const texted = await delivered(setting, { userName: 'lee', channel: 'sms' })
  assert.equal(mailed.code, texted.code)
  assert.equal((await allMessages(setting, { userName: 'lee' })).length, 2)
  assert.equal((await client.signIn('lee', mailed.code)).ChallengeName, 'NEW_PASSWORD_REQUIRED')
})

test('a medium without an address is named as the reason why nothing was sent', async (t) => {
  const { setting, invite } = await begin(t)
  await invite('kim', { email: 'kim@example.com' })
  await invite('lee', { email: 'lee@example.com' }, { DesiredDeliveryMediums: ['SMS', 'EMAIL'] })
  const [message, ...more] = await allMessages(setting, { userName: 'kim' })
  assert.deepEqual([message?.state, message?.channel, more.length], ['not-sent', 'sms', 0])
  const { body } = await setting.inbox(`messages/${message?.id}`)
  assert.match(
    told(body).join('\n'),
    /queued not-sent: SMS is a desired delivery medium, and the user has no phone_number/,
  )
  assert.equal((await delivered(setting, { userName: 'lee' })).message.channel, 'email')
  const ofLee = await allMessages(setting, { userName: 'lee', channel: 'sms' })
  assert.deepEqual(
    ofLee.map(({ state }) => state),
    ['not-sent'],
  )
})

test('SUPPRESS sends nothing, and a temporary password of one’s own is taken as it is', async (t) => {
  const { setting, client, invite } = await begin(t)
  await invite('kim', addresses, { MessageAction: 'SUPPRESS', TemporaryPassword: 'Temporary<&>"1' })
  assert.equal((await client.signIn('kim', 'Temporary<&>"1')).ChallengeName, 'NEW_PASSWORD_REQUIRED')
  assert.deepEqual(await allMessages(setting), [])
  await assert.rejects(
    invite('lee', addresses, { TemporaryPassword: 'short' }),
    refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough'),
  )
})

test('RESEND makes a new password, of which the old one knows nothing', async (t) => {
  const { setting, client, invite, choose } = await begin(t)
  const email = { DesiredDeliveryMediums: ['EMAIL' as const] }
  await assert.rejects(
    invite('kim', {}, { MessageAction: 'RESEND', ...email }),
    refusal('UserNotFoundException', 'User does not exist.'),
  )
  await invite('kim', addresses, email)
  const first = await delivered(setting, { userName: 'kim' })
  await invite('kim', {}, { MessageAction: 'RESEND', ...email })
  const second = await delivered(setting, { userName: 'kim', after: first.message.id })
  assert.notEqual(second.code, first.code)
  assert.equal(second.message.trigger?.source, 'AdminCreateUser')
  await untilStep(setting, first.message.id, 'superseded ok')
  await assert.rejects(client.signIn('kim', first.code), wrongPassword)
  const challenged = await client.signIn('kim', second.code)
  await choose('kim', challenged.Session)
  await untilStep(setting, second.message.id, 'code-used ok')
  await assert.rejects(
    invite('kim', {}, { MessageAction: 'RESEND', ...email }),
    refusal('UnsupportedUserStateException', 'Resend not possible. kim status is not FORCE_CHANGE_PASSWORD'),
  )
})

test('a temporary password ends after the days of the policy, seven where it names none', async (t) => {
  const { setting, client, invite } = await begin(t)
  const policy = { MinimumLength: 8, TemporaryPasswordValidityDays: 2 }
  const strict = await createPool(setting, { Policies: { PasswordPolicy: policy } })
  const ofStrict = app(setting, strict)
  const TemporaryPassword = 'Temporary-1'
  await invite('kim', addresses, { MessageAction: 'SUPPRESS', TemporaryPassword })
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: strict.poolId,
      Username: 'kim',
      MessageAction: 'SUPPRESS',
      TemporaryPassword,
    }),
  )
  const ended = refusal(
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
  )
  setting.advance(2 * day - 60_000)
  assert.ok((await ofStrict.signIn('kim', TemporaryPassword)).Session)
  setting.advance(60_000)
  await assert.rejects(ofStrict.signIn('kim', TemporaryPassword), ended)
  assert.ok((await client.signIn('kim', TemporaryPassword)).Session)
  setting.advance(5 * day)
  await assert.rejects(client.signIn('kim', TemporaryPassword), ended)
  // Sent again, it is good again.
  await invite('kim', {}, { MessageAction: 'RESEND', TemporaryPassword: 'Temporary-2' })
  assert.ok((await client.signIn('kim', 'Temporary-2')).Session)
})

test('a pool for administrators only refuses sign-ups, and invites all the same', async (t) => {
  const { setting, client, invite } = await begin(t, { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } })
  await assert.rejects(
    client.signUp('jane', { email: 'jane@example.com' }),
    refusal('NotAuthorizedException', 'SignUp is not permitted for this user pool'),
  )
  await invite('kim', addresses)
  assert.ok((await client.signIn('kim', (await delivered(setting, { userName: 'kim' })).code)).Session)
  assert.equal((await allMessages(setting)).length, 1)
})

test('what an administrator settles leaves no code and no temporary password behind', async (t) => {
  const { setting, pool, client, invite } = await begin(t)
  const UserPoolId = pool.poolId
  await client.signUp('jane', { email: 'jane@example.com' })
  const { code, message } = await delivered(setting, { userName: 'jane' })
  await setting.cognito.send(new AdminConfirmSignUpCommand({ UserPoolId, Username: 'jane' }))
  await untilStep(setting, message.id, 'superseded ok')
  const jane = await client.look('jane')
  assert.deepEqual([jane.status, jane.attributes.email_verified], ['CONFIRMED', 'false'])
  const done = refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED')
  await assert.rejects(client.confirm('jane', code), done)

  await invite('kim', addresses)
  const invited = await delivered(setting, { userName: 'kim' })
  const set = (Username: string, Password: string, Permanent?: boolean) =>
    setting.cognito.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent }))
  await set('kim', 'Temporary-1')
  await untilStep(setting, invited.message.id, 'superseded ok')
  await assert.rejects(client.signIn('kim', invited.code), wrongPassword)
  assert.ok((await client.signIn('kim', 'Temporary-1')).Session)
  await set('kim', 'Permanent-1', true)
  assert.ok((await client.signIn('kim', 'Permanent-1')).AuthenticationResult)
})
