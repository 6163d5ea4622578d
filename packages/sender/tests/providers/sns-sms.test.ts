import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { snsSms } from '../../src/index.ts'
import { secretKey } from './aws-environment.ts'
import { contextOf, messageOf, providerContract, sms } from './contract.ts'
import { openLocalAws } from './local-aws-place.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const accepted = answerXml('PublishResponse', '<PublishResult><MessageId>sns-1</MessageId></PublishResult>')

providerContract('SNS text messages', {
  provider: (endpoint) => snsSms({ endpoint }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/',
    headers: {
      connection: 'close',
      authorization: /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/sns\//,
    },
    form: {
      Action: 'Publish',
      Version: '2010-03-31',
      PhoneNumber: to,
      Message: sms.text,
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.DataType': 'String',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    },
  },
  accepted: { answer: { status: 200, body: accepted }, outcome: { status: 'accepted', id: 'sns-1' } },
  answers: {
    'a number that SNS does not take': {
      answer: refusal(
        400,
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
      ),
      outcome: { status: 'drop', reason: 'InvalidParameterException', http: 400 },
    },
    'a sender id that is not one': {
      answer: refusal(400, 'InvalidParameter', 'Invalid parameter: SenderID Reason: must have 1-11 characters'),
      outcome: { status: 'drop', reason: 'InvalidParameterException', http: 400, account: true },
    },
    'a number that opted out': {
      answer: refusal(400, 'OptedOut', `${to} opted out`),
      outcome: { status: 'drop', reason: 'OptedOutException', http: 400 },
    },
    'a role that may not publish': {
      answer: refusal(403, 'AuthorizationError', `User is not authorized to perform SNS:Publish on ${to}`),
      outcome: { status: 'drop', reason: 'AuthorizationErrorException', http: 403, account: true },
    },
    throttling: {
      answer: refusal(400, 'Throttling', 'Rate exceeded'),
      outcome: { status: 'retry', reason: 'Throttling', http: 400 },
    },
  },
  bodyDecides: true,
  secrets: [secretKey],
})

describe('SNS text messages', () => {
  test('carry what the account set for them', async (t) => {
    const service = await openFakeService(t)
    service.behave({ status: 200, body: accepted })
    const provider = snsSms({
      endpoint: service.url,
      senderId: 'AURORA',
      originationNumber: '+4915799999999',
      maxPrice: 0.25,
      smsType: 'Promotional',
      entityId: '1234',
      templateId: '5678',
    })
    await provider.send(to, sms, messageOf({ to }), contextOf())
    const form = new URLSearchParams(service.only().body)
    const entries = [1, 2, 3, 4, 5, 6].map((n) =>
      ['Name', 'Value.DataType', 'Value.StringValue'].map((part) => form.get(`MessageAttributes.entry.${n}.${part}`)),
    )
    assert.deepEqual(entries, [
      ['AWS.SNS.SMS.SMSType', 'String', 'Promotional'],
      ['AWS.SNS.SMS.SenderID', 'String', 'AURORA'],
      ['AWS.MM.SMS.OriginationNumber', 'String', '+4915799999999'],
      ['AWS.MM.SMS.EntityId', 'String', '1234'],
      ['AWS.MM.SMS.TemplateId', 'String', '5678'],
      ['AWS.SNS.SMS.MaxPrice', 'Number', '0.25'],
    ])
  })

  test('are tried once only: when and whether to repeat is the sender’s to say', async (t) => {
    const service = await openFakeService(t)
    service.behave({ status: 503 })
    const outcome = await snsSms({ endpoint: service.url }).send(to, sms, messageOf({ to }), contextOf())
    assert.deepEqual([outcome.status, service.seen.length], ['retry', 1])
  })

  test('go to the endpoint that the environment names, and arrive', async (t) => {
    const { url, inbox } = await openLocalAws(t)
    process.env.AWS_ENDPOINT_URL_SNS = url
    t.after(() => delete process.env.AWS_ENDPOINT_URL_SNS)
    const outcome = await snsSms({ senderId: 'AURORA' }).send(to, sms, messageOf({ to }), contextOf())
    assert.equal(outcome.status, 'accepted')
    const [message] = (await inbox.list({ channel: 'sms' })).messages
    assert.deepEqual([message?.to, message?.from, message?.text], [to, 'AURORA', sms.text])
  })

  test('are to be repeated where there are no credentials: nothing was sent', async (t) => {
    const service = await openFakeService(t)
    const given = process.env.AWS_ACCESS_KEY_ID
    delete process.env.AWS_ACCESS_KEY_ID
    const files = { AWS_CONFIG_FILE: '/nonexistent', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent' }
    Object.assign(process.env, files)
    try {
      const outcome = await snsSms({ endpoint: service.url }).send(to, sms, messageOf({ to }), contextOf())
      assert.deepEqual(outcome, { status: 'retry', reason: 'not sent: CredentialsProviderError' })
      assert.equal(service.seen.length, 0)
    } finally {
      process.env.AWS_ACCESS_KEY_ID = given
      for (const name of Object.keys(files)) delete process.env[name]
    }
  })
})

function answerXml(root: string, inside: string): string {
  return `<${root} xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${inside}</${root}>`
}

function refusal(status: number, code: string, message: string) {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, body: answerXml('ErrorResponse', error), headers: { 'content-type': 'text/xml' } }
}
