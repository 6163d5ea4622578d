import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { CreateUserPoolCommand, ListUserPoolsCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { clientsOf } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { createFunction } from './setting/pool.ts'
import { allEnd, createPlace, isAlive, readyUrl, runHerald, startProcess } from './setting/process.ts'

/** Reports itself and a child of its own, then never comes to an end. */
const stuck = `
import { spawn } from 'node:child_process'
export const handler = async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await fetch(process.env.REPORT_TO, { method: 'POST', body: JSON.stringify([process.pid, child.pid]) })
  for (;;) {}
}
`

async function startStuckFunction(t: Parameters<typeof createListener>[0], url: string): Promise<number[]> {
  const clients = clientsOf(url)
  t.after(() => clients.destroy())
  const reports = await createListener<number[]>(t)
  await createFunction(clients, 'stuck', stuck, { environment: { REPORT_TO: reports.url }, timeout: 600 })
  await clients.lambda.send(new InvokeCommand({ FunctionName: 'stuck', InvocationType: 'Event' }))
  await reports.until((received) => received.length === 1)
  return reports.received[0]!
}

test('says on standard output that it is ready, where its inbox is, and nothing else', async (t) => {
  const herald = await startProcess(t, createPlace(t))
  assert.match(herald.url, /^http:\/\/127\.0\.0\.1:\d+$/)
  const health = await fetch(`${herald.url}/_herald/health`)
  assert.equal(health.status, 200)
  assert.equal(((await health.json()) as { status: string }).status, 'ok')
  const { code, stdout, stderr } = await herald.end()
  assert.equal(code, 0)
  assert.match(stdout, /^Herald is ready at (\S+)\nInbox: \1\/_herald\/\nSMTP: 127\.0\.0\.1:\d+\n$/)
  assert.ok(stdout.startsWith(`Herald is ready at ${herald.url}\n`))
  assert.equal(stderr, '')
})

test('--quiet leaves the ready line alone', async (t) => {
  const herald = await startProcess(t, createPlace(t), ['--quiet', '--demo'])
  const { stdout, stderr } = await herald.end()
  assert.equal(stdout, `Herald is ready at ${herald.url}\n`)
  assert.equal(stderr, '')
})

test('--demo prints a line to paste, and no code when its message arrives', async (t) => {
  const herald = await startProcess(t, createPlace(t), ['--demo'])
  const clientId = /--client-id (\S+)/.exec(herald.stdout())?.[1]
  const clients = clientsOf(herald.url)
  t.after(() => clients.destroy())
  await clients.cognito.send(
    new SignUpCommand({
      ClientId: clientId,
      Username: 'jane',
      Password: 'Correct-Horse-1',
      UserAttributes: [{ Name: 'email', Value: 'jane@example.com' }],
    }),
  )
  const { body } = await clients.inbox('messages/latest?to=jane@example.com&wait=60s')
  assert.match(body.code, /^\d{6}$/)
  const { stdout, stderr } = await herald.end()
  assert.match(stdout, /^Herald is ready at \S+\nInbox: \S+\nSMTP: \S+\nDemo pool: /)
  assert.match(stdout, /\n {2}AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test aws cognito-idp sign-up \S.*\n\n$/)
  assert.ok(!stdout.includes(body.code), 'no code on standard output')
  assert.equal(stderr, '')
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends it with 0, and its functions with it`, { skip: process.platform === 'win32' }, async (t) => {
    const herald = await startProcess(t, createPlace(t))
    const pids = await startStuckFunction(t, herald.url)
    assert.ok(pids.every(isAlive), 'the function and its child run')
    const { code, stderr } = await herald.end(signal)
    assert.equal(code, 0, stderr)
    assert.equal(stderr, '')
    assert.ok(await allEnd(pids, 1_000), 'nothing of the function is left')
  })
}

test('kill -9 leaves no function behind', { skip: process.platform === 'win32' }, async (t) => {
  const herald = await startProcess(t, createPlace(t))
  const pids = await startStuckFunction(t, herald.url)
  assert.ok(pids.every(isAlive), 'the function and its child run')
  await herald.end('SIGKILL')
  assert.ok(await allEnd(pids), 'nothing of the function is left')
})

test('nothing is written but the data folder and the root key', async (t) => {
  const place = createPlace(t)
  const before = place.listing()
  const herald = await startProcess(t, place, ['--demo'])
  await herald.end()
  const written = place.listing().filter((path) => !before.includes(path))
  const elsewhere = written.filter((path) => !/^data($|[\\/])/.test(path))
  assert.deepEqual(elsewhere, ['key', join('key', 'root.key')])
  assert.ok(written.includes(join('data', 'herald.sqlite')))
})

test('--ephemeral leaves nothing on disk', async (t) => {
  const place = createPlace(t)
  const before = place.listing()
  const running = runHerald(t, place, ['start', '--ephemeral', '--port', '0', '--demo'])
  const clients = clientsOf(await readyUrl(running))
  t.after(() => clients.destroy())
  await createFunction(clients, 'echo', 'export const handler = async (event) => event')
  const { Payload } = await clients.lambda.send(new InvokeCommand({ FunctionName: 'echo', Payload: '{"a":1}' }))
  assert.equal(Buffer.from(Payload!).toString(), '{"a":1}')
  assert.equal((await running.end()).code, 0)
  assert.deepEqual(place.listing(), before)
})

test('options come from the environment as well, and arguments go before it', async (t) => {
  const place = createPlace(t)
  const data = join(place.folder, 'elsewhere')
  mkdirSync(data)
  const running = runHerald(t, place, ['start', '--region', 'eu-west-3'], {
    HERALD_PORT: '0',
    HERALD_DATA: data,
    HERALD_ROOT_KEY: Buffer.alloc(32, 7).toString('base64'),
    HERALD_REGION: 'eu-west-1',
    HERALD_ACCOUNT_ID: '123456789012',
    HERALD_QUIET: '1',
    HERALD_DEMO: 'true',
    HERALD_EPHEMERAL: '0',
    HERALD_LOG_LEVEL: '',
  })
  const url = await readyUrl(running)
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20300101/eu-west-3/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: '{"MaxResults":1}',
  })
  const { UserPools } = (await answer.json()) as { UserPools: { Id: string; LambdaConfig: { KMSKeyID: string } }[] }
  assert.match(UserPools[0]!.LambdaConfig.KMSKeyID, /^arn:aws:kms:eu-west-3:123456789012:key\//)
  const { stdout } = await running.end()
  assert.equal(stdout, `Herald is ready at ${url}\n`)
  assert.ok(place.listing().includes(join('elsewhere', 'herald.sqlite')))
})

test('off loopback what is administrative needs the token, and what apps call does not', async (t) => {
  const token = 'a-token-of-mine'
  const herald = await startProcess(t, createPlace(t), ['--host', '0.0.0.0', '--token', token, '--demo'])
  assert.match(herald.url, /^http:\/\/127\.0\.0\.1:/)
  const [stranger, owner] = [clientsOf(herald.url), clientsOf(herald.url, { sessionToken: token })]
  t.after(() => {
    stranger.destroy()
    owner.destroy()
  })
  const create = new CreateUserPoolCommand({ PoolName: 'mine' })
  await assert.rejects(stranger.cognito.send(create), { name: 'AccessDeniedException' })
  await assert.rejects(clientsOf(herald.url, { sessionToken: 'another' }).cognito.send(create))
  await owner.cognito.send(create)
  const { UserPools } = await owner.cognito.send(new ListUserPoolsCommand({ MaxResults: 10 }))
  assert.deepEqual(UserPools?.map(({ Name }) => Name).sort(), ['herald-demo', 'mine'])

  const ClientId = /--client-id (\S+)/.exec(herald.stdout())?.[1]
  const UserAttributes = [{ Name: 'email', Value: 'jane@example.com' }]
  await stranger.cognito.send(
    new SignUpCommand({ ClientId, Username: 'jane', Password: 'Correct-Horse-1', UserAttributes }),
  )
  const latest = `${herald.url}/_herald/messages/latest?to=jane@example.com&wait=60s`
  assert.equal((await fetch(latest)).status, 401)
  const headers = { 'x-herald-token': token }
  assert.equal((await fetch(latest, { headers })).status, 200, 'the sender itself is let in')
  const json = { ...headers, 'content-type': 'application/json' }
  const clock = await fetch(`${herald.url}/_herald/clock`, { method: 'POST', headers: json, body: '{"advance":"1m"}' })
  assert.equal(clock.status, 403, 'time is not moved off loopback')
  assert.equal((await fetch(`${herald.url}/_herald/health`)).status, 200, 'a health check has no token')
  const { stdout, stderr } = await herald.end()
  assert.ok(!stdout.includes(token) && !stderr.includes(token), 'the token is not shown')
})
