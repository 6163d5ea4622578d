import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { AddPermissionCommand } from '@aws-sdk/client-lambda'
import { CreateEmailTemplateCommand } from '@aws-sdk/client-sesv2'
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import { type Setting, start } from './setting/herald.ts'
import { app, delivered } from './setting/people.ts'
import { createFunction, createKey, createPool, senders } from './setting/pool.ts'

const folder = join(import.meta.dirname, 'fixtures', 'capturing-sender')
const jane = 'jane@example.com'

/** A pool whose sender goes the way that is named, and a user of it who signs up. */
async function signUpBy(t: TestContext, way: string, prepare?: (setting: Setting) => Promise<Record<string, string>>) {
  const setting = await start(t)
  const keyArn = await createKey(setting)
  const more = (await prepare?.(setting)) ?? {}
  const port = /\d+$/.exec(setting.herald.smtp ?? '')?.[0] ?? assert.fail('SMTP does not listen')
  const { functionArn } = await setting.herald.lambda.mount({
    functionName: 'capturing-sender',
    folder,
    handler: 'index.handler',
    timeout: 60,
    environment: { KEY_ARN: keyArn, WAY: way, SMTP_PORT: port, ...more },
  })
  await setting.lambda.send(
    new AddPermissionCommand({
      FunctionName: 'capturing-sender',
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  const pool = await createPool(setting, { LambdaConfig: senders(functionArn, keyArn) })
  const people = app(setting, pool)
  await people.signUp('jane', { email: jane })
  const answer = await delivered(setting, { source: 'CustomEmailSender_SignUp' })
  const { message } = answer as unknown as { message: Delivered }
  assert.equal(message.trigger?.userName, 'jane')
  assert.deepEqual(setting.logged, [])
  return { setting, people, message, code: answer.code }
}

interface Delivered {
  id: string
  to: string
  from: string
  subject: string
  text?: string
  html?: string
  attachments?: { name: string; contentType: string; size: number; contentId?: string }[]
  trigger?: { userName: string }
}

async function downloaded({ url }: Setting, { id }: Delivered, n: number): Promise<Response> {
  return fetch(`${url}/_herald/messages/${id}/attachments/${n}`)
}

for (const way of ['smtp', 'sesRaw']) {
  test(`${way}: a mail with attachments, from the trigger to the inbox`, async (t) => {
    const { setting, people, message, code } = await signUpBy(t, way)
    assert.equal(message.to, jane)
    assert.equal(message.from, 'Aurora Books <welcome@aurora.example>')
    assert.equal(message.subject, 'Grüße from Aurora')
    assert.equal(message.text, `Your code is ${code}`)
    assert.deepEqual(
      message.attachments?.map(({ name, contentType, size, contentId }) => [name, contentType, size, contentId]),
      [
        ['logo.png', 'image/png', 8, 'logo'],
        ['Bedingungen für Käufer.pdf', 'application/pdf', 14, undefined],
      ],
    )
    assert.equal(await (await downloaded(setting, message, 1)).text(), '%PDF-1.7 terms')
    const page = await (await fetch(`${setting.url}/_herald/messages/${message.id}/html`)).text()
    assert.match(page, /<img src="data:image\/png;base64,iVBORw0KGgo=">/)
    await people.confirm('jane', code)
  })
}

test("smtpByCredentials: a mail without the code belongs to the invocation by the function's credentials", async (t) => {
  const { message } = await signUpBy(t, 'smtpByCredentials')
  assert.match(message.text ?? '', /see the app/)
})

test('sesTemplate: a stored template of the second API, sent by the first', async (t) => {
  const { people, message, code } = await signUpBy(t, 'sesTemplate', async ({ ses }) => {
    const TemplateContent = {
      Subject: 'Welcome {{code}}',
      Html: '<p>{{code}}</p>{{#each books}}<i>{{this}}</i>{{/each}}',
    }
    await ses.send(new CreateEmailTemplateCommand({ TemplateName: 'welcome', TemplateContent }))
    return {}
  })
  assert.equal(message.subject, `Welcome ${code}`)
  assert.equal(message.html, `<p>${code}</p><i>Emma</i><i>Ulysses</i>`)
  await people.confirm('jane', code)
})

test('topic: a confirmed subscriber gets what the sender publishes, and so does a function', async (t) => {
  const { setting, people, message, code } = await signUpBy(t, 'topic', async (setting) => {
    const { TopicArn = '' } = await setting.sns.send(new CreateTopicCommand({ Name: 'sign-ups' }))
    const subscribe = (Protocol: string, Endpoint: string) =>
      setting.sns.send(new SubscribeCommand({ TopicArn, Protocol, Endpoint }))
    await subscribe('email', 'desk@example.com')
    const { body } = await setting.inbox('messages/latest?to=desk@example.com')
    const { link = '' } = body as unknown as { link?: string }
    const page = await fetch(link, { headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' } })
    assert.equal(page.status, 200)
    const listener = await createFunction(
      setting,
      'listener',
      `import { SNSClient, PublishCommand } from '@aws-sdk/client-sns'
       export const handler = async ({ Records: [{ Sns }] }) => {
         await new SNSClient().send(new PublishCommand({ PhoneNumber: '+12065550100', Message: 'Heard: ' + Sns.Message }))
       }`,
      { permission: false },
    )
    await setting.lambda.send(
      new AddPermissionCommand({
        FunctionName: 'listener',
        StatementId: 'sns',
        Action: 'lambda:InvokeFunction',
        Principal: 'sns.amazonaws.com',
        SourceArn: TopicArn,
      }),
    )
    await subscribe('lambda', listener)
    return { TOPIC_ARN: TopicArn }
  })
  assert.equal(message.to, 'desk@example.com')
  assert.equal(message.subject, 'Sign-up')
  assert.match(message.text ?? '', new RegExp(`^Your code is ${code}\n`))
  const heard = await delivered(setting, { channel: 'sms' })
  assert.equal(heard.text, `Heard: Your code is ${code}`)
  assert.equal(heard.message.trigger?.userName, 'jane')
  await people.confirm('jane', code)
})

test('a link to confirm that a page elsewhere opens is refused', async (t) => {
  const setting = await start(t)
  const { TopicArn } = await setting.sns.send(new CreateTopicCommand({ Name: 'sign-ups' }))
  await setting.sns.send(new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: jane }))
  const { body } = await setting.inbox('messages/latest')
  const { link = '' } = body as unknown as { link?: string }
  assert.equal((await fetch(link, { headers: { 'sec-fetch-site': 'cross-site' } })).status, 403)
  assert.equal((await fetch(link)).status, 200)
})

test('where the port of SMTP is taken, Herald says so and goes on without it', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const { port } = other.address() as AddressInfo
  const setting = await start(t, ['--ephemeral', '--smtp-port', String(port)])
  assert.equal(setting.herald.smtp, undefined)
  assert.deepEqual(setting.logged, [
    `Port ${port} is taken, so mail by SMTP is not captured. Choose another one with --smtp-port.`,
  ])
  assert.equal((await fetch(`${setting.url}/_herald/health`)).status, 200)
})
