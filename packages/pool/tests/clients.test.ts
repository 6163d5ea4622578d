import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Pools, refusal, startPools } from './compose.ts'

let pools: Pools
let cognito: CognitoIdentityProviderClient
let UserPoolId: string
before(async () => {
  pools = await startPools()
  cognito = pools.cognito()
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'clients', Schema: [{ Name: 'tenant', Mutable: true }] }),
  )
  UserPoolId = UserPool?.Id ?? ''
})
after(() => pools[Symbol.asyncDispose]())

const plainDefaults = {
  RefreshTokenValidity: 30,
  TokenValidityUnits: {},
  AllowedOAuthFlowsUserPoolClient: false,
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 3,
}

test('a client that names nothing is described with the defaults of a live pool', async () => {
  const { UserPoolClient: created } = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'plain' }),
  )
  assert.match(created?.ClientId ?? '', /^[a-z0-9]{26}$/)
  const { UserPoolClient } = await cognito.send(
    new DescribeUserPoolClientCommand({ UserPoolId, ClientId: created?.ClientId }),
  )
  assert.deepEqual(UserPoolClient, created)
  assert.deepEqual(UserPoolClient, {
    UserPoolId,
    ClientId: created?.ClientId,
    ClientName: 'plain',
    CreationDate: new Date('2030-01-01'),
    LastModifiedDate: new Date('2030-01-01'),
    ...plainDefaults,
  })
})

test('an update returns every setting that it leaves out, and keeps name and secret', async () => {
  const { UserPoolClient: created } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'full',
      GenerateSecret: true,
      AccessTokenValidity: 10,
      IdTokenValidity: 20,
      RefreshTokenValidity: 5,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
      AllowedOAuthFlows: ['code'],
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthScopes: ['openid'],
      AuthSessionValidity: 15,
      CallbackURLs: ['https://example.com/', 'myapp://back', 'http://localhost:3000/'],
      DefaultRedirectURI: 'https://example.com/',
      EnablePropagateAdditionalUserContextData: true,
      EnableTokenRevocation: false,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      LogoutURLs: ['https://example.com/bye'],
      PreventUserExistenceErrors: 'ENABLED',
      ReadAttributes: ['email', 'custom:tenant'],
      SupportedIdentityProviders: ['COGNITO'],
      WriteAttributes: ['email'],
    }),
  )
  assert.match(created?.ClientSecret ?? '', /^[a-z0-9]{51}$/)
  const ClientId = created?.ClientId
  const { LastModifiedDate: _at, CreationDate: _created, ClientSecret, ...settings } = created ?? {}
  const { UserPoolClient: same } = await cognito.send(
    new UpdateUserPoolClientCommand({ ...settings, UserPoolId, ClientId }),
  )
  assert.deepEqual(same, created, 'what Describe answers, given back to Update, changes nothing')

  await cognito.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId }))
  const { UserPoolClient: reset } = await cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }))
  assert.deepEqual(reset, {
    UserPoolId,
    ClientId,
    ClientName: 'full',
    ClientSecret,
    CreationDate: new Date('2030-01-01'),
    LastModifiedDate: new Date('2030-01-01'),
    ...plainDefaults,
  })
})

test('clients are listed a page at a time, and a deleted one is gone', async () => {
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'listed' }))
  const wanted: string[] = []
  for (const ClientName of ['a', 'b', 'c']) {
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName }),
    )
    wanted.push(UserPoolClient?.ClientId ?? '')
  }
  const list = async () => {
    const seen: string[] = []
    let NextToken: string | undefined
    do {
      const page = await cognito.send(
        new ListUserPoolClientsCommand({ UserPoolId: UserPool?.Id, MaxResults: 2, NextToken }),
      )
      seen.push(...(page.UserPoolClients ?? []).map(({ ClientId }) => ClientId ?? ''))
      NextToken = page.NextToken
    } while (NextToken)
    return seen.sort()
  }
  assert.deepEqual(await list(), wanted.toSorted())
  const ClientId = wanted[0]
  await assert.rejects(
    cognito.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId })),
    refusal('ResourceNotFoundException', `User pool client ${ClientId} does not exist.`),
    'a client of another pool',
  )
  await cognito.send(new DeleteUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientId }))
  assert.deepEqual(await list(), wanted.slice(1).sort())
  await assert.rejects(
    cognito.send(new ListUserPoolClientsCommand({ UserPoolId, NextToken: 'nonsense' })),
    refusal('InvalidParameterException', 'Invalid pagination token given.'),
  )
})

const range = 'Invalid range for token validity.'
const cases: [string, Partial<CreateUserPoolClientCommandInput>, string, string?][] = [
  ['access tokens of 25 hours', { AccessTokenValidity: 25 }, range],
  ['access tokens of 4 minutes', { AccessTokenValidity: 4, TokenValidityUnits: { AccessToken: 'minutes' } }, range],
  ['identity tokens of a second', { IdTokenValidity: 1, TokenValidityUnits: { IdToken: 'seconds' } }, range],
  ['refresh tokens of 11 years', { RefreshTokenValidity: 4000 }, range],
  ['a refresh unit without a value', { TokenValidityUnits: { RefreshToken: 'minutes' } }, range],
  [
    'access tokens that outlive refresh tokens',
    {
      AccessTokenValidity: 200,
      RefreshTokenValidity: 90,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
    },
    'Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  ],
  [
    'old and new names of flows',
    { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] },
    "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  ],
  [
    'an unknown read attribute',
    { ReadAttributes: ['custom:no'] },
    'Invalid read attributes specified while creating a client',
  ],
  [
    'writing email_verified',
    { WriteAttributes: ['email_verified'] },
    'Invalid write attributes specified while creating a client',
  ],
  [
    'an unknown provider',
    { SupportedIdentityProviders: ['COGNITO', 'Google'] },
    'The provider Google does not exist for User Pool {pool}.',
  ],
  [
    'a callback in plain http',
    { CallbackURLs: ['http://example.com/'] },
    'http://example.com/ cannot use the HTTP protocol.',
  ],
  [
    'a callback with a fragment',
    { CallbackURLs: ['https://example.com/#x'] },
    'https://example.com/#x cannot use fragment',
  ],
  [
    'a code flow without callback',
    { AllowedOAuthFlows: ['code'], AllowedOAuthFlowsUserPoolClient: true },
    'CallbackUrls can not be empty when code flow or implicit flow is selected',
  ],
  [
    'client credentials without a secret',
    { AllowedOAuthFlows: ['client_credentials'] },
    'client_credentials flow can not be selected if client does not have a client secret.',
    'InvalidOAuthFlowException',
  ],
  [
    'rotation beside the flow that knows nothing of it',
    {
      RefreshTokenRotation: { Feature: 'ENABLED' },
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    'ALLOW_REFRESH_TOKEN_AUTH cannot be enabled together with refresh token rotation.',
  ],
]

for (const [what, settings, sentence, name = 'InvalidParameterException'] of cases) {
  test(`a client is refused for ${what}`, async () => {
    const words = sentence.replace('{pool}', UserPoolId)
    await assert.rejects(
      cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'refused', ...settings })),
      refusal(name, words),
    )
    const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'good' }))
    await assert.rejects(
      cognito.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId: UserPoolClient?.ClientId, ...settings })),
      refusal(name, words.replace('creating', 'updating')),
    )
  })
}

test('refresh tokens of 0 stand for the default of 30 days', async () => {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'zero', RefreshTokenValidity: 0 }),
  )
  assert.equal(UserPoolClient?.RefreshTokenValidity, 30)
})
