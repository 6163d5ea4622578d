import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminDeleteUserAttributesCommand,
  AdminSetUserPasswordCommand,
  DeleteUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type AttributesPlace, attributesPlace, listed } from './attributes-place.ts'
import { refusal } from './compose.ts'
import { PASSWORD } from './sign-in-place.ts'

const nobody = { name: 'UserNotFoundException' }
const parameter = (message: string) => refusal('InvalidParameterException', message)

test('a verified address is an alias, and stops being one when it changes or goes', async () => {
  await using place = await attributesPlace({ AliasAttributes: ['email', 'preferred_username'] })
  await place.addUser('jane', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const token = await place.token('jane@example.com')
  await place.update(token, { email: 'new@example.org', preferred_username: 'jd' })
  await assert.rejects(place.token('jane@example.com'), nobody)
  await assert.rejects(place.token('new@example.org'), nobody, 'not before it is verified')
  assert.ok(await place.token('jd'))
  await place.verify(token, 'email', await place.code())
  assert.ok(await place.token('new@example.org'))

  await place.updateAsAdmin('jane', { email_verified: 'false' })
  await assert.rejects(place.token('new@example.org'), nobody)
  await place.updateAsAdmin('jane', { email_verified: 'true' })
  const UserAttributeNames = ['email', 'preferred_username', 'nickname']
  await place.cognito.send(new DeleteUserAttributesCommand({ AccessToken: token, UserAttributeNames }))
  for (const name of ['new@example.org', 'jd']) await assert.rejects(place.token(name), nobody)
  await place.addUser('kim', { attributes: { email: 'new@example.org', email_verified: 'true' } })
  assert.ok(await place.token('new@example.org'), 'free for the next one')
})

test('an alias of another is refused to a code, and moves by an administrator', async () => {
  await using place = await attributesPlace({ AliasAttributes: ['email', 'preferred_username'] })
  const email = 'jane@example.com'
  await place.addUser('jane', { attributes: { email, email_verified: 'true', preferred_username: 'jd' } })
  await place.addUser('kim')
  const token = await place.token('kim')
  await place.update(token, { email })
  const taken = refusal('AliasExistsException', 'An account with the email already exists.')
  await assert.rejects(place.verify(token, 'email', await place.code()), taken)
  assert.equal((await place.look('kim')).attributes.email_verified, 'false')
  assert.ok(await place.token(email))

  await assert.rejects(place.update(token, { preferred_username: 'jd' }), { name: 'AliasExistsException' })
  await assert.rejects(place.updateAsAdmin('kim', { preferred_username: 'jd' }), { name: 'AliasExistsException' })

  await place.updateAsAdmin('kim', { email_verified: 'true' })
  assert.equal((await place.look('jane')).attributes.email_verified, 'false')
  assert.equal((await place.look(email)).attributes.sub, (await place.look('kim')).attributes.sub)
})

test('where users sign in by e-mail, the new address is the name at once, and never another’s', async () => {
  await using place = await attributesPlace({ UsernameAttributes: ['email'] })
  await addByEmail(place, 'jane@example.com')
  await addByEmail(place, 'kim@example.com')
  const token = await place.token('jane@example.com')
  const taken = refusal('AliasExistsException', 'An account with the email already exists.')
  await assert.rejects(place.update(token, { email: 'kim@example.com' }), taken)
  await assert.rejects(
    place.updateAsAdmin('jane@example.com', { email: 'kim@example.com', email_verified: 'true' }),
    taken,
  )
  await place.update(token, { email: 'new@example.org' })
  await assert.rejects(place.token('jane@example.com'), nobody)
  assert.ok(await place.token('new@example.org'), 'observed: verified or not')
  await addByEmail(place, 'jane@example.com')
  assert.ok(await place.token('jane@example.com'))
  const gone = parameter('user.email: Required attribute cannot be deleted.\n')
  await assert.rejects(place.update(token, { email: '' }), gone)
})

test('where proof comes first, another’s name is refused before any code is sent', async () => {
  await using place = await attributesPlace({
    UsernameAttributes: ['email'],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  })
  for (const email of ['jane@example.com', 'kim@example.com']) await addByEmail(place, email)
  const token = await place.token('jane@example.com')
  await assert.rejects(place.update(token, { email: 'kim@example.com' }), { name: 'AliasExistsException' })
  assert.deepEqual(await place.messages(), [])
  await place.update(token, { email: 'new@example.org' })
  assert.ok(await place.token('jane@example.com'))
  // Somebody else takes the address meanwhile.
  const code = await place.code()
  await addByEmail(place, 'new@example.org')
  await assert.rejects(place.verify(token, 'email', code), { name: 'AliasExistsException' })
  assert.equal((await place.look('jane@example.com')).attributes.email, 'jane@example.com')
})

test('attributes are deleted as far as the schema and the client allow', async () => {
  await using place = await attributesPlace({
    Schema: [
      { Name: 'given_name', Mutable: true, Required: true },
      { Name: 'plan', AttributeDataType: 'String', Mutable: false },
    ],
  })
  const attributes = { given_name: 'Jane', nickname: 'J', 'custom:plan': 'a', email: 'j@example.com', locale: 'en' }
  await place.addUser('jane', { attributes })
  const token = await place.token('jane')
  await place.ask(token, 'email')
  const code = await place.code()
  const own = (...UserAttributeNames: string[]) =>
    place.cognito.send(new DeleteUserAttributesCommand({ AccessToken: token, UserAttributeNames }))
  const asAdmin = (...UserAttributeNames: string[]) =>
    place.cognito.send(
      new AdminDeleteUserAttributesCommand({ UserPoolId: place.poolId, Username: 'jane', UserAttributeNames }),
    )
  for (const remove of [own, asAdmin]) {
    await assert.rejects(
      remove('nickname', 'given_name'),
      parameter('user.given_name: Required attribute cannot be deleted.\n'),
    )
    await assert.rejects(remove('custom:plan'), parameter('user.custom:plan: Attribute cannot be updated.\n'))
    await assert.rejects(remove('sub'), parameter('user.sub: Attribute cannot be updated.\n'))
    await assert.rejects(remove('custom:other'), { name: 'InvalidParameterException' })
  }
  await assert.rejects(own('email_verified'), { name: 'NotAuthorizedException' })
  assert.equal((await place.look('jane')).attributes.nickname, 'J', 'all or nothing')
  await own('nickname', 'email', 'middle_name')
  await asAdmin('locale')
  const left = (await place.look('jane')).attributes
  assert.deepEqual(Object.keys(left).sort(), ['custom:plan', 'given_name', 'sub'])
  await assert.rejects(place.verify(token, 'email', code), { name: 'ExpiredCodeException' })
})

async function addByEmail({ cognito, poolId }: AttributesPlace, Username: string): Promise<void> {
  const user = { UserPoolId: poolId, Username }
  const UserAttributes = listed({ email_verified: 'true' })
  await cognito.send(new AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: 'SUPPRESS' }))
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: PASSWORD, Permanent: true }))
}
