import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { SenderError } from '../../src/errors.ts'
import { heraldInbox } from '../../src/providers/herald-inbox.ts'
import { contextOf, mail, messageOf, providerContract, sms } from './contract.ts'
import { startFakeService } from './fake-service.ts'
import { openLocalAws } from './local-aws-place.ts'

const environment = {}
const publishAnswer =
  '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>'

providerContract("Herald's inbox, for e-mail", {
  provider: (endpoint) => heraldInbox({ endpoint, environment }),
  to: 'jane@example.com',
  body: mail,
  wire: {
    method: 'POST',
    path: '/v2/email/outbound-emails',
    headers: { authorization: /^AWS4-HMAC-SHA256 Credential=herald\/\d{8}\/us-east-1\/ses\// },
    json: {
      FromEmailAddress: 'sandbox@herald.test',
      Destination: { ToAddresses: ['jane@example.com'] },
      Content: {
        Simple: {
          Subject: { Data: mail.subject, Charset: 'UTF-8' },
          Body: { Text: { Data: mail.text, Charset: 'UTF-8' }, Html: { Data: mail.html, Charset: 'UTF-8' } },
        },
      },
    },
  },
  accepted: { answer: { status: 200, body: { MessageId: 'ses-1' } }, outcome: { status: 'accepted', id: 'ses-1' } },
  bodyDecides: true,
  secrets: [],
})

providerContract("Herald's inbox, for numbers", {
  provider: (endpoint) => heraldInbox({ endpoint, environment, region: 'eu-west-1' }),
  to: '+4915112345678',
  body: sms,
  wire: {
    method: 'POST',
    path: '/',
    headers: { authorization: /\/eu-west-1\/sns\// },
    form: { Action: 'Publish', Version: '2010-03-31', PhoneNumber: '+4915112345678', Message: sms.text },
  },
  accepted: { answer: { status: 200, body: publishAnswer }, outcome: { status: 'accepted', id: 'sns-1' } },
  bodyDecides: true,
  secrets: [],
})

describe("Herald's inbox", () => {
  test('holds what was put into it, under the recipient it was for', async (t) => {
    const { url, inbox } = await openLocalAws(t)
    const provider = heraldInbox({ endpoint: url, environment })
    assert.equal((await provider.send('jane@example.com', mail, messageOf(), contextOf())).status, 'accepted')
    assert.equal((await provider.send('+4915112345678', sms, messageOf(), contextOf())).status, 'accepted')
    const { messages } = await inbox.list({})
    assert.deepEqual(messages.map(({ channel, to, text }) => [channel, to, text]).sort(), [
      ['email', 'jane@example.com', mail.text],
      ['sms', '+4915112345678', sms.text],
    ])
  })

  test('is found by the environment', async () => {
    const service = await startFakeService()
    service.behave({ status: 200, body: { MessageId: 'ses-1' } })
    const provider = heraldInbox({ environment: { AWS_ENDPOINT_URL: service.url, AWS_REGION: 'eu-north-1' } })
    await provider.send('jane@example.com', mail, messageOf(), contextOf())
    await service.close()
    assert.match(service.only().headers.authorization!, /\/eu-north-1\/ses\//)
  })

  test('is refused where messages would reach people', () => {
    const refused = [
      undefined,
      'herald',
      'https://email.eu-west-1.amazonaws.com',
      'https://vpce-1.email.eu-west-1.vpce.amazonaws.com/',
      'https://email.cn-north-1.amazonaws.com.cn',
      'https://sns.eu-west-1.api.aws',
    ]
    for (const AWS_ENDPOINT_URL of refused) {
      assert.throws(
        () => heraldInbox({ environment: { AWS_ENDPOINT_URL } }),
        (error) => error instanceof SenderError && error.code === 'Configuration',
      )
    }
  })

  test('does not take a recipient that is neither address nor number', async () => {
    const provider = heraldInbox({ endpoint: 'http://127.0.0.1:9', environment })
    assert.equal((await provider.send('U024BE7LH', sms, messageOf(), contextOf())).status, 'drop')
  })
})
