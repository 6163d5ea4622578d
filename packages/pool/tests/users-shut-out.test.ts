import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AddCustomAttributesCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  DeleteUserCommand,
  DescribeUserPoolCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  InitiateAuthCommand,
  ListUsersCommand,
  type SchemaAttributeType,
} from '@aws-sdk/client-cognito-identity-provider'
import { attributesPlace } from './attributes-place.ts'
import { refusal } from './compose.ts'

test('a disabled user is shut out, and no token of before is good again', async () => {
  await using place = await attributesPlace()
  const { cognito, poolId, clientId } = place
  await place.addUser('jane', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const { AuthenticationResult } = await place.signIn('jane')
  const renew = () =>
    cognito.send(
      new InitiateAuthCommand({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' },
      }),
    )
  const getUser = () => cognito.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }))
  const user = { UserPoolId: poolId, Username: 'jane' }
  await cognito.send(new AdminDisableUserCommand(user))
  const disabled = refusal('NotAuthorizedException', 'User is disabled.')
  await assert.rejects(place.signIn('jane'), disabled)
  await assert.rejects(cognito.send(new ForgotPasswordCommand({ ClientId: clientId, Username: 'jane' })), disabled)
  await assert.rejects(renew(), { name: 'NotAuthorizedException' })
  await assert.rejects(getUser(), { name: 'NotAuthorizedException' })
  assert.equal((await place.look('jane')).enabled, false)
  const Filter = 'status = "Disabled"'
  const { Users } = await cognito.send(new ListUsersCommand({ UserPoolId: poolId, Filter }))
  assert.deepEqual(
    Users?.map(({ Username }) => Username),
    ['jane'],
  )

  place.pools.clock.advance(1000)
  await cognito.send(new AdminEnableUserCommand(user))
  await cognito.send(new AdminEnableUserCommand(user))
  await assert.rejects(renew(), { name: 'NotAuthorizedException' })
  await assert.rejects(getUser(), { name: 'NotAuthorizedException' })
  assert.ok(await place.token('jane'))
  for (const Command of [AdminDisableUserCommand, AdminEnableUserCommand]) {
    await assert.rejects(cognito.send(new Command({ UserPoolId: poolId, Username: 'nobody' })), {
      name: 'UserNotFoundException',
    })
  }
})

test('users delete themselves, and the name is free', async () => {
  await using place = await attributesPlace({ AliasAttributes: ['email'] })
  const attributes = { email: 'jane@example.com', email_verified: 'true' }
  await place.addUser('jane', { attributes })
  const AccessToken = await place.token('jane')
  await place.cognito.send(new DeleteUserCommand({ AccessToken }))
  await assert.rejects(place.look('jane'), { name: 'UserNotFoundException' })
  await assert.rejects(place.cognito.send(new DeleteUserCommand({ AccessToken })), { name: 'UserNotFoundException' })
  await place.addUser('jane', { attributes })
  assert.ok(await place.token('jane@example.com'))
})

test('custom attributes are added for good, each name once', async () => {
  await using place = await attributesPlace({ Schema: [{ Name: 'plan', AttributeDataType: 'String', Mutable: true }] })
  const { cognito, poolId } = place
  const add = (...CustomAttributes: SchemaAttributeType[]) =>
    cognito.send(new AddCustomAttributesCommand({ UserPoolId: poolId, CustomAttributes }))
  const parameter = (message: string) => refusal('InvalidParameterException', message)
  await add(
    {
      Name: 'size',
      AttributeDataType: 'Number',
      Mutable: true,
      NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' },
    },
    { Name: 'email', AttributeDataType: 'String', Mutable: true },
  )
  await assert.rejects(
    add({ Name: 'size', AttributeDataType: 'String' }),
    parameter('custom:size: Existing attribute already has name custom:size.'),
  )
  await assert.rejects(
    add({ Name: 'new', AttributeDataType: 'String' }, { Name: 'plan', AttributeDataType: 'String' }),
    parameter('custom:plan: Existing attribute already has name custom:plan.'),
  )
  await assert.rejects(
    add({ Name: 'new', AttributeDataType: 'String', Required: true }),
    parameter('Required custom attributes are not supported currently.'),
  )
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }))
  const custom = UserPool?.SchemaAttributes?.map(({ Name }) => Name).filter((name) => name?.startsWith('custom:'))
  assert.deepEqual(custom, ['custom:plan', 'custom:size', 'custom:email'])
  await place.addUser('jane')
  const token = await place.token('jane')
  await place.update(token, { 'custom:size': '3', 'custom:email': 'second@example.com' })
  await assert.rejects(place.update(token, { 'custom:size': '10' }), { name: 'InvalidParameterException' })
  assert.equal((await place.look('jane')).attributes['custom:size'], '3')
  const many = Array.from({ length: 25 }, (_, n) => ({ Name: `n${n}`, AttributeDataType: 'String' as const }))
  await add(...many)
  await assert.rejects(add(...many.map(({ Name }) => ({ Name: `m${Name}`, AttributeDataType: 'String' as const }))), {
    name: 'InvalidParameterException',
  })
})
