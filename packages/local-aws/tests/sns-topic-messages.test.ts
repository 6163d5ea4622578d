import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PublishBatchCommand, PublishCommand } from '@aws-sdk/client-sns'

import { ARN, openTopic, PHONE } from './sns-topic-place.ts'

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
