import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DescribePoolsCommand, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { openCaptured } from './captured-place.ts'

const PHONE = '+491701234567'

test('SendTextMessage puts a text message into the inbox, joined to what caused it', async (t) => {
  const { smsVoice, inbox, asSender } = await openCaptured(t)
  const id = await asSender()
  const OriginationIdentity = 'arn:aws:sms-voice:eu-west-1:111122223333:sender-id/AURORA'
  const { MessageId } = await smsVoice.send(
    new SendTextMessageCommand({ DestinationPhoneNumber: PHONE, MessageBody: 'Code 123456', OriginationIdentity }),
  )
  assert.match(MessageId ?? '', /^[0-9a-f-]{36}$/)
  const message = await inbox.get(id)
  assert.deepEqual(
    [message?.state, message?.to, message?.from, message?.trigger?.code],
    ['delivered', PHONE, 'AURORA', '123456'],
  )
  assert.equal(message?.trace.at(-1)?.detail, 'End User Messaging SendTextMessage')
})

test('a dry run sends nothing', async (t) => {
  const { smsVoice, inbox } = await openCaptured(t)
  await smsVoice.send(new SendTextMessageCommand({ DestinationPhoneNumber: PHONE, MessageBody: 'x', DryRun: true }))
  assert.deepEqual((await inbox.list({})).messages, [])
})

test('broken input is refused in the form of the service', async (t) => {
  const { smsVoice, inbox } = await openCaptured(t)
  const send = (input: { DestinationPhoneNumber: string; MessageBody?: string }) =>
    smsVoice.send(new SendTextMessageCommand(input))
  await assert.rejects(send({ DestinationPhoneNumber: '+123', MessageBody: 'x' }), {
    name: 'ValidationException',
    Reason: 'FIELD_VALIDATION_FAILED',
    Fields: [{ Name: 'DestinationPhoneNumber', Message: 'Destination phone number is not valid' }],
  })
  await assert.rejects(send({ DestinationPhoneNumber: PHONE }), {
    name: 'ValidationException',
    Reason: 'MISSING_PARAMETER',
  })
  await assert.rejects(send({ DestinationPhoneNumber: PHONE, MessageBody: 'x'.repeat(1601) }), {
    name: 'ValidationException',
  })
  assert.deepEqual((await inbox.list({})).messages, [])
})

test('the rest says by name that it is not built yet', async (t) => {
  const { smsVoice } = await openCaptured(t)
  await assert.rejects(smsVoice.send(new DescribePoolsCommand({})), /DescribePools.*not built/s)
})
