import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { snsTopic } from '../../src/index.ts'
import { secretKey } from './aws-environment.ts'
import { code, contextOf, key, mail, messageOf, noon, providerContract, sms } from './contract.ts'
import { openLocalAws } from './local-aws-place.ts'
import { openFakeService } from './open-fake-service.ts'

const topicArn = 'arn:aws:sns:eu-central-1:111122223333:auth-messages'
const to = 'jane@example.com'
const answer = '<PublishResponse><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>'
const refusal = (status: number, name: string, message: string) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>${message}</Message></Error></ErrorResponse>`,
})

providerContract('an SNS topic', {
  provider: (endpoint) => snsTopic({ endpoint, topicArn, attributes: { stage: 'dev' } }),
  to,
  body: mail,
  wire: {
    method: 'POST',
    path: '/',
    // Of the topic's region, whatever the function's own is.
    headers: { authorization: /\/eu-central-1\/sns\/aws4_request/ },
    form: {
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: topicArn,
      Message: mail.text,
      Subject: mail.subject!,
      ...attributes({
        source: 'SignUp',
        kind: 'email',
        userPoolId: 'eu-west-1_AbC123',
        locale: 'en',
        key,
        stage: 'dev',
      }),
    },
  },
  accepted: { answer: { status: 200, body: answer }, outcome: { status: 'accepted', id: 'sns-1' } },
  answers: {
    'a topic that is not there': {
      answer: refusal(404, 'NotFound', 'Topic does not exist'),
      outcome: { status: 'drop', reason: 'NotFoundException', http: 404, account: true },
    },
    'an endpoint that sends elsewhere': {
      answer: { status: 307, headers: { location: 'https://sns.example.com/' }, body: '' },
      outcome: { status: 'drop', reason: 'HTTP 307', http: 307, account: true },
    },
    'a message that is too long': {
      answer: refusal(400, 'InvalidParameter', 'Invalid parameter: Message too long'),
      outcome: { status: 'drop', reason: 'InvalidParameterException', http: 400 },
    },
    "a topic's key that may not be used": {
      answer: refusal(400, 'KMSAccessDenied', 'no access'),
      outcome: { status: 'drop', reason: 'KMSAccessDeniedException', http: 400, account: true },
    },
    "a topic's key that is throttled": {
      answer: refusal(400, 'KMSThrottling', 'slowly'),
      outcome: { status: 'retry', reason: 'KMSThrottlingException', http: 400 },
    },
  },
  bodyDecides: true,
  secrets: [secretKey],
})

describe('an SNS topic', () => {
  async function publish(t: TestContext, options: Partial<Parameters<typeof snsTopic>[0]>, body = mail) {
    const service = await openFakeService(t)
    service.behave({ status: 200, body: answer })
    const provider = snsTopic({ topicArn, endpoint: service.url, ...options })
    await provider.send(to, body, messageOf({ to, expiresAt: new Date(noon + 60_000) }), contextOf())
    return { form: new URLSearchParams(service.only().body), provider }
  }

  test('gets the whole message where another sender takes over', async (t) => {
    const { form } = await publish(t, { format: 'json' })
    assert.deepEqual(JSON.parse(form.get('Message')!), {
      to,
      source: 'SignUp',
      kind: 'email',
      ...mail,
      userName: 'jane',
      poolId: 'eu-west-1_AbC123',
      locale: 'en',
      key,
      expiresAt: '2026-03-01T12:01:00.000Z',
    })
  })

  test('of the FIFO kind itself sends a message once only', async (t) => {
    const fifo = await publish(t, { topicArn: `${topicArn}.fifo` })
    assert.deepEqual([fifo.form.get('MessageGroupId'), fifo.form.get('MessageDeduplicationId')], [key, key])
    const grouped = await publish(t, { topicArn: `${topicArn}.fifo`, groupId: 'auth' })
    assert.equal(grouped.form.get('MessageGroupId'), 'auth')
    const standard = await publish(t, {})
    assert.equal(standard.form.get('MessageDeduplicationId'), null)
    assert.deepEqual([fifo.provider.idempotent, standard.provider.idempotent], [true, false])
  })

  test('gets a subject that SNS takes, and none where there is none', async (t) => {
    const long = await publish(t, {}, { ...mail, subject: `Line\r\nbreak ${'😀'.repeat(60)}` })
    const subject = long.form.get('Subject')!
    assert.match(subject, /^Line break (😀)+$/u)
    assert.ok(subject.length < 100 && subject.length > 96, String(subject.length))
    const plain = await publish(t, {}, { ...mail, subject: 'x'.repeat(150) })
    assert.equal(plain.form.get('Subject')!.length, 99)
    assert.equal((await publish(t, {}, sms)).form.get('Subject'), null)
  })

  test('passes what is sent to it on to its subscribers', async (t) => {
    const { url, inbox } = await openLocalAws(t)
    const sns = new SNSClient({ endpoint: url })
    t.after(() => sns.destroy())
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'auth' }))
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'sms', Endpoint: '+4915112345678' }))
    const outcome = await snsTopic({ topicArn: TopicArn!, endpoint: url }).send(to, mail, messageOf(), contextOf())
    assert.equal(outcome.status, 'accepted')
    const [message] = (await inbox.list({})).messages
    assert.ok(message?.text?.includes(code))
  })

  test('that is none is refused when the provider is made', () => {
    for (const wrong of ['auth-messages', 'arn:aws:sqs:eu-west-1:111122223333:queue', '']) {
      assert.throws(() => snsTopic({ topicArn: wrong }), TypeError)
    }
  })
})

function attributes(values: Record<string, string>): Record<string, string> {
  const entries = Object.entries(values).flatMap(([name, value], index) => {
    const entry = `MessageAttributes.entry.${index + 1}`
    return [
      [`${entry}.Name`, name],
      [`${entry}.Value.DataType`, 'String'],
      [`${entry}.Value.StringValue`, value],
    ]
  })
  return Object.fromEntries(entries)
}
