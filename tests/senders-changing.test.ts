import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  type CreateUserPoolCommandInput,
  DeleteUserPoolCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { allowInvoke, type Began, moodySender } from './setting/moody-sender.ts'
import { allMessages, app, attributes, delivered } from './setting/people.ts'
import { createFunction, createKey, createPool, senders, smsConfiguration } from './setting/pool.ts'
import { told, until } from './setting/trace.ts'

const minute = 60_000
const jane = { email: 'jane@example.com', phone_number: '+12065550100' }

/** A pool whose sender nobody may invoke yet, and jane's first message, which waits for the next try. */
async function waiting(t: TestContext, pool: Partial<CreateUserPoolCommandInput> = {}) {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const created = await moodySender(setting, began.url, { permission: false, pool })
  const client = app(setting, created)
  await client.signUp('jane', jane)
  const id = await retrying(setting, 'jane')
  return { setting, began, pool: created, client, id }
}

/** Waits until the newest message to this user waits for another try. @returns its id. */
async function retrying(setting: Setting, userName: string): Promise<string> {
  const [newest] = await allMessages(setting, { userName })
  await until(setting, newest?.id, ({ state }) => state === 'retrying')
  return newest?.id ?? ''
}

test('a message that waits goes out by default delivery once its sender is taken off, in the words of the pool', async (t) => {
  const { setting, began, pool, client, id } = await waiting(t)
  await setting.cognito.send(
    new UpdateUserPoolCommand({
      UserPoolId: pool.poolId,
      AutoVerifiedAttributes: ['email'],
      VerificationMessageTemplate: { EmailSubject: 'Code for {username}', EmailMessage: '<b>{####}</b>, {username}!' },
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/example.com',
        From: 'Example <hello@example.com>',
      },
    }),
  )
  setting.advance(minute)
  const mail = await delivered(setting, { userName: 'jane' })
  assert.equal(mail.message.id, id)
  assert.equal(mail.text, `${mail.code}, jane!`)
  const message = await setting.herald.inbox.get(id)
  assert.equal(message?.html, `<b>${mail.code}</b>, jane!`)
  assert.equal(message?.subject, 'Code for jane')
  assert.match(message?.from ?? '', /hello@example\.com/)
  assert.ok(told(message!).includes('default-delivery started'))
  await client.confirm('jane', mail.code)
  assert.equal(began.received.length, 0)
})

test("without a sender the pool's own texts go by SES and SNS", async (t) => {
  const setting = await start(t)
  const texts: Partial<CreateUserPoolCommandInput> = {
    SmsConfiguration: smsConfiguration,
    EmailVerificationSubject: 'Verify',
    EmailVerificationMessage: 'Mail {####}',
    SmsVerificationMessage: 'Text {####}',
    AdminCreateUserConfig: {
      InviteMessageTemplate: {
        EmailSubject: 'Hello',
        EmailMessage: 'I am {username}, {####}',
        SMSMessage: 'You are {username}, {####}',
      },
    },
  }
  const byMail = await createPool(setting, texts)
  const bySms = await createPool(setting, { ...texts, AutoVerifiedAttributes: ['phone_number'] })
  for (const [pool, channel, word] of [
    [byMail, 'email', 'Mail'],
    [bySms, 'sms', 'Text'],
  ] as const) {
    const client = app(setting, pool)
    const find = (source: string) => delivered(setting, { userPoolId: pool.poolId, source, channel })
    await client.signUp('jane', jane)
    const { code, text } = await find('SignUp')
    assert.equal(text, `${word} ${code}`)
    await client.confirm('jane', code)
    await client.forgot('jane')
    const reset = await find('ForgotPassword')
    assert.equal(reset.text, `${word} ${reset.code}`)
    const TemporaryPassword = 'T<b>&amp;"{username}1'
    await setting.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: pool.poolId,
        Username: 'kim',
        UserAttributes: attributes(jane),
        TemporaryPassword,
        DesiredDeliveryMediums: ['EMAIL', 'SMS'],
      }),
    )
    for (const [medium, said] of [
      ['email', 'I am'],
      ['sms', 'You are'],
    ] as const) {
      const invited = await delivered(setting, { userPoolId: pool.poolId, source: 'AdminCreateUser', channel: medium })
      assert.equal(invited.text, `${said} kim, ${TemporaryPassword}`)
      assert.equal(invited.code, TemporaryPassword)
    }
  }
})

test('a pool that is deleted sends nothing any more', async (t) => {
  const { setting, began, pool, id } = await waiting(t)
  await setting.cognito.send(new DeleteUserPoolCommand({ UserPoolId: pool.poolId }))
  await allowInvoke(setting, 'late')
  setting.advance(minute)
  const message = await until(setting, id, ({ state }) => state === 'abandoned')
  assert.ok(told(message).includes('invoke abandoned: the user pool was deleted'))
  assert.equal(message.trigger?.code, undefined)
  assert.equal(began.received.length, 0)
})

test('a code that was replaced before the next try is not sent', async (t) => {
  const { setting, began, client, id } = await waiting(t)
  await client.resend('jane')
  await retrying(setting, 'jane')
  await allowInvoke(setting, 'late')
  setting.advance(minute)
  const { code } = await delivered(setting, { source: 'CustomEmailSender_ResendCode' })
  const message = await until(setting, id, ({ state }) => state === 'abandoned')
  assert.match(told(message).at(-1) ?? '', /^invoke abandoned: .*replaced/)
  assert.equal(message.trigger?.code, undefined)
  await client.confirm('jane', code)
  assert.deepEqual(
    began.received.map(({ event }) => event.triggerSource),
    ['CustomEmailSender_ResendCode'],
  )
})

test('a code that was used before the next try is not sent', async (t) => {
  const { setting, began, client, id } = await waiting(t)
  const waits = await setting.herald.inbox.get(id)
  await client.confirm('jane', waits?.trigger?.code ?? '')
  await allowInvoke(setting, 'late')
  setting.advance(minute)
  const message = await until(setting, id, ({ state }) => state === 'abandoned')
  assert.match(told(message).at(-1) ?? '', /^invoke abandoned: the code is no longer good: it was used/)
  assert.equal(began.received.length, 0)
})

test('a temporary password that was replaced before the next try is not sent, nor one of a user who is gone', async (t) => {
  const { setting, began, pool, client } = await waiting(t)
  const invite = (Username: string, MessageAction?: 'RESEND') =>
    setting.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: pool.poolId,
        Username,
        MessageAction,
        DesiredDeliveryMediums: ['EMAIL'],
        ...(MessageAction ? {} : { UserAttributes: attributes({ email: `${Username}@example.com` }) }),
      }),
    )
  await invite('kim')
  const replaced = await retrying(setting, 'kim')
  await invite('kim', 'RESEND')
  await retrying(setting, 'kim')
  await invite('lee')
  const gone = await retrying(setting, 'lee')
  await setting.cognito.send(new AdminDeleteUserCommand({ UserPoolId: pool.poolId, Username: 'lee' }))
  await setting.cognito.send(new AdminDeleteUserCommand({ UserPoolId: pool.poolId, Username: 'jane' }))
  await allowInvoke(setting, 'late')
  setting.advance(minute)
  const { code } = await delivered(setting, { userName: 'kim' })
  assert.equal((await client.signIn('kim', code)).ChallengeName, 'NEW_PASSWORD_REQUIRED')
  for (const id of [replaced, gone]) {
    const message = await until(setting, id, ({ state }) => state === 'abandoned')
    assert.equal(message.trigger?.code, undefined)
  }
  assert.deepEqual(
    began.received.map(({ event }) => event.userName),
    ['kim'],
  )
})

test('one function serves both channels', async (t) => {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await moodySender(setting, began.url)
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: 'kim',
      UserAttributes: attributes(jane),
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
    }),
  )
  const mailed = await delivered(setting, { source: 'CustomEmailSender_AdminCreateUser' })
  const texted = await delivered(setting, { source: 'CustomSMSSender_AdminCreateUser' })
  assert.deepEqual(
    [mailed.message.to, mailed.message.channel, texted.message.to, texted.message.channel],
    [jane.email, 'email', jane.phone_number, 'sms'],
  )
  assert.deepEqual(began.received.map(({ event }) => event.request.type).sort(), [
    'customEmailSenderRequestV1',
    'customSMSSenderRequestV1',
  ])
})

test('the reply does not wait for the sender', async (t) => {
  const setting = await start(t)
  const held: ServerResponse[] = []
  const provider = createServer((_request, response) => void held.push(response)).listen(0, '127.0.0.1')
  await once(provider, 'listening')
  t.after(() => {
    provider.close()
    provider.closeAllConnections()
  })
  const asked = once(provider, 'request')
  const functionArn = await createFunction(
    setting,
    'patient',
    'export const handler = () => fetch(process.env.PROVIDER).then((answer) => answer.text())',
    { environment: { PROVIDER: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/` } },
  )
  const pool = await createPool(setting, { LambdaConfig: senders(functionArn, await createKey(setting)) })
  const client = app(setting, pool)
  assert.ok((await client.signUp('jane', jane)).CodeDeliveryDetails)
  await asked
  // While the sender is at its work, the user is there and everything else goes on.
  assert.equal((await client.look('jane')).status, 'UNCONFIRMED')
  assert.ok((await client.signUp('kim', { email: 'kim@example.com' })).CodeDeliveryDetails)
  const [message] = await allMessages(setting, { userName: 'jane' })
  assert.equal(message?.state, 'invoking')
  provider.on('request', (_request, response) => response.end('sent'))
  for (const response of held) response.end('sent')
  await until(setting, message?.id, ({ state }) => state === 'not-sent')
})

test('a function may call the pool back while it runs', async (t) => {
  const setting = await start(t)
  const functionArn = await createFunction(
    setting,
    'curious',
    `
    import { AdminGetUserCommand, CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
    import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
    export const handler = async ({ userPoolId, userName }) => {
      const user = await new CognitoIdentityProviderClient().send(
        new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userName }))
      const { Value } = user.UserAttributes.find(({ Name }) => Name === 'email')
      await new SESv2Client().send(new SendEmailCommand({
        FromEmailAddress: 'sender@example.com',
        Destination: { ToAddresses: [Value] },
        Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: userName + ' is ' + user.UserStatus } } } },
      }))
    }`,
  )
  const pool = await createPool(setting, { LambdaConfig: senders(functionArn, await createKey(setting)) })
  await app(setting, pool).signUp('jane', jane)
  const { text, message } = await delivered(setting, { userName: 'jane' })
  assert.equal(text, 'jane is UNCONFIRMED')
  assert.equal(message.to, jane.email)
})
