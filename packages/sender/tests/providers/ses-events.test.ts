import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sesV2 } from '../../src/providers/ses-v2.ts'
import { verifySnsMessage } from '../../src/providers/sns-signature.ts'
import { noon } from './contract.ts'
import { type FakeService, startFakeService } from './fake-service.ts'
import { certificate, signedExample } from './sns-example.ts'

const topicArn = 'arn:aws:sns:eu-west-1:111122223333:events'
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const now = () => noon

describe('Events of SES', () => {
  let service: FakeService
  before(async () => {
    service = await startFakeService()
  })
  after(() => service.close())
  beforeEach(() => {
    service.seen.length = 0
    service.behave({ status: 200, body: keys.publicKey.export({ format: 'pem', type: 'spki' }).toString() })
  })

  /** SNS's host, of which this machine has none, answers from the test's own server. */
  const viaService: typeof fetch = (url, init) => {
    const { host, pathname, search } = new URL(String(url))
    return fetch(`${service.url}/${host}${pathname}${search}`, init)
  }
  const options = { topicArns: [topicArn], now, fetch: viaService }
  const read = (request: object) =>
    sesV2({ from: 'a@acme.dev', events: options }).webhook!({ headers: {}, body: JSON.stringify(request) })

  let certificates = 0
  function signed(members: Record<string, string>, { version = '2', key = keys.privateKey } = {}) {
    const whole: Record<string, string> = {
      Type: 'Notification',
      MessageId: 'n-1',
      TopicArn: topicArn,
      Timestamp: new Date(noon).toISOString(),
      Message: '{}',
      ...members,
    }
    // A URL of its own for each message: a certificate that was fetched once is kept.
    certificates += 1
    const SigningCertURL = `https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-${certificates}.pem`
    const names = Object.keys(whole)
      .filter((name) => name !== 'UnsubscribeURL')
      .sort()
    const text = names.map((name) => `${name}\n${whole[name]}\n`).join('')
    const Signature = sign(version === '1' ? 'sha1' : 'sha256', Buffer.from(text), key).toString('base64')
    return { ...whole, SignatureVersion: version, SigningCertURL, Signature }
  }
  const event = (members: object) =>
    JSON.stringify({
      mail: { messageId: 'ses-1', timestamp: '2026-03-01T11:00:00Z', destination: ['jane@example.com'] },
      ...members,
    })

  test('tell what became of a message', async () => {
    const at = new Date('2026-03-01T11:59:00Z')
    const timestamp = at.toISOString()
    const delivery = event({ eventType: 'Delivery', delivery: { timestamp } })
    assert.deepEqual(await read(signed({ Message: delivery, Subject: 'Amazon SES Email Event Notification' })), [
      { id: 'ses-1', type: 'delivered', at },
    ])
    const bounce = {
      timestamp,
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'jane@example.com' }],
    }
    assert.deepEqual(await read(signed({ Message: event({ notificationType: 'Bounce', bounce }) }, { version: '1' })), [
      { id: 'ses-1', type: 'bounced', at, detail: 'Permanent General' },
    ])
    assert.deepEqual(
      await read(signed({ Message: event({ eventType: 'Reject', reject: { reason: 'Bad content' } }) })),
      [{ id: 'ses-1', type: 'failed', at: new Date('2026-03-01T11:00:00Z') }],
    )
    assert.deepEqual(await read(signed({ Message: event({ eventType: 'Open' }) })), [])
    assert.deepEqual(await read(signed({ Message: event({ eventType: 'constructor' }) })), [])
  })

  test('begin with a subscription, which is confirmed', async () => {
    const SubscribeURL = 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=t-1'
    const request = signed({ Type: 'SubscriptionConfirmation', SubscribeURL, Token: 't-1' })
    assert.deepEqual(await read(request), [])
    assert.deepEqual(
      service.seen.map(({ path, query }) => [path, query]),
      [
        [`/sns.eu-west-1.amazonaws.com/SimpleNotificationService-${certificates}.pem`, {}],
        ['/sns.eu-west-1.amazonaws.com/', { Action: 'ConfirmSubscription', Token: 't-1' }],
      ],
    )
    service.seen.length = 0
    await read(signed({ Type: 'SubscriptionConfirmation', SubscribeURL: 'https://example.com/', Token: 't-1' }))
    assert.equal(service.seen.length, 1)
  })

  test('are refused when forged, changed, stale, of another topic, or signed by a certificate from elsewhere', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const good = signed({ Message: event({ eventType: 'Delivery' }) })
    const wrong: object[] = [
      signed({ Message: event({ eventType: 'Delivery' }) }, { key: stranger }),
      { ...good, Message: event({ eventType: 'Bounce' }) },
      { ...good, Subject: 'added' },
      { ...good, SignatureVersion: '3' },
      { ...good, Signature: '' },
      signed({ TopicArn: 'arn:aws:sns:eu-west-1:999999999999:events' }),
      signed({ Timestamp: new Date(noon - 3_601_000).toISOString() }),
      signed({ Timestamp: 'lately' }),
      { ...good, Type: 'constructor' },
      JSON.parse(event({ eventType: 'Delivery' })),
    ]
    const path = '/SimpleNotificationService-1.pem'
    const places = [
      `https://sns.eu-west-1.amazonaws.com.evil.dev${path}`,
      `https://evil.dev/sns.eu-west-1.amazonaws.com${path}`,
      `http://sns.eu-west-1.amazonaws.com${path}`,
      `https://x@sns.eu-west-1.amazonaws.com${path}`,
      `https://sns.eu-west-1.amazonaws.com:8443${path}`,
      'https://sns.eu-west-1.amazonaws.com/?Action=GetTopicAttributes',
      's3.amazonaws.com',
    ]
    wrong.push(...places.map((SigningCertURL) => ({ ...good, SigningCertURL })))
    for (const request of wrong) await assert.rejects(read(request), /the webhook/)
    await assert.rejects(sesV2({ from: 'a@acme.dev' }).webhook!({ headers: {}, body: '{}' }), /events is not set/)
  })

  test('are taken with a real certificate, and a signature that OpenSSL made', async () => {
    service.behave({ status: 200, body: certificate })
    const found = await verifySnsMessage(JSON.stringify(signedExample), options)
    assert.deepEqual(found, { type: 'Notification', topicArn, message: '{"eventType":"Delivery"}' })
    service.behave({ status: 500 })
    await verifySnsMessage(JSON.stringify(signedExample), options)
    assert.equal(service.seen.length, 1)
    await assert.rejects(read(signed({})), /could not be fetched/)
  })
})
