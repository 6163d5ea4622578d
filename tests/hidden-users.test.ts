import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  type CreateUserPoolCommandInput,
  DescribeUserPoolClientCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import {
  allMessages,
  app,
  delivered,
  expiredCode,
  hour,
  password,
  refusal,
  toldOf,
  tooMany,
  wrongCode,
} from './setting/people.ts'
import { createPool, smsConfiguration } from './setting/pool.ts'

const wrongPassword = refusal('NotAuthorizedException', 'Incorrect username or password.')

async function hiding(t: TestContext, pool: Partial<CreateUserPoolCommandInput> = {}, confirm = true) {
  const setting = await start(t)
  const created = await createPool(setting, pool, { PreventUserExistenceErrors: 'ENABLED' })
  const client = app(setting, created)
  await client.signUp('jane', { email: 'jane@example.com', phone_number: '+12065550100' })
  if (confirm) await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  return { setting, client, pool: created }
}

test('LEGACY says who does not exist', async (t) => {
  const setting = await start(t)
  const pool = await createPool(setting, {}, { PreventUserExistenceErrors: 'LEGACY' })
  const client = app(setting, pool)
  const unknown = refusal('UserNotFoundException', 'Username/client id combination not found.')
  await assert.rejects(client.confirm('nobody', '123456'), unknown)
  await assert.rejects(client.resend('nobody'), unknown)
  await assert.rejects(client.forgot('nobody'), unknown)
  await assert.rejects(client.reset('nobody', '123456'), unknown)
  await assert.rejects(client.signIn('nobody'), refusal('UserNotFoundException', 'User does not exist.'))
  assert.deepEqual(await allMessages(setting), [])
})

test('ENABLED answers for nobody as for somebody, and sends nothing', async (t) => {
  const { setting, client } = await hiding(t)
  const before = (await allMessages(setting)).length
  const [somebody, nobody] = [await client.forgot('jane'), await client.forgot('nobody')]
  assert.deepEqual(shapeOf(nobody), shapeOf(somebody))
  assert.deepEqual(await client.forgot('nobody').then(toldOf), toldOf(nobody), 'always the same for the same name')
  assert.equal(toldOf(await client.forgot('who@else.org')), 'EMAIL email w***@e***')

  await assert.rejects(client.reset('jane', '1234567'), wrongCode)
  await assert.rejects(client.reset('nobody', '1234567'), wrongCode)
  await assert.rejects(client.confirm('nobody', '123456'), expiredCode)
  await assert.rejects(client.signIn('jane', 'Wrong-Horse-1'), wrongPassword)
  await assert.rejects(client.signIn('nobody'), wrongPassword)
  await delivered(setting, { source: 'ForgotPassword' })
  assert.equal((await allMessages(setting)).length, before + 1, "jane's reset, and nothing else")
})

test('ENABLED answers a resent code for nobody as for somebody', async (t) => {
  const { setting, client } = await hiding(t, {}, false)
  assert.deepEqual(shapeOf(await client.resend('nobody')), shapeOf(await client.resend('jane')))
  await delivered(setting, { source: 'ResendCode' })
  assert.deepEqual(await allMessages(setting, { userName: 'nobody' }), [])
})

test('nobody meets the limits that somebody meets', async (t) => {
  const { setting, client } = await hiding(t, {}, false)
  for (const name of ['jane', 'nobody']) {
    for (let i = 0; i < 5; i++) await client.resend(name)
    await assert.rejects(client.resend(name), tooMany, name)
  }
  setting.advance(hour)
  await client.resend('nobody')
})

test('nobody meets the limits of resets that somebody meets', async (t) => {
  const { client } = await hiding(t)
  for (const name of ['jane', 'nobody']) {
    for (let i = 0; i < 10; i++) await client.forgot(name)
    for (let i = 0; i < 10; i++) await assert.rejects(client.reset(name, '1234567'), wrongCode, name)
    await assert.rejects(client.reset(name, '1234567'), tooMany, name)
    await assert.rejects(client.forgot(name), tooMany, name)
  }
})

test('nobody is locked out as somebody is', async (t) => {
  const { client } = await hiding(t)
  for (const name of ['jane', 'nobody']) {
    for (let i = 0; i < 5; i++) await assert.rejects(client.signIn(name, 'Wrong-Horse-1'), wrongPassword, name)
    await assert.rejects(
      client.signIn(name, 'Wrong-Horse-1'),
      refusal('NotAuthorizedException', 'Password attempts exceeded'),
      name,
    )
  }
})

test('the pretended medium is one that the pool uses', async (t) => {
  const bySms = { AutoVerifiedAttributes: ['phone_number'], SmsConfiguration: smsConfiguration } as const
  const sms = await hiding(t, {
    ...bySms,
    AutoVerifiedAttributes: [...bySms.AutoVerifiedAttributes],
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] },
  })
  for (const name of ['nobody', 'nobody@example.com']) {
    assert.match(toldOf(await sms.client.forgot(name)) ?? '', /^SMS phone_number \+\*{7}\d{4}$/, name)
    assert.match(toldOf(await sms.client.resend(name)) ?? '', /^SMS phone_number \+\*{7}\d{4}$/, name)
  }
  const named = toldOf(await sms.client.forgot('+12065550199'))
  assert.equal(named, 'SMS phone_number +*******0199')

  const none = await hiding(t, { AutoVerifiedAttributes: [] }, false)
  const noResend = refusal('NotAuthorizedException', 'Cannot resend codes. Auto verification not turned on.')
  await assert.rejects(none.client.resend('jane'), noResend)
  await assert.rejects(none.client.resend('nobody'), noResend)
})

test('who has no verified address gets the answer of nobody', async (t) => {
  const { setting, client } = await hiding(t, {}, false)
  const answer = await client.forgot('jane')
  assert.deepEqual(shapeOf(answer), shapeOf(await client.forgot('nobody')))
  assert.deepEqual(await allMessages(setting, { source: 'ForgotPassword' }), [])
})

test('a user who was invited and never signed in cannot reset a password, not by an older code either', async (t) => {
  const setting = await start(t)
  const pool = await createPool(setting)
  const client = app(setting, pool)
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: 'jane',
      UserAttributes: [
        { Name: 'email', Value: 'jane@example.com' },
        { Name: 'email_verified', Value: 'true' },
      ],
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  )
  const impossible = refusal('NotAuthorizedException', 'User password cannot be reset in the current state.')
  await assert.rejects(client.forgot('jane'), impossible)
  await assert.rejects(client.reset('jane', '123456'), impossible)
})

test('a client with a secret wants its hash from everybody, whoever they are', async (t) => {
  const setting = await start(t)
  const { poolId, clientId } = await createPool(setting, {}, { GenerateSecret: true })
  const { UserPoolClient } = await setting.cognito.send(
    new DescribeUserPoolClientCommand({ UserPoolId: poolId, ClientId: clientId }),
  )
  const secret = UserPoolClient?.ClientSecret ?? ''
  const missing = refusal(
    'NotAuthorizedException',
    `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
  )
  const wrong = refusal('NotAuthorizedException', `Unable to verify secret hash for client ${clientId}`)
  const calls = (client: ReturnType<typeof app>) => [
    () => client.signUp('jane', { email: 'jane@example.com' }),
    () => client.resend('jane'),
    () => client.confirm('jane', '000000x'),
    () => client.forgot('jane'),
    () => client.reset('jane', '000000x'),
    () => client.signIn('jane'),
  ]
  for (const call of calls(app(setting, { poolId, clientId }))) await assert.rejects(call, missing)
  for (const call of calls(app(setting, { poolId, clientId }, `${secret}x`))) await assert.rejects(call, wrong)

  const client = app(setting, { poolId, clientId }, secret)
  await client.signUp('jane', { email: 'jane@example.com' })
  await client.resend('jane')
  const { code } = await delivered(setting, { source: 'ResendCode' })
  await client.confirm('jane', code)
  await client.forgot('jane')
  await client.reset('jane', (await delivered(setting, { source: 'ForgotPassword' })).code)
  const signedIn = await client.signIn('jane', 'Battery-Staple-2')
  assert.ok(signedIn.AuthenticationResult?.AccessToken)
  const AuthParameters = { USERNAME: 'jane', PASSWORD: password }
  for (const command of [
    new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    new AdminInitiateAuthCommand({
      UserPoolId: poolId,
      ClientId: clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters,
    }),
  ])
    await assert.rejects(setting.cognito.send(command as InitiateAuthCommand), missing)
})

/** An answer without what must differ: letters and digits of the address. */
function shapeOf(answer: Parameters<typeof toldOf>[0] & object) {
  const { $metadata, ...rest } = answer as { $metadata: { httpStatusCode?: number } }
  return { status: $metadata.httpStatusCode, text: JSON.stringify(rest).replace(/[a-z](?=\*\*\*)|\d(?=\d*")/g, 'x') }
}
