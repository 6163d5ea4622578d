import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  GetUserAttributeVerificationCodeCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { exampleSender } from './setting/example-sender.ts'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { app, attributes, delivered, password } from './setting/people.ts'
import { createFunction, createKey, createPool, senders, smsConfiguration } from './setting/pool.ts'

const channels = [
  {
    channel: 'email',
    trigger: 'CustomEmailSender',
    attribute: 'email',
    addresses: ['jane@example.com', 'new@example.org', 'third@example.net'],
    masked: 'EMAIL email n***@e***',
  },
  {
    channel: 'sms',
    trigger: 'CustomSMSSender',
    attribute: 'phone_number',
    addresses: ['+12065550100', '+12065550111', '+12065550122'],
    masked: 'SMS phone_number +*******0111',
  },
] as const

const poolOf = async (setting: Setting, attribute: 'email' | 'phone_number', proofFirst: boolean) => {
  const { functionArn, keyArn } = await exampleSender(setting)
  return createPool(setting, {
    AutoVerifiedAttributes: [attribute],
    SmsConfiguration: smsConfiguration,
    LambdaConfig: senders(functionArn, keyArn),
    ...(proofFirst ? { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [attribute] } } : {}),
  })
}

for (const { channel, trigger, attribute, addresses, masked } of channels) {
  for (const proofFirst of [false, true]) {
    const name = `${channel}: UpdateUserAttribute, VerifyUserAttribute and an administrator’s reset reach the user`
    test(`${name}${proofFirst ? ', with proof before the change' : ''}`, async (t) => {
      const setting = await start(t)
      const { cognito } = setting
      const pool = await poolOf(setting, attribute, proofFirst)
      const client = app(setting, pool)
      const [first, second, third] = addresses
      const latest = (suffix: string, to: string) => delivered(setting, { source: `${trigger}_${suffix}`, to })
      await client.signUp('jane', { [attribute]: first })
      await client.confirm('jane', (await latest('SignUp', first)).code)
      const AccessToken = (await client.signIn('jane')).AuthenticationResult?.AccessToken ?? ''
      const verify = (Code: string) =>
        cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: attribute, Code }))
      const now = async () => {
        const found = (await client.look('jane')).attributes
        return [found[attribute], found[`${attribute}_verified`]]
      }

      const update = await cognito.send(
        new UpdateUserAttributesCommand({ AccessToken, UserAttributes: attributes({ [attribute]: second }) }),
      )
      const [details] = update.CodeDeliveryDetailsList ?? []
      assert.equal(`${details?.DeliveryMedium} ${details?.AttributeName} ${details?.Destination}`, masked)
      assert.deepEqual(await now(), proofFirst ? [first, 'true'] : [second, 'false'])
      const updated = await latest('UpdateUserAttribute', second)
      assert.match(updated.code, /^\d{6}$/)
      assert.equal(updated.message.trigger?.clientId, pool.clientId)
      await verify(updated.code)
      assert.deepEqual(await now(), [second, 'true'])

      await cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: attribute }))
      await verify((await latest('VerifyUserAttribute', second)).code)

      const user = { UserPoolId: pool.poolId, Username: 'jane' }
      await cognito.send(
        new AdminUpdateUserAttributesCommand({ ...user, UserAttributes: attributes({ [attribute]: third }) }),
      )
      await verify((await latest('UpdateUserAttribute', third)).code)
      assert.deepEqual(await now(), [third, 'true'])

      await cognito.send(new AdminResetUserPasswordCommand(user))
      await assert.rejects(client.signIn('jane', password), { name: 'PasswordResetRequiredException' })
      await client.reset('jane', (await latest('ForgotPassword', third)).code)
      assert.ok((await client.signIn('jane', 'Battery-Staple-2')).AuthenticationResult?.AccessToken)
      assert.deepEqual(setting.logged, [])
    })
  }
}

/** Posts its event. */
const source = `
export const handler = async (event) => {
  await fetch(process.env.PROVIDER, { method: 'POST', body: JSON.stringify(event) })
}
`

interface SenderEvent {
  triggerSource: string
  callerContext: { clientId: string | null }
  request: { clientMetadata: Record<string, string> | null; userAttributes: Record<string, string> }
}

test('the event of a change holds the new address, and what the caller passed along', async (t) => {
  const setting = await start(t)
  const { cognito } = setting
  const provider = await createListener<SenderEvent>(t)
  const keyArn = await createKey(setting)
  const functionArn = await createFunction(setting, 'posting', source, { environment: { PROVIDER: provider.url } })
  const pool = await createPool(setting, {
    LambdaConfig: senders(functionArn, keyArn),
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  })
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: 'jane',
      MessageAction: 'SUPPRESS',
      UserAttributes: attributes({ email: 'jane@example.com', email_verified: 'true' }),
    }),
  )
  await cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: pool.poolId,
      Username: 'jane',
      UserAttributes: attributes({ email: 'new@example.org' }),
      ClientMetadata: { theme: 'dark' },
    }),
  )
  await provider.until((received) => received.length > 0)
  const [event] = provider.received
  assert.equal(event?.triggerSource, 'CustomEmailSender_UpdateUserAttribute')
  assert.equal(event?.callerContext.clientId, null)
  assert.deepEqual(event?.request.clientMetadata, { theme: 'dark' })
  assert.equal(event?.request.userAttributes.email, 'new@example.org')
  assert.equal(event?.request.userAttributes.email_verified, 'false')
  const { attributes: kept } = await app(setting, pool).look('jane')
  assert.deepEqual([kept.email, kept.email_verified], ['jane@example.com', 'true'])
})
