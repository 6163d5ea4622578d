import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider'
import { refusal, startPools } from './compose.ts'

test('a client with a secret must prove it, over the user name and its own id', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { ClientId, ClientSecret } = await newClient(cognito, { GenerateSecret: true })
  const signUp = (SecretHash: string | undefined) =>
    cognito.send(new SignUpCommand({ ClientId, Username: 'jane', Password: 'Correct-h0rse', SecretHash }))
  await assert.rejects(
    signUp(undefined),
    refusal('NotAuthorizedException', `Client ${ClientId} is configured with secret but SECRET_HASH was not received`),
  )
  const wrong = refusal('NotAuthorizedException', `Unable to verify secret hash for client ${ClientId}`)
  await assert.rejects(signUp(hash(ClientSecret, 'john', ClientId)), wrong)
  await assert.rejects(signUp(hash('another secret', 'jane', ClientId)), wrong)
  await assert.rejects(signUp('abc='), wrong)
  await signUp(hash(ClientSecret, 'jane', ClientId))
})

test("a secret of the caller's own works, and a client without one takes no hash", async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const own = 'a'.repeat(40)
  const { ClientId, ClientSecret } = await newClient(cognito, { ClientSecret: own })
  assert.equal(ClientSecret, own)
  const user = { Username: 'jane', Password: 'Correct-h0rse' }
  await cognito.send(new SignUpCommand({ ClientId, ...user, SecretHash: hash(own, 'jane', ClientId) }))

  const open = await newClient(cognito, {})
  const SecretHash = hash(own, 'jane', open.ClientId)
  await assert.rejects(
    cognito.send(new SignUpCommand({ ClientId: open.ClientId, ...user, SecretHash })),
    refusal(
      'NotAuthorizedException',
      `Client ${open.ClientId} is not configured for secret but secret hash was received`,
    ),
  )
})

test('a client that does not exist is told so', async () => {
  await using pools = await startPools()
  await assert.rejects(
    pools.cognito().send(new ResendConfirmationCodeCommand({ ClientId: 'nosuchclient', Username: 'jane' })),
    refusal('ResourceNotFoundException', 'User pool client nosuchclient does not exist.'),
  )
})

async function newClient(
  cognito: CognitoIdentityProviderClient,
  secret: Pick<CreateUserPoolClientCommandInput, 'GenerateSecret' | 'ClientSecret'>,
): Promise<UserPoolClientType> {
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'secrets' }))
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({ UserPoolId: UserPool?.Id, ClientName: 'web', ...secret }),
  )
  return UserPoolClient ?? {}
}

function hash(secret: string | undefined, username: string, clientId: string | undefined): string {
  return createHmac('sha256', secret ?? '')
    .update(`${username}${clientId}`)
    .digest('base64')
}
