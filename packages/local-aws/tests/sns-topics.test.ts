import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSMSAttributesCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishBatchCommand,
  PublishCommand,
  SetSMSAttributesCommand,
  SetSubscriptionAttributesCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UnsubscribeCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns'
import { type CapturedPlace, openCaptured } from './captured-place.ts'

const ARN = 'arn:aws:sns:eu-west-1:111122223333:alerts'
const PHONE = '+491701234567'
const DAY = 86_400_000

async function openTopic(t: TestContext, Attributes: Record<string, string> = {}) {
  const place = await openCaptured(t)
  await place.sns.send(new CreateTopicCommand({ Name: 'alerts', Attributes }))
  const subscribe = (Protocol: string, Endpoint: string, attributes: Record<string, string> = {}) =>
    place.sns.send(
      new SubscribeCommand({
        TopicArn: ARN,
        Protocol,
        Endpoint,
        Attributes: attributes,
        ReturnSubscriptionArn: true,
      }),
    )
  return { ...place, subscribe }
}

/** The newest message's link. */
async function linkIn({ inbox }: Pick<CapturedPlace, 'inbox'>): Promise<string> {
  const [message] = (await inbox.list({})).messages
  return /http:\/\/\S+/.exec(message?.text ?? '')?.[0] ?? ''
}

describe('topics', () => {
  test('are created once, with their attributes and tags', async (t) => {
    const { sns } = await openCaptured(t)
    const input = {
      Name: 'alerts',
      Attributes: { DisplayName: 'Alerts' },
      Tags: [{ Key: 'team', Value: 'a' }],
    }
    assert.equal((await sns.send(new CreateTopicCommand(input))).TopicArn, ARN)
    assert.equal((await sns.send(new CreateTopicCommand(input))).TopicArn, ARN)
    assert.equal((await sns.send(new CreateTopicCommand({ Name: 'alerts' }))).TopicArn, ARN)
    await assert.rejects(sns.send(new CreateTopicCommand({ ...input, Attributes: { DisplayName: 'Other' } })), {
      name: 'InvalidParameterException',
      message: 'Invalid parameter: Attributes Reason: Topic already exists with different attributes',
    })
    await assert.rejects(sns.send(new CreateTopicCommand({ ...input, Tags: [{ Key: 'team', Value: 'b' }] })), {
      message: 'Invalid parameter: Tags Reason: Topic already exists with different tags',
    })
    const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn: ARN }))
    assert.deepEqual(
      [Attributes?.DisplayName, Attributes?.Owner, Attributes?.SubscriptionsConfirmed, Attributes?.TopicArn],
      ['Alerts', '111122223333', '0', ARN],
    )
    assert.equal(JSON.parse(Attributes?.Policy ?? '').Statement[0].Resource, ARN)
    assert.deepEqual((await sns.send(new ListTopicsCommand({}))).Topics, [{ TopicArn: ARN }])
  })

  test('change their attributes and tags, and are deleted with their subscriptions', async (t) => {
    const { sns, subscribe } = await openTopic(t)
    const set = (AttributeName: string, AttributeValue: string) =>
      sns.send(new SetTopicAttributesCommand({ TopicArn: ARN, AttributeName, AttributeValue }))
    await set('DisplayName', 'Alerts')
    assert.equal((await sns.send(new GetTopicAttributesCommand({ TopicArn: ARN }))).Attributes?.DisplayName, 'Alerts')
    await assert.rejects(set('Nonsense', 'x'), { message: 'Invalid parameter: AttributeName' })
    await sns.send(new TagResourceCommand({ ResourceArn: ARN, Tags: [{ Key: 'a', Value: '1' }] }))
    await sns.send(new TagResourceCommand({ ResourceArn: ARN, Tags: [{ Key: 'b', Value: '2' }] }))
    await sns.send(new UntagResourceCommand({ ResourceArn: ARN, TagKeys: ['a'] }))
    assert.deepEqual((await sns.send(new ListTagsForResourceCommand({ ResourceArn: ARN }))).Tags, [
      { Key: 'b', Value: '2' },
    ])
    await subscribe('sms', PHONE)
    await sns.send(new DeleteTopicCommand({ TopicArn: ARN }))
    await sns.send(new DeleteTopicCommand({ TopicArn: ARN }))
    assert.deepEqual((await sns.send(new ListSubscriptionsCommand({}))).Subscriptions, [])
    await assert.rejects(sns.send(new GetTopicAttributesCommand({ TopicArn: ARN })), {
      name: 'NotFoundException',
      message: 'Topic does not exist',
    })
    await assert.rejects(sns.send(new ListTagsForResourceCommand({ ResourceArn: ARN })), {
      name: 'ResourceNotFoundException',
    })
  })

  test('come in pages', async (t) => {
    const { sns } = await openCaptured(t)
    for (let i = 0; i < 101; i++) await sns.send(new CreateTopicCommand({ Name: `t${i}` }))
    const first = await sns.send(new ListTopicsCommand({}))
    const second = await sns.send(new ListTopicsCommand({ NextToken: first.NextToken }))
    assert.deepEqual([first.Topics?.length, second.Topics?.length, second.NextToken], [100, 1, undefined])
    await assert.rejects(sns.send(new ListTopicsCommand({ NextToken: 'x' })), { name: 'InvalidParameterException' })
  })

  for (const Name of ['', 'a b', 'a/b', 'x'.repeat(257), '__proto__ '])
    test(`refuse the name ${JSON.stringify(Name.slice(0, 12))}`, async (t) => {
      const { sns } = await openCaptured(t)
      await assert.rejects(sns.send(new CreateTopicCommand({ Name })), {
        name: 'InvalidParameterException',
        message: 'Invalid parameter: Topic Name',
      })
    })

  test('say of FIFO topics that they are not built', async (t) => {
    const { sns } = await openCaptured(t)
    const fifo = { Name: 'a.fifo', Attributes: { FifoTopic: 'true' } }
    await assert.rejects(sns.send(new CreateTopicCommand(fifo)), /FIFO topic exists on Amazon SNS, but is not built/)
  })
})

describe('a subscription by mail', () => {
  test('waits for the link in the inbox to be opened, and then gets what is published', async (t) => {
    const place = await openTopic(t)
    const { sns, inbox, subscribe } = place
    const { SubscriptionArn } = await subscribe('email', 'ops@example.com')
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'too early' }))
    const [asked, ...others] = (await inbox.list({})).messages
    assert.deepEqual(others, [])
    assert.deepEqual(
      [asked?.to, asked?.from, asked?.subject],
      [
        'ops@example.com',
        'AWS Notifications <no-reply@sns.amazonaws.com>',
        'AWS Notification - Subscription Confirmation',
      ],
    )
    const listed = async () =>
      (await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: ARN }))).Subscriptions?.map(
        (each) => each.SubscriptionArn,
      )
    assert.deepEqual(await listed(), ['PendingConfirmation'])
    const link = await linkIn(place)
    assert.equal((await fetch(link, { method: 'HEAD' })).status, 200)
    assert.deepEqual(await listed(), ['PendingConfirmation'])
    const page = await fetch(link, { headers: { accept: 'text/html' } })
    assert.match(await page.text(), /Subscription confirmed/)
    assert.deepEqual(await listed(), [SubscriptionArn])
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'Fire', Subject: 'Alarm' }))
    const [message] = (await inbox.list({})).messages
    assert.deepEqual(
      [message?.to, message?.subject, message?.text?.split('\n')[0]],
      ['ops@example.com', 'Alarm', 'Fire'],
    )
    const leave = await linkIn(place)
    assert.equal((await fetch(leave)).status, 200)
    assert.deepEqual(await listed(), [])
    assert.equal((await fetch(leave)).status, 404)
  })

  test('is confirmed by the API as well, once or twice, and not with a wrong or old token', async (t) => {
    const place = await openTopic(t)
    const { sns, clock, subscribe } = place
    const { SubscriptionArn } = await subscribe('email', 'ops@example.com')
    const Token = new URL(await linkIn(place)).searchParams.get('Token') ?? ''
    const confirm = (token: string) => sns.send(new ConfirmSubscriptionCommand({ TopicArn: ARN, Token: token }))
    await assert.rejects(confirm('x'), { name: 'InvalidParameterException', message: 'Invalid parameter: Token' })
    clock.advance(2 * DAY)
    await assert.rejects(confirm(Token), { message: 'Invalid parameter: Token' })
    clock.advance(-1)
    assert.equal((await confirm(Token)).SubscriptionArn, SubscriptionArn)
    assert.equal((await confirm(Token)).SubscriptionArn, SubscriptionArn)
  })

  test('asks anew while it waits, and is the same subscription', async (t) => {
    const place = await openTopic(t)
    const first = await place.subscribe('email', 'ops@example.com')
    const old = await linkIn(place)
    const second = await place.subscribe('email', 'ops@example.com')
    assert.equal(second.SubscriptionArn, first.SubscriptionArn)
    assert.equal((await fetch(old)).status, 400)
    assert.equal((await fetch(await linkIn(place))).status, 200)
    await place.subscribe('email', 'ops@example.com')
    assert.equal((await place.inbox.list({})).messages.length, 2)
  })

  test('does not tell its ARN before, unless it is asked for', async (t) => {
    const { sns } = await openTopic(t)
    const input = { TopicArn: ARN, Protocol: 'email', Endpoint: 'ops@example.com' }
    assert.equal((await sns.send(new SubscribeCommand(input))).SubscriptionArn, 'pending confirmation')
  })

  test('gets the envelope as JSON where it wants that', async (t) => {
    const place = await openTopic(t)
    await place.subscribe('email-json', 'ops@example.com')
    const [asked] = (await place.inbox.list({})).messages
    await fetch(JSON.parse(asked?.text ?? '').SubscribeURL)
    const MessageAttributes = { colour: { DataType: 'String', StringValue: 'red' } }
    const { MessageId } = await place.sns.send(
      new PublishCommand({ TopicArn: ARN, Message: 'Fire', MessageAttributes }),
    )
    const [message] = (await place.inbox.list({})).messages
    const envelope = JSON.parse(message?.text ?? '')
    assert.deepEqual(
      [envelope.Type, envelope.MessageId, envelope.Message, envelope.MessageAttributes],
      ['Notification', MessageId, 'Fire', { colour: { Type: 'String', Value: 'red' } }],
    )
  })
})

describe('a message to a topic', () => {
  test('reaches phones and functions, each with its own text, joined to what caused it', async (t) => {
    const { sns, inbox, invoked, asSender, subscribe } = await openTopic(t, { DisplayName: 'Alerts' })
    const functionArn = 'arn:aws:lambda:eu-west-1:111122223333:function:listener'
    await subscribe('sms', PHONE)
    const { SubscriptionArn } = await subscribe('lambda', functionArn)
    const id = await asSender()
    await sns.send(
      new PublishCommand({
        TargetArn: ARN,
        Message: JSON.stringify({ default: 'for all', sms: 'Code 123456' }),
        MessageStructure: 'json',
        Subject: 'Hello',
        MessageAttributes: { raw: { DataType: 'Binary', BinaryValue: Buffer.from('x') } },
      }),
    )
    const message = await inbox.get(id)
    assert.deepEqual([message?.state, message?.to, message?.text], ['delivered', PHONE, 'Alerts> Code 123456'])
    assert.equal(message?.trace.at(-1)?.detail, 'SNS Publish to topic alerts')
    const [{ call, input } = assert.fail()] = invoked
    assert.deepEqual(call.caller, {
      kind: 'service',
      service: 'sns.amazonaws.com',
      sourceArn: ARN,
      sourceAccount: '111122223333',
    })
    assert.match(call.traceId ?? '', new RegExp(`Root=${id}`))
    assert.deepEqual([input.FunctionName, input.InvocationType], [functionArn, 'Event'])
    const { Records } = JSON.parse(Buffer.from(input.Payload ?? []).toString())
    const { EventSource, EventVersion, EventSubscriptionArn, Sns } = Records[0]
    assert.deepEqual([EventSource, EventVersion, EventSubscriptionArn], ['aws:sns', '1.0', SubscriptionArn])
    assert.deepEqual(
      [Sns.Type, Sns.TopicArn, Sns.Subject, Sns.Message, Sns.MessageAttributes],
      ['Notification', ARN, 'Hello', 'for all', { raw: { Type: 'Binary', Value: 'eA==' } }],
    )
    assert.deepEqual(Object.keys(Sns).slice(-5), [
      'SignatureVersion',
      'Signature',
      'SigningCertUrl',
      'UnsubscribeUrl',
      'MessageAttributes',
    ])
  })

  test('passes filters by attributes and by body', async (t) => {
    const { sns, inbox, subscribe } = await openTopic(t)
    const number = (n: number) => `+49170123456${n}`
    const policies: [policy: object, scope: string][] = [
      [{ kind: ['alarm', { prefix: 'warn' }] }, 'MessageAttributes'],
      [{ size: [{ numeric: ['>', 10, '<=', 20] }] }, 'MessageAttributes'],
      [{ kind: [{ 'anything-but': ['alarm'] }] }, 'MessageAttributes'],
      [{ kind: [{ exists: false }] }, 'MessageAttributes'],
      [{ tags: ['b'] }, 'MessageAttributes'],
      [{ user: { name: ['jane'], age: [{ numeric: ['=', 30] }] } }, 'MessageBody'],
      [{ $or: [{ kind: ['alarm'] }, { size: [15] }] }, 'MessageAttributes'],
    ]
    for (const [i, [policy, FilterPolicyScope]] of policies.entries())
      await subscribe('sms', number(i), { FilterPolicy: JSON.stringify(policy), FilterPolicyScope })
    async function reached(attributes: Record<string, [type: string, value: string]>, Message = 'x') {
      await inbox.clear()
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, [DataType, StringValue]]) => [name, { DataType, StringValue }]),
      )
      await sns.send(new PublishCommand({ TopicArn: ARN, Message, MessageAttributes }))
      const { messages } = await inbox.list({})
      return messages.map(({ to }) => Number(to.at(-1))).sort()
    }
    assert.deepEqual(await reached({ kind: ['String', 'alarm'] }), [0, 6])
    assert.deepEqual(await reached({ kind: ['String', 'warning'], size: ['Number', '15'] }), [0, 1, 2, 6])
    assert.deepEqual(await reached({ size: ['Number', '10'] }), [3])
    assert.deepEqual(await reached({ tags: ['String.Array', '["a","b"]'] }), [3, 4])
    assert.deepEqual(await reached({}, '{"user":{"name":"jane","age":30}}'), [3, 5])
    assert.deepEqual(await reached({}, '{"user":{"name":"jane"}}'), [3])
  })

  test('comes in batches, and tells which could not be', async (t) => {
    const { sns, inbox, subscribe } = await openTopic(t)
    await subscribe('sms', PHONE)
    const entry = (Id: string, Message = Id) => ({ Id, Message })
    const batch = (entries: { Id: string; Message: string; Subject?: string }[]) =>
      sns.send(new PublishBatchCommand({ TopicArn: ARN, PublishBatchRequestEntries: entries }))
    const { Successful, Failed } = await batch([entry('a'), { ...entry('b'), Subject: 'line\nbreak' }])
    assert.deepEqual(
      Successful?.map(({ Id }) => Id),
      ['a'],
    )
    assert.deepEqual(Failed, [
      { Id: 'b', Code: 'InvalidParameter', Message: 'Invalid parameter: Subject', SenderFault: true },
    ])
    assert.equal((await inbox.list({})).messages.length, 1)
    const eleven = Array.from({ length: 11 }, (_, i) => entry(String(i)))
    await assert.rejects(batch(eleven), { name: 'TooManyEntriesInBatchRequestException' })
    await assert.rejects(batch([]), { name: 'EmptyBatchRequestException' })
    await assert.rejects(batch([entry('a'), entry('a')]), { name: 'BatchEntryIdsNotDistinctException' })
    await assert.rejects(batch([entry('a b')]), { name: 'InvalidBatchEntryIdException' })
    await assert.rejects(batch([entry('a', 'x'.repeat(200_000)), entry('b', 'x'.repeat(200_000))]), {
      name: 'BatchRequestTooLongException',
    })
  })
})

interface Posted {
  headers: IncomingHttpHeaders
  body: string
}

/** An endpoint on this machine that keeps what is posted to it. */
async function openEndpoint(t: TestContext, answer: () => number = () => 200) {
  const posted: Posted[] = []
  const waiting: (() => void)[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    posted.push({ headers: request.headers, body })
    const status = answer()
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    for (const look of waiting) look()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const until = (count: number) =>
    new Promise<Posted>((resolve) => {
      const look = () => posted.length >= count && resolve(posted[count - 1] as Posted)
      waiting.push(look)
      look()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posted, until }
}

describe('a subscription over HTTP', () => {
  test('is asked to confirm, and then gets signed-looking envelopes or the bare message', async (t) => {
    const { sns, subscribe } = await openTopic(t)
    const endpoint = await openEndpoint(t)
    const { SubscriptionArn } = await subscribe('http', endpoint.url)
    const { headers, body } = await endpoint.until(1)
    const asked = JSON.parse(body)
    assert.deepEqual(
      [headers['x-amz-sns-message-type'], headers['x-amz-sns-topic-arn'], headers['content-type'], asked.Type],
      ['SubscriptionConfirmation', ARN, 'text/plain; charset=UTF-8', 'SubscriptionConfirmation'],
    )
    const answer = await (await fetch(asked.SubscribeURL)).text()
    assert.match(answer, new RegExp(`<SubscriptionArn>${SubscriptionArn}</SubscriptionArn>`))
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'Fire', Subject: 'Alarm' }))
    const envelope = JSON.parse((await endpoint.until(2)).body)
    assert.deepEqual(Object.keys(envelope), [
      'Type',
      'MessageId',
      'TopicArn',
      'Subject',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
      'UnsubscribeURL',
    ])
    await sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn,
        AttributeName: 'RawMessageDelivery',
        AttributeValue: 'true',
      }),
    )
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'bare' }))
    const raw = await endpoint.until(3)
    assert.deepEqual([raw.body, raw.headers['x-amz-sns-rawdelivery']], ['bare', 'true'])
    const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))
    assert.deepEqual(
      [Attributes?.RawMessageDelivery, Attributes?.PendingConfirmation, Attributes?.Endpoint],
      ['true', 'false', endpoint.url],
    )
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }))
    await assert.rejects(sns.send(new UnsubscribeCommand({ SubscriptionArn })), { name: 'NotFoundException' })
  })

  test('is tried three times more, 20 seconds apart, and the trace says how it went; redirects are not followed', async (t) => {
    const { sns, inbox, clock, asSender, subscribe } = await openTopic(t)
    const answers = [200, 500, 302, 503, 500]
    const endpoint = await openEndpoint(t, () => answers.shift() ?? 500)
    await subscribe('http', endpoint.url)
    await fetch(JSON.parse((await endpoint.until(1)).body).SubscribeURL)
    const id = await asSender()
    const outcomes = async () =>
      ((await inbox.get(id))?.trace ?? []).map(({ outcome, detail }) => `${outcome} ${detail?.split(': ').at(-1)}`)
    const told = (count: number) =>
      new Promise<void>((resolve) => {
        const stop = inbox.subscribe(async () => {
          if ((await outcomes()).length < count) return
          stop()
          resolve()
        })
      })
    for (let tries = 1; tries <= 4; tries++) {
      const next = told(tries)
      if (tries === 1) await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'Fire' }))
      else clock.advance(20_000)
      await endpoint.until(tries + 1)
      await next
    }
    clock.advance(DAY)
    assert.deepEqual(await outcomes(), [
      'retrying the endpoint answered 500',
      'retrying the endpoint answered 302',
      'retrying the endpoint answered 503',
      'failed the endpoint answered 500',
    ])
    assert.equal(endpoint.posted.length, 5)
  })
})

describe('subscribers that cannot be', () => {
  const broken: [protocol: string, endpoint: string, message: RegExp][] = [
    ['email', 'nobody', /Email address$/],
    ['email', 'Jane <jane@example.com>', /Email address$/],
    ['sms', '12', /Invalid SMS endpoint: 12$/],
    ['lambda', 'arn:aws:lambda:x', /Lambda endpoint ARN$/],
    ['http', 'http://example.com/', /delivers to this machine only/],
    ['http', 'http://127.0.0.1.example.com/', /delivers to this machine only/],
    ['http', 'http://169.254.169.254/', /delivers to this machine only/],
    ['https', 'http://localhost/', /must match the specified protocol$/],
    ['http', 'http://user:secret@localhost/', /not built yet/],
    ['sqs', 'arn:aws:sqs:eu-west-1:111122223333:q', /The protocol sqs exists on Amazon SNS, but is not built/],
    ['carrier-pigeon', 'x', /Does not support this protocol string: carrier-pigeon$/],
  ]
  for (const [protocol, endpoint, message] of broken)
    test(`${protocol} ${endpoint}`, async (t) => {
      const { inbox, subscribe } = await openTopic(t)
      await assert.rejects(subscribe(protocol, endpoint), { name: 'InvalidParameterException', message })
      assert.deepEqual((await inbox.list({})).messages, [])
    })

  const attributes: [attributes: Record<string, string>, message: RegExp][] = [
    [{ FilterPolicy: '{' }, /FilterPolicy: failed to parse JSON/],
    [{ FilterPolicy: '{"a":"b"}' }, /must be an object or an array/],
    [{ FilterPolicy: '{"a":[{"cidr":"10.0.0.0/8"}]}' }, /Unrecognized match type cidr/],
    [{ FilterPolicy: '{"a":[{"numeric":[">"]}]}' }, /numeric cannot be used/],
    [{ RawMessageDelivery: 'true' }, /does not support raw message delivery/],
    [{ Nonsense: 'x' }, /AttributeName$/],
    [{ RedrivePolicy: '{}' }, /not built yet/],
  ]
  for (const [given, message] of attributes)
    test(`with ${JSON.stringify(given)}`, async (t) => {
      const { subscribe } = await openTopic(t)
      await assert.rejects(subscribe('sms', PHONE, given), { name: 'InvalidParameterException', message })
    })
})

test('the default sender of text messages is who they come from', async (t) => {
  const { sns, inbox } = await openCaptured(t)
  await sns.send(
    new SetSMSAttributesCommand({ attributes: { DefaultSenderID: 'Aurora', DefaultSMSType: 'Promotional' } }),
  )
  await sns.send(new SetSMSAttributesCommand({ attributes: { DefaultSMSType: 'Transactional' } }))
  assert.deepEqual((await sns.send(new GetSMSAttributesCommand({}))).attributes, {
    DefaultSenderID: 'Aurora',
    DefaultSMSType: 'Transactional',
  })
  await sns.send(new PublishCommand({ PhoneNumber: PHONE, Message: 'x' }))
  assert.equal((await inbox.list({})).messages[0]?.from, 'Aurora')
  await assert.rejects(sns.send(new SetSMSAttributesCommand({ attributes: { Nonsense: 'x' } })), {
    name: 'InvalidParameterException',
  })
})
