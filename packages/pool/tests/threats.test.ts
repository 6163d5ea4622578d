import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminInitiateAuthCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminUpdateAuthEventFeedbackCommand,
  CreateUserPoolCommand,
  DescribeRiskConfigurationCommand,
  SetRiskConfigurationCommand,
  type SetRiskConfigurationCommandInput,
  UpdateAuthEventFeedbackCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { deviceName } from '../src/threats/device-name.ts'
import { notificationText } from '../src/threats/notification-text.ts'
import { loginTime } from '../src/threats/notify.ts'
import { refusal, startPools } from './compose.ts'
import { PHONE, smsConfiguration } from './mfa-place.ts'
import { PASSWORD } from './sign-in-place.ts'
import { notify, someNotification, threatsPlace } from './threats-place.ts'

const blocked = refusal('NotAuthorizedException', 'Unable to login because of security reasons.')
const notEnabled = { name: 'UserPoolAddOnNotEnabledException' }
const action = (EventAction: 'BLOCK' | 'MFA_IF_CONFIGURED' | 'MFA_REQUIRED' | 'NO_ACTION', Notify = true) => ({
  EventAction,
  Notify,
})

test('each level of risk gets the action configured for it, once, and the user is told where it says so', async () => {
  await using place = await threatsPlace('ENFORCED')
  await place.configure({
    Actions: {
      LowAction: action('NO_ACTION', false),
      MediumAction: action('NO_ACTION'),
      HighAction: action('BLOCK'),
    },
    NotifyConfiguration: notify,
  })
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await place.risk('LOW')
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  assert.equal(await place.notifications(), 0)
  await place.risk('MEDIUM')
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  assert.equal(await place.notifications(), 1)
  await place.risk('HIGH')
  // A wrong password is no sign-in: the risk waits for the right one.
  await assert.rejects(place.signIn('jane', 'Wrong-passw0rd'), { name: 'NotAuthorizedException' })
  await assert.rejects(place.signIn('jane'), blocked)
  assert.equal(await place.notifications(), 2)
  assert.ok((await place.signIn('jane')).AuthenticationResult)
})

test('AUDIT records the risk of each sign-in and does nothing about it; events are listed newest first', async () => {
  await using place = await threatsPlace('AUDIT')
  await place.configure({ Actions: { HighAction: action('BLOCK') }, NotifyConfiguration: notify })
  assert.deepEqual(await place.events(), [])
  await place.signIn('jane')
  await place.events()
  await place.risk('HIGH')
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  assert.equal(await place.notifications(), 0)
  const [risky, first] = await place.events()
  assert.deepEqual(risky?.EventRisk, {
    RiskDecision: 'AccountTakeover',
    RiskLevel: 'High',
    CompromisedCredentialsDetected: false,
  })
  assert.deepEqual([risky?.EventType, risky?.EventResponse], ['SignIn', 'Pass'])
  assert.equal(first?.EventRisk?.RiskDecision, 'NoRisk')
  assert.match(first?.EventContextData?.IpAddress ?? '', /127\.0\.0\.1/)
})

test('MFA_IF_CONFIGURED lets in who turned no second factor on, MFA_REQUIRED does not; both ask who did', async () => {
  await using place = await threatsPlace('ENFORCED', {
    MfaConfiguration: 'OPTIONAL',
    SmsConfiguration: smsConfiguration,
  })
  await place.configure({
    Actions: { LowAction: action('MFA_IF_CONFIGURED'), HighAction: action('MFA_REQUIRED') },
    NotifyConfiguration: notify,
  })
  await place.risk('LOW')
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await place.risk('HIGH')
  await assert.rejects(place.signIn('jane'), blocked)
  assert.equal((await place.events())[0]?.EventResponse, 'Fail')
  await place.addUser('john', { attributes: { phone_number: PHONE } })
  await place.cognito.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId: place.poolId,
      Username: 'john',
      SMSMfaSettings: { Enabled: true },
    }),
  )
  for (const level of ['LOW', 'HIGH'] as const) {
    await place.pools.setRisk({ userPoolId: place.poolId, userName: 'john', level })
    assert.equal((await place.signIn('john')).ChallengeName, 'SMS_MFA')
  }
})

test('a server tells where its user is: blocked ranges are refused, skipped ones carry no risk', async () => {
  await using place = await threatsPlace('ENFORCED')
  const { cognito, poolId: UserPoolId, clientId: ClientId } = place
  await cognito.send(
    new SetRiskConfigurationCommand({
      UserPoolId,
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: action('BLOCK', false) } },
      RiskExceptionConfiguration: {
        BlockedIPRangeList: ['192.0.2.0/24'],
        SkippedIPRangeList: ['198.51.100.7/32', '2001:db8::/32'],
      },
    }),
  )
  const from = (IpAddress: string) =>
    cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'jane', PASSWORD },
        ContextData: {
          IpAddress,
          ServerName: 's',
          ServerPath: '/',
          HttpHeaders: [
            { headerName: 'User-Agent', headerValue: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0' },
          ],
        },
      }),
    )
  await assert.rejects(
    from('192.0.2.9'),
    refusal('NotAuthorizedException', 'Request not allowed due to security reasons.'),
  )
  for (const address of ['198.51.100.7', '2001:db8::1']) {
    await place.risk('HIGH')
    assert.ok((await from(address)).AuthenticationResult)
  }
  await place.risk('HIGH')
  await assert.rejects(from('198.51.100.8'), blocked)
  assert.deepEqual((await place.events())[0]?.EventContextData, {
    IpAddress: '198.51.100.8',
    DeviceName: 'Firefox 140, Windows',
  })
})

test('a configuration is set, answered, replaced, and reset; a client’s own goes before the pool’s', async () => {
  await using place = await threatsPlace('ENFORCED')
  const { cognito, poolId: UserPoolId, clientId: ClientId } = place
  const takeover = { Actions: { HighAction: action('BLOCK') }, NotifyConfiguration: notify }
  const set = async (input: Omit<SetRiskConfigurationCommandInput, 'UserPoolId'>) =>
    (await cognito.send(new SetRiskConfigurationCommand({ UserPoolId, ...input }))).RiskConfiguration
  const described = async (of: { ClientId?: string } = {}) =>
    (await cognito.send(new DescribeRiskConfigurationCommand({ UserPoolId, ...of }))).RiskConfiguration
  assert.deepEqual(await described(), { UserPoolId })
  const answered = await set({ AccountTakeoverRiskConfiguration: takeover })
  assert.deepEqual(answered?.AccountTakeoverRiskConfiguration, takeover)
  assert.ok(answered?.LastModifiedDate)
  assert.deepEqual(await described(), answered)
  assert.deepEqual(await described({ ClientId }), { UserPoolId, ClientId })
  await set({ ClientId, CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } } })
  await place.risk('HIGH')
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await set({ ClientId })
  await place.risk('HIGH')
  await assert.rejects(place.signIn('jane'), blocked)
  await set({})
  assert.deepEqual(await described(), { UserPoolId })
})

test('what does not fit together is refused', async () => {
  await using place = await threatsPlace('ENFORCED')
  const { cognito, poolId: UserPoolId } = place
  const set = (input: object) => cognito.send(new SetRiskConfigurationCommand({ UserPoolId, ...input }))
  await assert.rejects(
    set({ AccountTakeoverRiskConfiguration: { Actions: { LowAction: action('NO_ACTION') } } }),
    refusal('InvalidParameterException', /^NotifyConfiguration is required/),
  )
  for (const range of ['192.0.2.1', '192.0.2.0/33', 'here/8', '1.2.3.4/8/8']) {
    await assert.rejects(
      set({ RiskExceptionConfiguration: { BlockedIPRangeList: [range] } }),
      refusal('InvalidParameterException', `Not an IP range in CIDR notation: ${range}`),
    )
  }
  await assert.rejects(set({ ClientId: 'nobody' }), { name: 'ResourceNotFoundException' })
  await using pools = await startPools()
  await assert.rejects(
    pools
      .cognito()
      .send(new CreateUserPoolCommand({ PoolName: 'p', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } })),
    refusal('FeatureUnavailableInTierException', 'Threat protection is not available in the ESSENTIALS tier.'),
  )
})

test('without threat protection there is none of it, and a pool that drops it acts no more', async () => {
  await using place = await threatsPlace('ENFORCED')
  await place.configure({ Actions: { HighAction: action('BLOCK', false) } })
  await place.risk('HIGH')
  await place.cognito.send(new UpdateUserPoolCommand({ UserPoolId: place.poolId }))
  assert.ok((await place.signIn('jane')).AuthenticationResult)
  await assert.rejects(place.risk('HIGH'), { code: 'UserPoolAddOnNotEnabledException' })
  await assert.rejects(place.events(), notEnabled)
  await assert.rejects(place.configure({ Actions: {} }), notEnabled)
})

test('feedback is kept: an administrator’s, and a user’s with the token of the notification only', async () => {
  await using place = await threatsPlace('ENFORCED')
  await place.configure({ Actions: { HighAction: action('NO_ACTION') }, NotifyConfiguration: notify })
  await place.risk('HIGH')
  await place.signIn('jane')
  const [event] = await place.events()
  const input = { UserPoolId: place.poolId, Username: 'jane', EventId: event?.EventId, FeedbackValue: 'Valid' } as const
  await place.cognito.send(new AdminUpdateAuthEventFeedbackCommand(input))
  const [said] = await place.events()
  assert.deepEqual([said?.EventFeedback?.FeedbackValue, said?.EventFeedback?.Provider], ['Valid', 'Admin'])
  await assert.rejects(
    place.cognito.send(new UpdateAuthEventFeedbackCommand({ ...input, FeedbackToken: 'guessed' })),
    refusal('NotAuthorizedException', 'Invalid feedback token.'),
  )
  await assert.rejects(
    place.cognito.send(new AdminUpdateAuthEventFeedbackCommand({ ...input, EventId: 'another' })),
    refusal('ResourceNotFoundException', 'Event not found.'),
  )
})

test('times, devices and texts of a notification', () => {
  assert.equal(loginTime(Date.UTC(2021, 2, 19, 14, 25, 59)), 'Friday, March 19, 2021 02:25 PM UTC')
  assert.equal(loginTime(Date.UTC(2024, 0, 1, 0, 5)), 'Monday, January 1, 2024 12:05 AM UTC')
  const opera =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0 Safari/537.36 OPR/74.0'
  assert.equal(deviceName(opera), 'Opera 74, Linux')
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'
  assert.equal(deviceName(safari), 'Safari 17, iOS')
  assert.equal(deviceName('aws-sdk-js/3.1169.0'), undefined)
  const NoActionEmail = {
    Subject: 'Hello {username}',
    HtmlBody: '<b>{username}</b> {device-name}{city} {unknown}',
    TextBody: '{username} {ip-address}',
  }
  assert.deepEqual(notificationText({ NoActionEmail }, someNotification), {
    subject: 'Hello jane & john',
    html: '<b>jane &amp; john</b> {city} {unknown}',
    text: 'jane & john 192.0.2.1',
  })
  assert.equal(
    notificationText(undefined, { ...someNotification, ACCOUNT_TAKE_OVER_ACTION: 'BLOCK' }).subject,
    'Blocked sign-in attempt',
  )
})
