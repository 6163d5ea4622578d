import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  CheckIfPhoneNumberIsOptedOutCommand,
  CreatePlatformApplicationCommand,
  PublishCommand,
  type PublishCommandInput,
} from '@aws-sdk/client-sns'
import { openCaptured } from './captured-place.ts'

const PHONE = '+491701234567'
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:alerts'

describe('SNS Publish', () => {
  test('puts a text message to a phone into the inbox', async (t) => {
    const { sns, inbox } = await openCaptured(t)
    const MessageAttributes = {
      'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'AURORA' },
      'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
    }
    const input = { PhoneNumber: PHONE, Message: 'Your code is 123456 ✓', MessageAttributes }
    const { MessageId } = await sns.send(new PublishCommand(input))
    assert.match(MessageId ?? '', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    const [message] = (await inbox.list({ channel: 'sms' })).messages
    assert.deepEqual(message, {
      id: message?.id,
      at: '2026-09-01T12:00:00.000Z',
      state: 'delivered',
      channel: 'sms',
      to: PHONE,
      from: 'AURORA',
      text: 'Your code is 123456 ✓',
    })
  })

  test("joins it to the pool's message whose trace it carries", async (t) => {
    const { sns, inbox, asSender } = await openCaptured(t)
    const id = await asSender()
    await sns.send(new PublishCommand({ PhoneNumber: PHONE, Message: '123456' }))
    const message = await inbox.get(id)
    assert.deepEqual([message?.state, message?.to, message?.trigger?.code], ['delivered', PHONE, '123456'])
  })

  test('takes the text for phones out of a JSON message', async (t) => {
    const { sns, inbox } = await openCaptured(t)
    for (const entries of [{ default: 'd', sms: 's' }, { default: 'd' }])
      await sns.send(
        new PublishCommand({ PhoneNumber: PHONE, Message: JSON.stringify(entries), MessageStructure: 'json' }),
      )
    assert.deepEqual(
      (await inbox.list({})).messages.map(({ text }) => text),
      ['d', 's'],
    )
  })

  const sms = (changes: Partial<PublishCommandInput>): PublishCommandInput => ({
    PhoneNumber: PHONE,
    Message: 'x',
    ...changes,
  })
  const json = (Message: string) => sms({ Message, MessageStructure: 'json' })
  const broken: [name: string, input: PublishCommandInput, error: string, message: RegExp][] = [
    [
      'a number that is none',
      sms({ PhoneNumber: '+1' }),
      'InvalidParameterException',
      /^Invalid parameter: PhoneNumber Reason: \+1 is not valid to publish to$/,
    ],
    [
      'a number without a plus',
      sms({ PhoneNumber: '491701234567' }),
      'InvalidParameterException',
      /not valid to publish to/,
    ],
    ['an empty message', sms({ Message: '' }), 'InvalidParameterException', /^Invalid parameter: Empty message$/],
    [
      '1,601 characters',
      sms({ Message: 'x'.repeat(1601) }),
      'InvalidParameterException',
      /^Invalid parameter: Message too long$/,
    ],
    ['JSON that is none', json('{'), 'InvalidParameterException', /failed to parse/],
    ['JSON without a default', json('{"sms":"s"}'), 'InvalidParameterException', /No default entry/],
    ['JSON that is a list', json('[]'), 'InvalidParameterException', /failed to parse/],
    ['no target', { Message: 'x' }, 'InvalidParameterException', /no value for required parameter/],
    ['two targets', sms({ TopicArn: TOPIC }), 'InvalidParameterException', /only one/],
    ['a topic that does not exist', { Message: 'x', TopicArn: TOPIC }, 'NotFoundException', /^Topic does not exist$/],
    [
      'a topic that is no ARN',
      { Message: 'x', TopicArn: 'alerts' },
      'InvalidParameterException',
      /at least 6 elements, not 1$/,
    ],
    [
      'an attribute without a value',
      sms({ MessageAttributes: { a: { DataType: 'String' } } }),
      'InvalidParameterException',
      /must contain non-empty message attribute value/,
    ],
  ]
  for (const [name, input, error, message] of broken) {
    test(`refuses ${name}`, async (t) => {
      const { sns, inbox } = await openCaptured(t)
      await assert.rejects(sns.send(new PublishCommand(input)), { name: error, message })
      assert.deepEqual((await inbox.list({})).messages, [])
    })
  }

  test('takes 1,600 characters', async (t) => {
    const { sns, inbox } = await openCaptured(t)
    await sns.send(new PublishCommand(sms({ Message: 'x'.repeat(1600) })))
    assert.equal((await inbox.list({})).messages[0]?.text?.length, 1600)
  })
})

describe('the rest of SNS', () => {
  test('nobody has opted out', async (t) => {
    const { sns } = await openCaptured(t)
    const { isOptedOut } = await sns.send(new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: PHONE }))
    assert.equal(isOptedOut, false)
    const none = new CheckIfPhoneNumberIsOptedOutCommand({ phoneNumber: 'x' })
    await assert.rejects(sns.send(none), { name: 'InvalidParameterException' })
  })

  test('what is not built says so by name', async (t) => {
    const { sns } = await openCaptured(t)
    const input = { Name: 'x', Platform: 'GCM', Attributes: {} }
    await assert.rejects(sns.send(new CreatePlatformApplicationCommand(input)), /CreatePlatformApplication.*not built/s)
  })
})
