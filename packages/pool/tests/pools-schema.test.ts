import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Pools, refusal, startPools } from './compose.ts'

let pools: Pools
let cognito: CognitoIdentityProviderClient
let UserPoolId: string | undefined
let ClientId: string | undefined
let narrow: string | undefined
before(async () => {
  pools = await startPools()
  cognito = pools.cognito()
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'schema',
      Schema: [
        { Name: 'email', Required: true, Mutable: true },
        { Name: 'plan', StringAttributeConstraints: { MinLength: '3', MaxLength: '5' } },
        { Name: 'seats', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: '1', MaxValue: '9' } },
        { Name: 'beta', AttributeDataType: 'Boolean' },
        { Name: 'since', AttributeDataType: 'DateTime' },
        { Name: 'internal', DeveloperOnlyAttribute: true },
      ],
    }),
  )
  UserPoolId = UserPool?.Id
  const open = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'open' }))
  ClientId = open.UserPoolClient?.ClientId
  const closed = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'narrow', WriteAttributes: ['email'] }),
  )
  narrow = closed.UserPoolClient?.ClientId
})
after(() => pools[Symbol.asyncDispose]())

test('the schema answers what it was given, custom attributes under their prefix and immutable unless said', async () => {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'answered',
      Schema: [
        { Name: 'email', Required: true },
        { Name: 'plan', Mutable: true },
        { Name: 'internal', DeveloperOnlyAttribute: true },
      ],
    }),
  )
  const named = (name: string) => UserPool?.SchemaAttributes?.find(({ Name }) => Name === name)
  assert.deepEqual(named('email'), {
    Name: 'email',
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: false,
    Required: true,
    StringAttributeConstraints: { MinLength: '0', MaxLength: '2048' },
  })
  assert.equal(named('website')?.Mutable, true)
  assert.deepEqual(named('custom:plan'), {
    Name: 'custom:plan',
    AttributeDataType: 'String',
    DeveloperOnlyAttribute: false,
    Mutable: true,
    Required: false,
    StringAttributeConstraints: {},
  })
  assert.equal(named('dev:custom:internal')?.Mutable, false)
})

const schema = 'Attributes did not conform to the schema: '
const email = { email: 'jane@example.com' }
const cases: [string, Record<string, string>, string, string?][] = [
  [
    'attributes that do not exist',
    { ...email, nope: '1', 'custom:no': '2' },
    `${schema}nope: Attribute does not exist in the schema.\ncustom:no: Attribute does not exist in the schema.\n`,
  ],
  ['no required attribute', {}, `${schema}email: The attribute is required\n`],
  ['an address without @', { email: 'jane' }, 'Invalid email address format.'],
  ['a number without +', { ...email, phone_number: '5551234567' }, 'Invalid phone number format.'],
  [
    'a short text',
    { ...email, 'custom:plan': 'ab' },
    `${schema}custom:plan: String must be no shorter than 3 characters\n`,
  ],
  [
    'a long text',
    { ...email, 'custom:plan': 'abcdef' },
    `${schema}custom:plan: String must be no longer than 5 characters\n`,
  ],
  [
    'a short birthdate',
    { ...email, birthdate: '1/2/90' },
    `${schema}birthdate: String must be no shorter than 10 characters\n`,
  ],
  ['no number', { ...email, 'custom:seats': 'many' }, `${schema}custom:seats: Value must be a number\n`],
  ['a small number', { ...email, 'custom:seats': '0' }, `${schema}custom:seats: Number must be no less than 1\n`],
  ['a big number', { ...email, 'custom:seats': '10' }, `${schema}custom:seats: Number must be no greater than 9\n`],
  ['no truth value', { ...email, 'custom:beta': 'yes' }, `${schema}custom:beta: Value must be true or false\n`],
  ['no time', { ...email, 'custom:since': 'today' }, `${schema}custom:since: Value must be a date and time\n`],
  ['sub', { ...email, sub: 'mine' }, 'Cannot modify the non-mutable attribute sub'],
  [
    'a flag of a verified address',
    { ...email, email_verified: 'true' },
    'A client attempted to write unauthorized attribute',
    'NotAuthorizedException',
  ],
  [
    'a developer-only attribute',
    { ...email, 'dev:custom:internal': 'x' },
    'A client attempted to write unauthorized attribute',
    'NotAuthorizedException',
  ],
]

for (const [what, attributes, sentence, name = 'InvalidParameterException'] of cases) {
  test(`a sign-up is refused for ${what}`, async () => {
    await assert.rejects(signUp(ClientId, 'refused', attributes), refusal(name, sentence))
    await assert.rejects(
      cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'refused' })),
      refusal('UserNotFoundException', 'User does not exist.'),
    )
  })
}

test('a client writes no more than its WriteAttributes', async () => {
  await assert.rejects(
    signUp(narrow, 'jane', { ...email, name: 'Jane' }),
    refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
  )
  await signUp(narrow, 'jane', email)
})

test('values that fit are taken, and immutable attributes at creation too', async () => {
  const attributes = {
    ...email,
    birthdate: '1990-01-02',
    'custom:plan': 'gold',
    'custom:seats': '9',
    'custom:beta': 'true',
    'custom:since': '2030-01-01T00:00:00Z',
  }
  await signUp(ClientId, 'fits', attributes)
  const { UserAttributes } = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username: 'fits' }))
  for (const [name, value] of Object.entries(attributes))
    assert.equal(UserAttributes?.find(({ Name }) => Name === name)?.Value, value)
})

test('an administrator writes what clients may not, and is told of the unknown in other words', async () => {
  const create = (Username: string, attributes: Record<string, string>) =>
    cognito.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: listed(attributes),
      }),
    )
  await create('invited', { ...email, email_verified: 'true', 'dev:custom:internal': 'x' })
  await assert.rejects(
    create('refused', { ...email, 'custom:role': 'x' }),
    refusal('InvalidParameterException', `${schema}Type for attribute {custom:role} could not be determined`),
  )
})

function signUp(client: string | undefined, Username: string, attributes: Record<string, string>) {
  return cognito.send(
    new SignUpCommand({ ClientId: client, Username, Password: 'Correct-h0rse', UserAttributes: listed(attributes) }),
  )
}

function listed(attributes: Record<string, string>): AttributeType[] {
  return Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
}
