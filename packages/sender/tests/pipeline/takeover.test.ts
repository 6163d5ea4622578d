import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { SenderError } from '@herald/sender'
import { startFakeService } from '../providers/fake-service.ts'
import { container, context, eventOf, poolId, service } from './place.ts'

const cognito = await startFakeService()
after(cognito.close)
process.env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER = cognito.url

const user = {
  Username: 'jane',
  UserAttributes: [
    { Name: 'email', Value: 'jane.doe@mail.acme.dev' },
    { Name: 'locale', Value: 'de' },
  ],
}

async function notification(action = 'BLOCK') {
  const event = await eventOf('AccountTakeOverNotification', null)
  const userAttributes = {
    EVENT_ID: 'e-1',
    USER_NAME: 'jane',
    IP_ADDRESS: '203.0.113.7',
    LOGIN_TIME: 'Friday, March 19, 2021 02:25 PM UTC',
    ACCOUNT_TAKE_OVER_ACTION: action,
    FEEDBACK_TOKEN: 'feedback-token-1',
    ONE_CLICK_LINK_VALID: 'https://acme.auth.example.com/valid',
    ONE_CLICK_LINK_INVALID: 'https://acme.auth.example.com/invalid',
    CITY: null,
    COUNTRY: null,
    DEVICE_NAME: null,
  }
  return { ...event, request: { ...event.request, userAttributes } }
}

test('a takeover notification goes to the address that AdminGetUser gives, in the language of the user', async () => {
  const mail = await service('mail')
  cognito.behave({ status: 200, body: user })
  const place = container({ email: mail.provider })
  await place.handler(await notification(), context())
  const [asked] = cognito.seen
  assert.equal(asked!.headers['x-amz-target'], 'AWSCognitoIdentityProviderService.AdminGetUser')
  assert.deepEqual(JSON.parse(asked!.body), { UserPoolId: poolId, Username: 'jane' })
  const [sent] = mail.posts()
  assert.equal(sent!.to, 'jane.doe@mail.acme.dev')
  assert.match(sent!.text, /Anmeld|Konto/)
  place.isClean(['feedback-token-1'])
})

test('an override may drop a notification before anybody is looked up', async () => {
  const mail = await service('mail')
  cognito.seen.length = 0
  const place = container({
    email: mail.provider,
    overrides: { AccountTakeOverNotification: (m) => (m.risk?.action === 'NO_ACTION' ? 'drop' : 'default') },
  })
  await place.handler(await notification('NO_ACTION'), context())
  assert.deepEqual([cognito.seen.length, mail.seen.length], [0, 0])
  assert.equal(place.metric('Dropped'), 1)
})

test('a notification to a user who is gone, or has no address, is dropped', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  cognito.behave({
    status: 400,
    headers: { 'x-amzn-errortype': 'UserNotFoundException' },
    body: { message: 'no jane' },
  })
  await place.handler(await notification(), context())
  cognito.behave({ status: 200, body: { Username: 'jane', UserAttributes: [] } })
  await place.handler(await notification(), context())
  assert.equal(mail.seen.length, 0)
  assert.equal(place.metric('Dropped'), 2)
})

test('a look-up that fails is tried again by Lambda; one’s own look-up takes its place', async () => {
  const mail = await service('mail')
  cognito.behave({
    status: 400,
    headers: { 'x-amzn-errortype': 'AccessDeniedException' },
    body: { message: 'not jane' },
  })
  const event = await notification()
  await assert.rejects(container({ email: mail.provider }).handler(event, context()), (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.match(error.message, /could not be looked up \(AccessDeniedException\)\. Allow cognito-idp:AdminGetUser/)
    return true
  })
  const own = container({
    email: mail.provider,
    lookUpUser: async ({ userName }) => ({ email: `${userName}@own.acme.dev` }),
  })
  await own.handler(event, context())
  assert.equal(mail.posts()[0]!.to, 'jane@own.acme.dev')
})
