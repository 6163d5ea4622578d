import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminUpdateUserAttributesCommand,
  UpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { messages as outbox } from '../src/storage/collections.ts'
import { type AttributesPlace, attributesPlace, listed } from './attributes-place.ts'
import { refusal } from './compose.ts'

const verified = { email: 'jane@example.com', email_verified: 'true' }

test('a changed address is the user’s at once, unverified, and a code goes there', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: { ...verified, phone_number: '+12065550100', name: 'Jane' } })
  const token = await place.token('jane')
  assert.deepEqual(await place.update(token, { email: 'new@example.org', name: 'Jane D.' }), ['EMAIL email n***@e***'])
  const { attributes } = await place.look('jane')
  assert.equal(attributes.email, 'new@example.org')
  assert.equal(attributes.email_verified, 'false')
  assert.equal(attributes.name, 'Jane D.')
  const [message] = await place.messages()
  assert.deepEqual(
    [message?.to, message?.channel, message?.trigger?.source, message?.trigger?.clientId],
    ['new@example.org', 'email', 'UpdateUserAttribute', place.clientId],
  )
  await place.verify(token, 'email', await place.code())
  assert.equal((await place.look('jane')).attributes.email_verified, 'true')
})

test('both addresses at once send two codes, each good for its own', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane')
  const token = await place.token('jane')
  const told = await place.update(token, { email: 'new@example.org', phone_number: '+12065550111' })
  assert.deepEqual(told.sort(), ['EMAIL email n***@e***', 'SMS phone_number +*******0111'])
  const codes = Object.fromEntries((await place.messages()).map(({ channel, trigger }) => [channel, trigger?.code]))
  assert.equal(Object.keys(codes).length, 2)
  await place.verify(token, 'phone_number', codes.sms ?? '')
  const { attributes } = await place.look('jane')
  assert.deepEqual([attributes.phone_number_verified, attributes.email_verified], ['true', 'false'])
  await place.verify(token, 'email', codes.email ?? '')
  assert.equal((await place.look('jane')).attributes.email_verified, 'true')
})

test('an address that stays, or that the pool does not verify by itself, sends nothing', async () => {
  await using place = await attributesPlace({ AutoVerifiedAttributes: ['email'] })
  await place.addUser('jane', { attributes: verified })
  const token = await place.token('jane')
  assert.deepEqual(await place.update(token, { email: 'jane@example.com' }), [])
  assert.equal((await place.look('jane')).attributes.email_verified, 'true')
  assert.deepEqual(await place.update(token, { phone_number: '+12065550100' }), [])
  const { attributes } = await place.look('jane')
  assert.deepEqual([attributes.phone_number, attributes.phone_number_verified], ['+12065550100', 'false'])
  assert.deepEqual(await place.messages(), [])
})

test('an administrator’s change sends the code, unless it says that the address is verified', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: verified })
  await place.updateAsAdmin('jane', { email: 'second@example.com', email_verified: 'true' })
  assert.deepEqual(await place.messages(), [])
  assert.equal((await place.look('jane')).attributes.email_verified, 'true')
  const flags: Record<string, string>[] = [{}, { email_verified: 'false' }]
  for (const flag of flags) {
    const email = `third-${Object.keys(flag).length}@example.com`
    await place.updateAsAdmin('jane', { email, ...flag })
    const [message] = await place.messages()
    assert.deepEqual([message?.to, message?.trigger?.source], [email, 'UpdateUserAttribute'])
    assert.equal(message?.trigger?.clientId, undefined)
    const { attributes } = await place.look('jane')
    assert.deepEqual([attributes.email, attributes.email_verified], [email, 'false'])
  }
  // The code that is under way proves what the administrator has declared now, and is good no more.
  const code = await place.code()
  await place.updateAsAdmin('jane', { email_verified: 'true' })
  const token = await place.token('jane')
  const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.')
  await assert.rejects(place.verify(token, 'email', code), expired)
})

test('the event knows what the caller passed along, and nothing more', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: verified })
  const token = await place.token('jane')
  const ClientMetadata = { theme: 'dark' }
  const UserAttributes = listed({ email: 'new@example.org' })
  await place.cognito.send(new UpdateUserAttributesCommand({ AccessToken: token, UserAttributes, ClientMetadata }))
  const own = await queued(place)
  assert.deepEqual([own?.clientId, own?.clientMetadata], [place.clientId, ClientMetadata])
  const phone = listed({ phone_number: '+12065550100' })
  await place.cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: place.poolId,
      Username: 'jane',
      UserAttributes: phone,
      ClientMetadata,
    }),
  )
  const admins = await queued(place)
  assert.deepEqual([admins?.clientId, admins?.clientMetadata], [null, ClientMetadata])
  await place.updateAsAdmin('jane', { email: 'third@example.org' })
  assert.equal((await queued(place))?.clientMetadata, null)
})

test('an app client writes what it may, and an empty value deletes', async () => {
  await using place = await attributesPlace({
    Schema: [
      { Name: 'given_name', Mutable: true, Required: true },
      { Name: 'plan', AttributeDataType: 'String', Mutable: false },
      { Name: 'colour', AttributeDataType: 'String', Mutable: true },
    ],
  })
  await place.addUser('jane', { attributes: { ...verified, given_name: 'Jane', 'custom:plan': 'a', nickname: 'J' } })
  const token = await place.token('jane')
  const parameter = (message: string) => refusal('InvalidParameterException', message)
  await assert.rejects(
    place.update(token, { 'custom:plan': 'b' }),
    parameter('user.custom:plan: Attribute cannot be updated.\n'),
  )
  await assert.rejects(
    place.updateAsAdmin('jane', { 'custom:plan': 'b' }),
    parameter('user.custom:plan: Attribute cannot be updated.\n'),
  )
  await assert.rejects(
    place.update(token, { given_name: '' }),
    parameter('user.given_name: Required attribute cannot be deleted.\n'),
  )
  await assert.rejects(
    place.update(token, { 'custom:size': 'L' }),
    parameter('Attributes did not conform to the schema: custom:size: Attribute does not exist in the schema.\n'),
  )
  await assert.rejects(place.update(token, { email: 'nobody' }), parameter('Invalid email address format.'))
  const unauthorized = refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute')
  await assert.rejects(place.update(token, { nickname: 'X', email_verified: 'true' }), unauthorized)
  await place.update(token, { email_verified: 'false' })
  assert.equal((await place.look('jane')).attributes.email_verified, 'true', 'a flag is not the user’s to set')

  await place.update(token, { nickname: '', 'custom:colour': 'red', email: '' })
  const { attributes } = await place.look('jane')
  assert.deepEqual(
    [attributes.nickname, attributes['custom:colour'], attributes.email, attributes.email_verified],
    [undefined, 'red', undefined, undefined],
  )
  await assert.rejects(
    place.updateAsAdmin('jane', { email_verified: 'true' }),
    parameter('Email is required to verify/un-verify an email'),
  )
  const { clientId } = await place.newClient({ WriteAttributes: ['given_name', 'custom:colour'] })
  const limited = (await place.signIn('jane', undefined, clientId)).AuthenticationResult?.AccessToken ?? ''
  await place.update(limited, { given_name: 'Jan' })
  await assert.rejects(place.update(limited, { nickname: 'J' }), unauthorized)
})

/** The newest message of the outbox, as it will be handed over. */
async function queued({ pools }: AttributesPlace) {
  const { docs } = await pools.store.find(outbox, { limit: 100 })
  const ids = (await pools.inbox.list({})).messages.map(({ id }) => id)
  return docs.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))[0]
}
