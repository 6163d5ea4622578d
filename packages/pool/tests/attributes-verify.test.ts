import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetUserAttributeVerificationCodeCommand } from '@aws-sdk/client-cognito-identity-provider'
import { attributesPlace, otherCode } from './attributes-place.ts'
import { refusal } from './compose.ts'

const HOUR = 3_600_000
const mismatch = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.')
const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.')
const tooMany = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.')
const parameter = (message: string) => refusal('InvalidParameterException', message)

test('a code is sent on demand, also to a verified address, and proves it once', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', {
    attributes: { email: 'jane@example.com', email_verified: 'true', phone_number: '+12065550100' },
  })
  const token = await place.token('jane')
  assert.equal(await place.ask(token, 'phone_number'), 'SMS phone_number +*******0100')
  const ofPhone = await place.code()
  assert.equal(await place.ask(token, 'email'), 'EMAIL email j***@e***')
  const ofEmail = await place.code()
  const [message] = await place.messages()
  assert.deepEqual([message?.to, message?.trigger?.source], ['jane@example.com', 'VerifyUserAttribute'])

  await assert.rejects(place.verify(token, 'phone_number', otherCode(ofPhone)), mismatch)
  assert.equal((await place.look('jane')).attributes.phone_number_verified, 'false')
  await place.verify(token, 'phone_number', ofPhone)
  await place.verify(token, 'email', ofEmail)
  const { attributes } = await place.look('jane')
  assert.deepEqual([attributes.phone_number_verified, attributes.email_verified], ['true', 'true'])
  await assert.rejects(place.verify(token, 'email', ofEmail), expired)
})

test('only an address that the user has can be verified', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane')
  const token = await place.token('jane')
  const only = parameter('Invalid attribute name. Only phone_number and email can be verified.')
  await assert.rejects(place.ask(token, 'name'), only)
  await assert.rejects(place.verify(token, 'name', '123456'), only)
  await assert.rejects(place.ask(token, 'email'), parameter('User does not have a valid registered email address'))
  await assert.rejects(
    place.ask(token, 'phone_number'),
    parameter('User does not have a valid registered phone number'),
  )
  await assert.rejects(place.verify(token, 'email', '123456'), expired)
  assert.deepEqual(await place.messages(), [])
})

test('five codes an hour, fifteen guesses, and a day for each code', async () => {
  await using place = await attributesPlace()
  await place.addUser('jane', { attributes: { email: 'jane@example.com' } })
  const token = await place.token('jane')
  const first = await place.ask(token, 'email').then(place.code)
  for (let i = 0; i < 4; i++) await place.ask(token, 'email')
  await assert.rejects(place.ask(token, 'email'), tooMany)
  const last = await place.code()
  if (first !== last) await assert.rejects(place.verify(token, 'email', first), mismatch)
  const guesses = first === last ? 15 : 14
  for (let i = 0; i < guesses; i++) await assert.rejects(place.verify(token, 'email', otherCode(last)), mismatch)
  await assert.rejects(place.verify(token, 'email', last), tooMany)

  place.pools.clock.advance(HOUR + 1)
  const later = await place.token('jane')
  await place.ask(later, 'email')
  const kept = await place.code()
  place.pools.clock.advance(24 * HOUR)
  await assert.rejects(place.verify(await place.token('jane'), 'email', kept), expired)
})

test('with proof demanded first, the old address stays until the code of the new one comes back', async () => {
  await using place = await attributesPlace({
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    AliasAttributes: ['email'],
  })
  await place.addUser('jane', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const token = await place.token('jane')
  assert.deepEqual(await place.update(token, { email: 'new@example.org', name: 'Jane' }), ['EMAIL email n***@e***'])
  const before = await place.look('jane')
  assert.deepEqual(
    [before.attributes.email, before.attributes.email_verified, before.attributes.name],
    ['jane@example.com', 'true', 'Jane'],
  )
  const first = await place.code()
  // Asked for again by the same change; the first code goes with it.
  await place.update(token, { email: 'new@example.org' })
  const second = await place.code()
  if (first !== second) await assert.rejects(place.verify(token, 'email', first), mismatch)
  await assert.rejects(place.token('new@example.org'))
  await place.verify(token, 'email', second)
  const { attributes } = await place.look('jane')
  assert.deepEqual([attributes.email, attributes.email_verified], ['new@example.org', 'true'])
  assert.ok(await place.token('new@example.org'), 'the new address is the alias now')
  await assert.rejects(place.token('jane@example.com'), { name: 'UserNotFoundException' })
})

test('a waiting change ends with an administrator’s, with a code for the address of today, and with its day', async () => {
  await using place = await attributesPlace({
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email', 'phone_number'] },
  })
  await place.addUser('jane', { attributes: { email: 'jane@example.com', email_verified: 'true' } })
  const token = await place.token('jane')
  const wait = async () => {
    await place.update(token, { email: 'new@example.org' })
    return place.code()
  }
  const first = await wait()
  await place.updateAsAdmin('jane', { email: 'boss@example.com', email_verified: 'true' })
  await assert.rejects(place.verify(token, 'email', first), expired)
  const second = await wait()
  await place.cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken: token, AttributeName: 'email' }))
  const [message] = await place.messages()
  assert.equal(message?.to, 'boss@example.com')
  const third = await place.code()
  if (second !== third) await assert.rejects(place.verify(token, 'email', second), mismatch)
  await place.verify(token, 'email', third)
  assert.equal((await place.look('jane')).attributes.email, 'boss@example.com')

  // An administrator's change waits as well, unless it says that the address is verified.
  await place.updateAsAdmin('jane', { phone_number: '+12065550100' })
  assert.equal((await place.look('jane')).attributes.phone_number, undefined)
  const fourth = await place.code()
  place.pools.clock.advance(24 * HOUR)
  const later = await place.token('jane')
  await assert.rejects(place.verify(later, 'phone_number', fourth), expired)
  await place.updateAsAdmin('jane', { phone_number: '+12065550100', phone_number_verified: 'true' })
  assert.equal((await place.look('jane')).attributes.phone_number, '+12065550100')
})

test('a code that went to an address of before proves nothing of the one of today', async () => {
  await using place = await attributesPlace({ AutoVerifiedAttributes: [] })
  await place.addUser('jane', { attributes: { email: 'jane@example.com' } })
  const token = await place.token('jane')
  await place.ask(token, 'email')
  const code = await place.code()
  await place.update(token, { email: 'other@example.org' })
  await assert.rejects(place.verify(token, 'email', code), expired)
  assert.equal((await place.look('jane')).attributes.email_verified, 'false')
})
