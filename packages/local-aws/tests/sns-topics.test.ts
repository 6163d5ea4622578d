import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  DeleteTopicCommand,
  GetSMSAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListSubscriptionsCommand,
  ListTagsForResourceCommand,
  ListTopicsCommand,
  PublishCommand,
  SetSMSAttributesCommand,
  SetTopicAttributesCommand,
  SubscribeCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-sns'
import { openCaptured } from './captured-place.ts'

import { ARN, DAY, linkIn, openTopic, PHONE } from './sns-topic-place.ts'

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
