import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { endUserMessaging, endUserMessagingNotify, type Outcome } from '../../src/index.ts'
import { secretKey } from './aws-environment.ts'
import { code, contextOf, messageOf, noon, providerContract, sms } from './contract.ts'
import { openLocalAws } from './local-aws-place.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const operation = (name: string) => ({ 'x-amz-target': `PinpointSMSVoiceV2.${name}` })
const defaultContext = { source: 'SignUp', userPoolId: 'eu-west-1_AbC123', key: '5f5f5f5f' }
const accepted = {
  answer: { status: 200, body: { MessageId: 'eum-1' } },
  outcome: { status: 'accepted', id: 'eum-1' },
} as const

/** An exception of the service, and what is to become of the message. */
function exception(type: string, more: object, outcome: Outcome, status = 400) {
  return { answer: { status, body: { __type: `${type}`, Message: `no: ${to} ${sms.text}`, ...more } }, outcome }
}
const dropped = (reason: string, account?: true, http = 400): Outcome => ({
  status: 'drop',
  reason,
  http,
  ...(account && { account }),
})
const conflict = (Reason: string, account?: true) =>
  exception('ConflictException', { Reason }, dropped(`ConflictException ${Reason}`, account))
const invalid = (Reason: string, Fields: { Name: string }[], account?: true) =>
  exception('ValidationException', { Reason, Fields }, dropped(`ValidationException ${Reason}`, account))
const quota = (Reason: string, account?: true) =>
  exception('ServiceQuotaExceededException', { Reason }, dropped(`ServiceQuotaExceededException ${Reason}`, account))

providerContract('End User Messaging', {
  provider: (endpoint) => endUserMessaging({ endpoint }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/',
    headers: {
      ...operation('SendTextMessage'),
      connection: 'close',
      authorization: /\/eu-west-1\/sms-voice\/aws4_request/,
    },
    also: ({ body }) =>
      assert.deepEqual(JSON.parse(body), {
        DestinationPhoneNumber: to,
        MessageBody: sms.text,
        MessageType: 'TRANSACTIONAL',
        Context: defaultContext,
      }),
  },
  accepted,
  answers: {
    'a number that opted out': conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT'),
    'a country that Protect blocks': conflict('DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION'),
    'a number not verified in the sandbox': conflict('DESTINATION_PHONE_NUMBER_NOT_VERIFIED', true),
    'an account without a number': conflict('NO_ORIGINATION_IDENTITIES_FOUND', true),
    'a number that is none': invalid('FIELD_VALIDATION_FAILED', [{ Name: 'DestinationPhoneNumber' }]),
    'an origination identity that is none': invalid('FIELD_VALIDATION_FAILED', [{ Name: 'OriginationIdentity' }], true),
    'a message over the price': invalid('PRICE_OVER_THRESHOLD', []),
    'a sender id that is not registered': invalid('SENDER_ID_NOT_REGISTERED', [], true),
    'a spend limit': quota('MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT', true),
    'a missing resource': exception(
      'ResourceNotFoundException',
      { ResourceType: 'configuration-set' },
      dropped('ResourceNotFoundException', true),
    ),
    'an account without permission': exception(
      'AccessDeniedException',
      { Reason: 'ACCOUNT_DISABLED' },
      dropped('AccessDeniedException ACCOUNT_DISABLED', true),
    ),
    throttling: exception('ThrottlingException', {}, { status: 'retry', reason: 'ThrottlingException', http: 400 }),
    'a fault inside': exception(
      'InternalServerException',
      {},
      { status: 'unknown', reason: 'InternalServerException', http: 500 },
      500,
    ),
  },
  bodyDecides: true,
  secrets: [secretKey],
})

providerContract('End User Messaging Notify', {
  provider: (endpoint) => endUserMessagingNotify({ endpoint, notifyConfigurationId: 'nc-1' }),
  to,
  body: sms,
  wire: {
    method: 'POST',
    path: '/',
    headers: operation('SendNotifyTextMessage'),
    also: ({ body }) =>
      assert.deepEqual(JSON.parse(body), {
        NotifyConfigurationId: 'nc-1',
        DestinationPhoneNumber: to,
        TemplateVariables: { code },
        Context: defaultContext,
      }),
  },
  accepted,
  answers: {
    'a configuration that is not active': conflict('NOTIFY_CONFIGURATION_NOT_ACTIVE', true),
    'the tier’s daily limit': quota('DAILY_NOTIFY_TIER_MESSAGE_LIMIT', true),
    'the number’s daily limit': quota('DAILY_DESTINATION_CALL_LIMIT'),
  },
  bodyDecides: true,
  secrets: [secretKey],
})

describe('End User Messaging', () => {
  async function sent(
    t: TestContext,
    make: (endpoint: string) => ReturnType<typeof endUserMessaging>,
    expiresAt?: Date,
  ) {
    const service = await openFakeService(t)
    service.behave(accepted.answer)
    await make(service.url).send(to, sms, messageOf({ to, ...(expiresAt && { expiresAt }) }), contextOf())
    return JSON.parse(service.only().body)
  }

  test('carries what the account set for it', async (t) => {
    const input = await sent(t, (endpoint) =>
      endUserMessaging({
        endpoint,
        originationIdentity: 'AURORA',
        configurationSet: 'auth',
        protectConfigurationId: 'protect-1',
        messageType: 'PROMOTIONAL',
        maxPrice: 0.05,
        keyword: 'ACME',
        entityId: '1234',
        templateId: '5678',
        context: ({ source }) => ({ why: source }),
        messageFeedback: true,
      }),
    )
    assert.deepEqual(input, {
      DestinationPhoneNumber: to,
      MessageBody: sms.text,
      MessageType: 'PROMOTIONAL',
      OriginationIdentity: 'AURORA',
      ConfigurationSetName: 'auth',
      ProtectConfigurationId: 'protect-1',
      MaxPrice: '0.05000',
      Keyword: 'ACME',
      DestinationCountryParameters: { IN_ENTITY_ID: '1234', IN_TEMPLATE_ID: '5678' },
      Context: { why: 'SignUp' },
      MessageFeedbackEnabled: true,
    })
  })

  test('a Notify template gets the variables that it has', async (t) => {
    const input = await sent(t, (endpoint) =>
      endUserMessagingNotify({
        endpoint,
        notifyConfigurationId: 'nc-1',
        templateId: 'nt-1',
        variables: ({ secret }) => ({ otp: secret!.reveal(), expiry: '3' }),
      }),
    )
    assert.deepEqual([input.TemplateId, input.TemplateVariables], ['nt-1', { otp: code, expiry: '3' }])
  })

  test('a Notify template cannot be filled without a code', async () => {
    const { secret: _, ...message } = messageOf({ to })
    const outcome = await endUserMessagingNotify({ notifyConfigurationId: 'nc-1' }).send(to, sms, message, contextOf())
    assert.deepEqual(outcome, { status: 'drop', reason: 'the message has no code' })
  })

  test('a message lapses with its code, within what AWS allows', async (t) => {
    const left = async (ms: number) =>
      (await sent(t, (endpoint) => endUserMessaging({ endpoint }), new Date(noon + ms))).TimeToLive
    assert.equal(await left(170_900), 170)
    assert.equal(await left(1_000), 5)
    assert.equal(await left(7 * 24 * 3_600_000), 259_200)
  })

  test('a message goes to the endpoint that the environment names, and arrives', async (t) => {
    const { url, inbox } = await openLocalAws(t)
    process.env.AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 = url
    t.after(() => delete process.env.AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2)
    const provider = endUserMessaging({ originationIdentity: 'AURORA' })
    assert.equal((await provider.send(to, sms, messageOf({ to }), contextOf())).status, 'accepted')
    const [message] = (await inbox.list({ channel: 'sms' })).messages
    assert.deepEqual([message?.to, message?.from, message?.text], [to, 'AURORA', sms.text])
  })
})
