import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminListUserAuthEventsCommand,
  AdminSetUserPasswordCommand,
  InitiateAuthCommand,
  SetRiskConfigurationCommand,
  UpdateAuthEventFeedbackCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { createFunction, createKey, createPool, ownSes, senders } from './setting/pool.ts'

const password = 'Correct-Horse-1'
const email = 'jane@example.com'
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/88.0 Safari/537.36 OPR/74.0'

interface Received {
  event: { triggerSource: string; request: { userAttributes: Record<string, string | null> } }
  /** Just as it came, so that the order of members shows. */
  text: string
}

/**
 * A sender that hands on its event, and sends the notice as AWS expects of it: the event has no address, so the function looks
 * the user up.
 */
const source = `
import { createRequire } from 'node:module'
const load = createRequire(process.env.MODULES)
const { AdminGetUserCommand, CognitoIdentityProviderClient } = load('@aws-sdk/client-cognito-identity-provider')
const { SESv2Client, SendEmailCommand } = load('@aws-sdk/client-sesv2')
export const handler = async (event) => {
  await fetch(process.env.URL, { method: 'POST', body: JSON.stringify({ event, text: JSON.stringify(event) }) })
  const { USER_NAME, IP_ADDRESS, LOGIN_TIME } = event.request.userAttributes
  const user = await new CognitoIdentityProviderClient().send(
    new AdminGetUserCommand({ UserPoolId: event.userPoolId, Username: USER_NAME }))
  const to = user.UserAttributes.find(({ Name }) => Name === 'email').Value
  await new SESv2Client().send(new SendEmailCommand({
    FromEmailAddress: 'security@example.com',
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: 'Was it you?' }, Body: { Text: { Data: IP_ADDRESS + ', ' + LOGIN_TIME } } } },
  }))
}
`

/** A pool that blocks high risks and lets medium ones in, telling the user of both, with jane. */
async function protectedPool(setting: Setting, LambdaConfig?: ReturnType<typeof senders>) {
  const { cognito } = setting
  const { poolId, clientId } = await createPool(setting, {
    UserPoolTier: 'PLUS',
    UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
    ...(LambdaConfig ? { LambdaConfig } : {}),
  })
  await cognito.send(
    new SetRiskConfigurationCommand({
      UserPoolId: poolId,
      AccountTakeoverRiskConfiguration: {
        Actions: {
          MediumAction: { EventAction: 'NO_ACTION', Notify: true },
          HighAction: { EventAction: 'BLOCK', Notify: true },
        },
        NotifyConfiguration: {
          SourceArn: ownSes.SourceArn,
          From: 'security@example.com',
          BlockEmail: { Subject: 'Blocked', TextBody: 'We blocked a sign-in of {username} from {ip-address}.' },
        },
      },
    }),
  )
  const jane = { UserPoolId: poolId, Username: 'jane' }
  await cognito.send(
    new AdminCreateUserCommand({
      ...jane,
      MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: email }],
    }),
  )
  await cognito.send(new AdminSetUserPasswordCommand({ ...jane, Password: password, Permanent: true }))
  return { poolId, clientId, jane }
}

function setRisk({ url }: Setting, body: object) {
  return fetch(`${url}/_herald/risk`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

const signIn = (ClientId: string) => {
  const command = new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'jane', PASSWORD: password },
  })
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }
      headers['user-agent'] = userAgent
      return next(args)
    },
    { step: 'finalizeRequest', priority: 'low' },
  )
  return command
}

async function notifyingSender(t: TestContext, setting: Setting) {
  const listener = await createListener<Received>(t)
  const functionArn = await createFunction(setting, 'notifier', source, {
    environment: { URL: listener.url, MODULES: import.meta.filename },
  })
  return { listener, LambdaConfig: senders(functionArn, await createKey(setting)) }
}

test('a risky sign-in that is blocked: the custom sender gets AWS’s event, and the user can answer it', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const { listener, LambdaConfig } = await notifyingSender(t, setting)
  const { poolId, clientId, jane } = await protectedPool(setting, LambdaConfig)
  const set = await setRisk(setting, { userPoolId: poolId, userName: 'jane', level: 'HIGH' })
  assert.equal(set.status, 200)
  await assert.rejects(cognito.send(signIn(clientId)), {
    name: 'NotAuthorizedException',
    message: 'Unable to login because of security reasons.',
  })
  await listener.until((received) => received.length > 0)
  const { event, text } = listener.received[0]!
  const { EVENT_ID, LOGIN_TIME, FEEDBACK_TOKEN, IP_ADDRESS } = event.request.userAttributes
  assert.match(LOGIN_TIME ?? '', /^[A-Z][a-z]+day, [A-Z][a-z]+ \d{1,2}, \d{4} \d\d:\d\d [AP]M UTC$/)
  assert.match(FEEDBACK_TOKEN ?? '', /^[\w-]{40,}$/)
  assert.match(IP_ADDRESS ?? '', /127\.0\.0\.1$/)
  // The text, for members must stand in this order.
  assert.equal(
    text,
    JSON.stringify({
      version: '1',
      triggerSource: 'CustomEmailSender_AccountTakeOverNotification',
      region: 'us-east-1',
      userPoolId: poolId,
      userName: 'jane',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
      request: {
        type: 'customEmailSenderRequestV1',
        code: null,
        clientMetadata: null,
        userAttributes: {
          EVENT_ID,
          USER_NAME: 'jane',
          IP_ADDRESS,
          LOGIN_TIME,
          ACCOUNT_TAKE_OVER_ACTION: 'BLOCK',
          FEEDBACK_TOKEN,
          ONE_CLICK_LINK_VALID: null,
          ONE_CLICK_LINK_INVALID: null,
          CITY: null,
          COUNTRY: null,
          DEVICE_NAME: 'Opera 74, Linux',
        },
      },
    }),
  )
  const { body } = await setting.inbox(
    `messages/latest?userPoolId=${poolId}&source=CustomEmailSender_AccountTakeOverNotification&wait=30s`,
  )
  assert.deepEqual(
    [body.message.state, body.message.to, body.text],
    ['delivered', email, `${IP_ADDRESS}, ${LOGIN_TIME}`],
  )
  // The risk was for one sign-in.
  assert.ok((await cognito.send(signIn(clientId))).AuthenticationResult)

  await cognito.send(
    new UpdateAuthEventFeedbackCommand({
      ...jane,
      EventId: EVENT_ID ?? '',
      FeedbackToken: FEEDBACK_TOKEN ?? '',
      FeedbackValue: 'Invalid',
    }),
  )
  const { AuthEvents = [] } = await cognito.send(new AdminListUserAuthEventsCommand(jane))
  const said = AuthEvents.find(({ EventId }) => EventId === EVENT_ID)
  assert.deepEqual([said?.EventRisk?.RiskDecision, said?.EventResponse], ['Block', 'Fail'])
  assert.deepEqual([said?.EventFeedback?.FeedbackValue, said?.EventFeedback?.Provider], ['Invalid', 'User'])
  assert.deepEqual(setting.logged, [])
})

test('without a custom sender the notice goes out in the words of the risk configuration', async (t) => {
  const setting = await start(t)
  const { poolId, clientId } = await protectedPool(setting)
  await setRisk(setting, { userPoolId: poolId, userName: 'jane', level: 'HIGH' })
  await assert.rejects(setting.cognito.send(signIn(clientId)), { name: 'NotAuthorizedException' })
  const latest = async (after = '') =>
    (
      await setting.inbox(
        `messages/latest?userPoolId=${poolId}&source=AccountTakeOverNotification&wait=30s${after && `&after=${after}`}`,
      )
    ).body
  const blocked = await latest()
  assert.match(blocked.text, /^We blocked a sign-in of jane from .*127\.0\.0\.1\.$/)
  await setRisk(setting, { userPoolId: poolId, userName: 'jane', level: 'MEDIUM' })
  assert.ok((await setting.cognito.send(signIn(clientId))).AuthenticationResult)
  assert.match((await latest(blocked.message.id)).text, /^There was an unusual sign-in/)
})

test('POST /_herald/risk says what is wrong with what it is sent', async (t) => {
  const setting = await start(t)
  const { poolId: bare } = await createPool(setting)
  const { poolId } = await protectedPool(setting)
  const good = { userPoolId: poolId, userName: 'jane', level: 'LOW' }
  for (const [body, status] of [
    [{ ...good, level: 'NONE' }, 400],
    [{ ...good, more: 1 }, 400],
    [{ userPoolId: poolId, level: 'LOW' }, 400],
    [{ ...good, userName: 'nobody' }, 404],
    [{ ...good, userPoolId: 'us-east-1_nowhere' }, 404],
    [{ ...good, userPoolId: bare }, 409],
    [good, 200],
  ] as const) {
    const answer = await setRisk(setting, body)
    assert.equal(answer.status, status, JSON.stringify(body))
  }
})
