import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  AdminGetUserCommand,
  ConfirmSignUpCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { DecryptCommand, EncryptCommand } from '@aws-sdk/client-kms'
import { InvokeCommand, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda'
import { type Clients, clientsOf, type InboxMessage } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { createFunction, createKey } from './setting/pool.ts'
import { createPlace, type HeraldProcess, type Place, startProcess } from './setting/process.ts'
import { poolWithReportingSender, type Report } from './setting/reporting-sender.ts'

const password = 'Correct-Horse-1'

async function begin(t: TestContext, place: Place): Promise<{ herald: HeraldProcess; clients: Clients }> {
  const herald = await startProcess(t, place)
  const clients = clientsOf(herald.url)
  t.after(() => clients.destroy())
  return { herald, clients }
}

const signUp = (ClientId: string, Username: string) =>
  new SignUpCommand({
    ClientId,
    Username,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
  })

async function advance({ url }: Clients, by: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}/_herald/clock`, { method: 'POST', headers, body: JSON.stringify({ advance: by }) })
  assert.equal(answer.status, 200)
}

async function messageOf(clients: Clients, userName: string, wanted: (message: InboxMessage) => boolean) {
  for (const until = Date.now() + 60_000; Date.now() < until; await pause(20)) {
    const { body } = await clients.inbox(`messages?userName=${userName}`)
    const found = body.messages.find(wanted)
    if (found) return (await clients.inbox(`messages/${found.id}`)).body
  }
  throw new Error('The message did not get there.')
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`pool, user, tokens, key and function are there again after ${signal}`, async (t) => {
    const place = createPlace(t)
    const provider = await createListener<Report>(t)
    const { herald, clients } = await begin(t, place)
    const { poolId, clientId } = await poolWithReportingSender(clients, provider.url)
    const keyArn = await createKey(clients)
    const sealed = await clients.kms.send(new EncryptCommand({ KeyId: keyArn, Plaintext: Buffer.from('hello') }))
    await createFunction(
      clients,
      'echo',
      'export const handler = async (event) => ({ ...event, of: process.env.OF })',
      {
        environment: { OF: 'mine' },
      },
    )
    await clients.cognito.send(signUp(clientId, 'jane'))
    await provider.until((received) => received.length === 1)
    await messageOf(clients, 'jane', ({ state }) => state !== 'queued' && state !== 'invoking')
    const { code } = provider.received[0]!
    await clients.cognito.send(
      new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: code }),
    )
    const signIn = new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD: password },
    })
    const { AuthenticationResult: tokens } = await clients.cognito.send(signIn)
    const described = await clients.cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }))
    await herald.end(signal)

    const { herald: again, clients: after } = await begin(t, place)
    const redescribed = await after.cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }))
    assert.deepEqual(redescribed.UserPool, described.UserPool)
    const user = await after.cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: 'jane' }))
    assert.equal(user.UserStatus, 'CONFIRMED')
    const me = await after.cognito.send(new GetUserCommand({ AccessToken: tokens!.AccessToken! }))
    assert.equal(me.Username, 'jane')
    const renewed = await after.cognito.send(
      new InitiateAuthCommand({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: tokens!.RefreshToken! },
      }),
    )
    assert.ok(renewed.AuthenticationResult?.AccessToken)
    await after.cognito.send(signIn)
    const opened = await after.kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }))
    assert.equal(Buffer.from(opened.Plaintext!).toString(), 'hello')
    const { Payload } = await after.lambda.send(new InvokeCommand({ FunctionName: 'echo', Payload: '{"a":1}' }))
    assert.deepEqual(JSON.parse(Buffer.from(Payload!).toString()), { a: 1, of: 'mine' })
    await after.cognito.send(signUp(clientId, 'kim'))
    await provider.until((received) => received.some(({ userName }) => userName === 'kim'))
    const { stderr } = await again.end()
    assert.equal(stderr, '')
  })
}

for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
  test(`a message that its sender failed to send goes out after ${signal}, when its retry is due`, async (t) => {
    const place = createPlace(t)
    const provider = await createListener<Report>(t)
    const { herald, clients } = await begin(t, place)
    const { poolId, clientId, functionName } = await poolWithReportingSender(clients, 'http://127.0.0.1:9/')
    await clients.cognito.send(signUp(clientId, 'jane'))
    const { trace } = await messageOf(clients, 'jane', ({ state }) => state === 'retrying')
    assert.ok(trace.some(({ stage, outcome }) => stage === 'function' && outcome === 'failed'))
    await herald.end(signal)

    const { clients: after } = await begin(t, place)
    await after.cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username: 'jane' }))
    const { lambda } = after
    const before = await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName }))
    const Variables = { ...before.Environment!.Variables, PROVIDER: provider.url }
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: functionName, Environment: { Variables } }),
    )
    assert.deepEqual(provider.received, [], 'nothing before it is due')
    await advance(after, '61s')
    await provider.until((received) => received.length === 1)
    const { userName, code } = provider.received[0]!
    assert.equal(userName, 'jane')
    await after.cognito.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: code }))
  })
}

test('a message whose function was running when Herald was killed is sent at once after the start', async (t) => {
  const place = createPlace(t)
  const provider = await createListener<Report>(t)
  const entered = await createListener<string>(t)
  const { herald, clients } = await begin(t, place)
  const { clientId } = await poolWithReportingSender(clients, provider.url, { stuckOnce: entered.url })
  await clients.cognito.send(signUp(clientId, 'jane'))
  await entered.until((received) => received.length === 1)
  await herald.end('SIGKILL')
  assert.deepEqual(provider.received, [])

  const { clients: after } = await begin(t, place)
  await provider.until((received) => received.length === 1, 30_000)
  const { code } = provider.received[0]!
  await after.cognito.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: code }))
})

test('a moved clock is not kept, and holds nothing up after the restart', async (t) => {
  const place = createPlace(t)
  const provider = await createListener<Report>(t)
  const { herald, clients } = await begin(t, place)
  const { clientId, functionName } = await poolWithReportingSender(clients, 'http://127.0.0.1:9/')
  await advance(clients, '500h')
  await clients.cognito.send(signUp(clientId, 'jane'))
  await messageOf(clients, 'jane', ({ state }) => state === 'retrying')
  await herald.end('SIGKILL')

  const { clients: after } = await begin(t, place)
  const { lambda } = after
  const before = await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName }))
  const Variables = { ...before.Environment!.Variables, PROVIDER: provider.url }
  await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: functionName, Environment: { Variables } }))
  await advance(after, '3m')
  await provider.until((received) => received.length === 1)
})
