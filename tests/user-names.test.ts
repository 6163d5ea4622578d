import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AdminCreateUserCommand, AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { allMessages, app, attributes, delivered, password, refusal, toldOf } from './setting/people.ts'
import { createPool, smsConfiguration } from './setting/pool.ts'

const exists = refusal('UsernameExistsException', 'User already exists')
const nobody = refusal('UserNotFoundException', 'User does not exist.')
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

test('a pool that signs in by e-mail makes the name itself, and takes the address wherever a name is asked for', async (t) => {
  const setting = await start(t)
  const client = app(setting, await createPool(setting, { UsernameAttributes: ['email'] }))
  const signedUp = await client.signUp('jane@example.com')
  assert.equal(toldOf(signedUp), 'EMAIL email j***@e***')
  const { code, message } = await delivered(setting, { to: 'jane@example.com' })
  assert.equal(message.trigger?.userName, signedUp.UserSub)
  await client.confirm('jane@example.com', code)
  const { name, attributes } = await client.look('jane@example.com')
  assert.match(name ?? '', uuid)
  assert.equal(name, signedUp.UserSub)
  assert.equal(attributes.email, 'jane@example.com')
  assert.equal(attributes.sub, name)
  assert.ok((await client.signIn('jane@example.com')).AuthenticationResult)
  await client.forgot('jane@example.com')
  const { code: reset } = await delivered(setting, { source: 'ForgotPassword' })
  await client.reset('jane@example.com', reset)

  const taken = refusal('UsernameExistsException', 'An account with the given email already exists.')
  await assert.rejects(client.signUp('jane@example.com'), taken)
  const notAnEmail = refusal('InvalidParameterException', 'Username should be an email.')
  await assert.rejects(client.signUp('jane'), notAnEmail)
  await assert.rejects(client.signUp('+12065550100'), notAnEmail)
})

test('a pool that signs in by e-mail or phone takes both, each for one user', async (t) => {
  const setting = await start(t)
  const client = app(
    setting,
    await createPool(setting, {
      UsernameAttributes: ['email', 'phone_number'],
      AutoVerifiedAttributes: ['email', 'phone_number'],
      SmsConfiguration: smsConfiguration,
    }),
  )
  assert.equal(toldOf(await client.signUp('+12065550100')), 'SMS phone_number +*******0100')
  const { code, message } = await delivered(setting, { to: '+12065550100' })
  assert.equal(message.channel, 'sms')
  await client.confirm('+12065550100', code)
  assert.ok((await client.signIn('+12065550100')).AuthenticationResult)
  await assert.rejects(
    client.signUp('kim@example.com', { phone_number: '+12065550100' }),
    refusal('UsernameExistsException', 'An account with the given phone_number already exists.'),
  )
  assert.equal(toldOf(await client.signUp('kim@example.com')), 'EMAIL email k***@e***')
  await assert.rejects(
    client.signUp('kim'),
    refusal('InvalidParameterException', 'Username should be either an email or a phone number.'),
  )
  // An empty value is none, so two users may leave it empty.
  await client.signUp('a@example.com', { phone_number: '' })
  await client.signUp('b@example.com', { phone_number: '' })
})

for (const CaseSensitive of [true, false, undefined]) {
  const isOne = CaseSensitive === false
  test(`names and aliases that differ in case are ${isOne ? 'one' : 'two'} with CaseSensitive ${CaseSensitive}`, async (t) => {
    const setting = await start(t)
    const client = app(
      setting,
      await createPool(setting, {
        AliasAttributes: ['email'],
        ...(CaseSensitive === undefined ? {} : { UsernameConfiguration: { CaseSensitive } }),
      }),
    )
    await client.signUp('Jane', { email: 'Jane@Example.com' })
    const { code } = await delivered(setting, { userName: 'Jane' })
    if (isOne) {
      await assert.rejects(client.signUp('JANE'), exists)
      await client.confirm('jANE', code)
      assert.equal((await client.look('jane')).name, 'Jane')
      assert.ok((await client.signIn('JANE@EXAMPLE.COM')).AuthenticationResult)
      await client.signUp('kim', { email: 'jane@example.com' })
      const { code: ofKim } = await delivered(setting, { userName: 'kim' })
      await assert.rejects(client.confirm('kim', ofKim), refusal('AliasExistsException', /./))
    } else {
      await client.signUp('JANE')
      await client.confirm('Jane', code)
      await assert.rejects(client.look('jane'), nobody)
      await assert.rejects(client.signIn('JANE@EXAMPLE.COM'), nobody)
    }
    assert.equal((await client.look('Jane')).attributes.email, 'Jane@Example.com', 'as it was given')
  })
}

test('an alias is good once it is verified, for one user at a time, and moves only by force', async (t) => {
  const setting = await start(t)
  const client = app(setting, await createPool(setting, { AliasAttributes: ['email'] }))
  const email = 'shared@example.com'
  await client.signUp('jane', { email })
  const { code } = await delivered(setting, { userName: 'jane' })
  await assert.rejects(client.look(email), nobody)
  await assert.rejects(client.confirm(email, code), refusal('UserNotFoundException', /./))
  await client.confirm('jane', code)
  assert.equal((await client.look(email)).name, 'jane')
  assert.ok((await client.signIn(email)).AuthenticationResult)

  await client.signUp('kim', { email })
  const { code: ofKim } = await delivered(setting, { userName: 'kim' })
  const refused = refusal('AliasExistsException', 'An account with the email already exists.')
  await assert.rejects(client.confirm('kim', ofKim), refused)
  await assert.rejects(client.confirm('kim', ofKim, false), refused)
  assert.equal((await client.look('kim')).status, 'UNCONFIRMED')
  // The refusal has not used the code up.
  await client.confirm('kim', ofKim, true)
  assert.equal((await client.look(email)).name, 'kim')
  assert.equal((await client.look('jane')).attributes.email_verified, 'false')
  assert.equal((await client.look('kim')).attributes.email_verified, 'true')
  // Jane has no verified address any more, so nothing of hers can be sent there.
  await assert.rejects(
    client.forgot('jane'),
    refusal(
      'InvalidParameterException',
      'Cannot reset password for the user as there is no registered/verified email or phone_number',
    ),
  )
  await assert.rejects(
    client.signUp('lee@example.com'),
    refusal(
      'InvalidParameterException',
      'Username cannot be of email format, since user pool is configured for email alias.',
    ),
  )
})

test('who verifies an address by a reset has the alias, even if it moved away meanwhile', async (t) => {
  const setting = await start(t)
  const client = app(setting, await createPool(setting, { AliasAttributes: ['email'] }))
  const email = 'shared@example.com'
  await client.signUp('jane', { email })
  await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  await client.forgot('jane')
  const { code: reset } = await delivered(setting, { userName: 'jane', source: 'ForgotPassword' })
  await client.signUp('kim', { email })
  await client.confirm('kim', (await delivered(setting, { userName: 'kim' })).code, true)
  await client.reset('jane', reset)
  assert.equal((await client.look(email)).name, 'jane')
  assert.equal((await client.look('kim')).attributes.email_verified, 'false')
})

test('an alias of a phone number, and a preferred user name that has to wait for the confirmation', async (t) => {
  const setting = await start(t)
  const pool = await createPool(setting, {
    AliasAttributes: ['phone_number', 'preferred_username'],
    AutoVerifiedAttributes: ['phone_number'],
    SmsConfiguration: smsConfiguration,
  })
  const client = app(setting, pool)
  await assert.rejects(
    client.signUp('jane', { preferred_username: 'jj' }),
    refusal(
      'InvalidParameterException',
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    ),
  )
  await client.signUp('jane', { phone_number: '+12065550100' })
  await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  assert.ok((await client.signIn('+12065550100')).AuthenticationResult)
})

test('an administrator is told that an alias is taken, and may move it', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const pool = await createPool(setting, { AliasAttributes: ['email', 'preferred_username'] })
  const client = app(setting, pool)
  const create = (Username: string, given: Record<string, string>, ForceAliasCreation?: boolean) =>
    cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: pool.poolId,
        Username,
        UserAttributes: attributes(given),
        MessageAction: 'SUPPRESS',
        ...(ForceAliasCreation === undefined ? {} : { ForceAliasCreation }),
      }),
    )
  const proven = { email: 'jane@example.com', email_verified: 'true' }
  await create('jane', { ...proven, preferred_username: 'jj' })
  const taken = (what: string) =>
    refusal('UsernameExistsException', `An account with the given ${what} already exists.`)
  await assert.rejects(create('kim', proven), taken('email'))
  await assert.rejects(create('kim', { preferred_username: 'jj' }, true), taken('preferred_username'))
  await assert.rejects(create('jane', {}), exists)
  await create('kim', proven, true)
  assert.equal((await client.look('jane@example.com')).name, 'kim')
  const jane = await client.look('jj')
  assert.equal(jane.name, 'jane')
  assert.deepEqual([jane.attributes.email_verified, jane.attributes.preferred_username_verified], ['false', undefined])
})

test('a user who is deleted frees name and aliases', async (t) => {
  const setting = await start(t)
  const pool = await createPool(setting, { AliasAttributes: ['email'] })
  const client = app(setting, pool)
  const first = await client.signUp('jane', { email: 'jane@example.com' })
  await client.confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  await assert.rejects(client.signUp('jane'), exists)
  await setting.cognito.send(new AdminDeleteUserCommand({ UserPoolId: pool.poolId, Username: 'jane@example.com' }))
  for (const name of ['jane', 'jane@example.com', first.UserSub ?? '']) await assert.rejects(client.look(name), nobody)
  await assert.rejects(client.signIn('jane'), nobody)
  await client.signUp('kim', { email: 'jane@example.com' })
  await client.confirm('kim', (await delivered(setting, { userName: 'kim' })).code)
  const again = await client.signUp('jane', {}, { Password: password })
  assert.notEqual(again.UserSub, first.UserSub)
})

test('the phone goes first where both are verified; without an address nothing is sent, and nobody is told so', async (t) => {
  const setting = await start(t)
  const both = app(
    setting,
    await createPool(setting, {
      AutoVerifiedAttributes: ['email', 'phone_number'],
      SmsConfiguration: smsConfiguration,
    }),
  )
  const addresses = { email: 'jane@example.com', phone_number: '+12065550100' }
  assert.equal(toldOf(await both.signUp('jane', addresses)), 'SMS phone_number +*******0100')
  const { message, code } = await delivered(setting, { userName: 'jane' })
  assert.equal(message.channel, 'sms')
  await both.confirm('jane', code)
  const { attributes } = await both.look('jane')
  assert.deepEqual([attributes.phone_number_verified, attributes.email_verified], ['true', 'false'])
  assert.equal(toldOf(await both.signUp('kim', { email: 'kim@example.com' })), 'EMAIL email k***@e***')

  const without = app(setting, await createPool(setting, { AutoVerifiedAttributes: [] }))
  for (const client of [both, without]) {
    const signedUp = await client.signUp('lee', client === without ? addresses : {})
    assert.deepEqual([signedUp.UserConfirmed, signedUp.CodeDeliveryDetails], [false, undefined])
    assert.equal((await client.look('lee')).status, 'UNCONFIRMED')
    await assert.rejects(
      client.resend('lee'),
      refusal('NotAuthorizedException', 'Cannot resend codes. Auto verification not turned on.'),
    )
  }
  assert.deepEqual(await allMessages(setting, { userName: 'lee' }), [])
})
