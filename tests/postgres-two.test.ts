import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import {
  AdminGetUserCommand,
  ConfirmSignUpCommand,
  ListUsersCommand,
  SignUpCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { GetFunctionCommand, InvokeCommand } from '@aws-sdk/client-lambda'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { lambdaCollections } from '@herald/local-aws/lambda'
import { poolCollections } from '@herald/pool'
import type { Collection } from '@herald/storage'
import { type Clients, clientsOf, type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { createFunction, createPool } from './setting/pool.ts'
import { noPostgres, type PostgresSetting, postgresSetting } from './setting/postgres.ts'
import { createPlace, readyUrl, runHerald } from './setting/process.ts'
import { poolWithReportingSender, type Report } from './setting/reporting-sender.ts'

const options = { skip: noPostgres ?? false }
const Password = 'Correct-Horse-1'
/** More than the longest lease: that of an event whose function may take a minute. Milliseconds. */
const BEYOND_LEASES = 200_000

test('a code that is presented 50 times at once to two Heralds is accepted once', options, async (t) => {
  const heralds = await two(t)
  const [a, b] = heralds
  const provider = await createListener<Report>(t)
  const { poolId, clientId } = await poolWithReportingSender(a, provider.url)
  await signUp(a, clientId, 'jane')
  await provider.until((reports) => reports.length > 0)
  const ConfirmationCode = provider.received[0]?.code
  const confirm = (herald: Clients) =>
    herald.cognito.send(new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode }))
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => confirm(i % 2 ? a : b)))
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
  const { Users } = await b.cognito.send(new ListUsersCommand({ UserPoolId: poolId }))
  assert.equal(Users?.[0]?.UserStatus, 'CONFIRMED')
  for (const { logged } of heralds) assert.deepEqual(logged, [])
})

test('messages of two Heralds that work at once are each sent once', options, async (t) => {
  const heralds = await two(t)
  const [a, b] = heralds
  const provider = await createListener<Report>(t)
  const { clientId } = await poolWithReportingSender(a, provider.url)
  const names = Array.from({ length: 60 }, (_, i) => `user-${i}`)
  await Promise.all(names.map((name, i) => signUp(i % 2 ? a : b, clientId, name)))
  await provider.until((reports) => new Set(reports.map(({ userName }) => userName)).size === names.length)
  // Whatever is still on its way would be a second one.
  await until(async () => (await waiting(a)).length === 0)
  assert.deepEqual(provider.received.map(({ userName }) => userName).sort(), [...names].sort())
  for (const { logged } of heralds) assert.deepEqual(logged, [])
})

test('what a killed Herald had in hand another one takes over after its lease', options, async (t) => {
  const setting = await postgresSetting()
  const doomed = await startProcess(t, setting)
  const entered = await createListener<string>(t)
  const provider = await createListener<Report>(t)
  // The function of the first Herald is entered and does not come to an end.
  const { clientId } = await poolWithReportingSender(doomed.clients, provider.url, { stuckOnce: entered.url })
  await signUp(doomed.clients, clientId, 'jane')
  await entered.until((received) => received.length === 1)
  const heir = await start(t, setting.args)
  await doomed.end()
  assert.equal(provider.received.length, 0)
  heir.advance(BEYOND_LEASES)
  await provider.until((reports) => reports.length > 0)
  const [report] = provider.received
  await heir.cognito.send(
    new ConfirmSignUpCommand({ ClientId: clientId, Username: 'jane', ConfirmationCode: report?.code }),
  )
})

test('every user who was told 200 by a Herald that is killed gets the message from another', options, async (t) => {
  const setting = await postgresSetting()
  const doomed = await startProcess(t, setting)
  const provider = await createListener<Report>(t)
  const { poolId, clientId } = await poolWithReportingSender(doomed.clients, provider.url)
  const heir = await start(t, setting.args)
  const told: string[] = []
  const signUps = Array.from({ length: 80 }, async (_, i) => {
    await signUp(doomed.clients, clientId, `user-${i}`)
    told.push(`user-${i}`)
    if (told.length === 30) await doomed.end()
  })
  await Promise.allSettled(signUps)
  assert.ok(told.length >= 30)
  for (const Username of told) await heir.cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }))
  const served = (reports: Report[]) => told.every((name) => reports.some(({ userName }) => userName === name))
  // First the messages' leases, then those of the events that they became.
  heir.advance(BEYOND_LEASES)
  await provider.until(served)
  const twice = provider.received.length - new Set(provider.received.map(({ userName }) => userName)).size
  t.diagnostic(`${told.length} told 200, 0 without their message, ${twice} messages sent twice`)
})

test('a function that one Herald was given runs on the other, and its package can be had there', options, async (t) => {
  const [a, b] = await two(t)
  const big = `// ${'x'.repeat(100)}\n`.repeat(12_000)
  await createFunction(a, 'echo', { 'index.mjs': 'export const handler = async (event) => event', 'big.mjs': big })
  const { Payload } = await b.lambda.send(new InvokeCommand({ FunctionName: 'echo', Payload: '{"a":1}' }))
  assert.equal(Buffer.from(Payload ?? '').toString(), '{"a":1}')
  const [here, there] = await Promise.all([a, b].map((herald) => packageOf(herald, 'echo')))
  assert.deepEqual(there, here)
})

test('a retry that one Herald planned is made by another', options, async (t) => {
  const { args } = await postgresSetting()
  const [first, second] = [await start(t, args), await start(t, args)]
  const reports = await createListener<string>(t)
  const source = `export const handler = async () => {
    const answer = await fetch('${reports.url}', { method: 'POST', body: '"tried"' })
    if (answer.headers.get('x-count') === '1') throw new Error('The first attempt fails.')
  }`
  await createFunction(first, 'moody', source)
  await first.lambda.send(new InvokeCommand({ FunctionName: 'moody', InvocationType: 'Event' }))
  await reports.until((received) => received.length === 1)
  await until(async () => (await waiting(second)).every(({ failures }) => failures === 1))
  await first.herald.close()
  second.advance(60_000)
  await reports.until((received) => received.length === 2)
})

test('what is delivered through one Herald is seen in the inbox of the other', options, async (t) => {
  const [a, b] = await two(t)
  const latest = b.inbox('messages/latest?to=jane@example.com&wait=30s')
  const ended = new AbortController()
  t.after(() => ended.abort())
  const events = await fetch(`${b.url}/_herald/events`, { signal: ended.signal })
  await a.ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'me@example.com',
      Destination: { ToAddresses: ['jane@example.com'] },
      Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Your code is 123456.' } } } },
    }),
  )
  const { status, body } = await latest
  assert.equal(status, 200)
  assert.equal(body.code, '123456')
  let streamed = ''
  for await (const chunk of events.body ?? []) {
    streamed += Buffer.from(chunk).toString()
    if (streamed.includes('jane@example.com')) break
  }
  assert.match(streamed, /jane@example\.com/)
})

test('a change of a pool counts at once on the other Herald', options, async (t) => {
  const [a, b] = await two(t)
  const { poolId, clientId } = await createPool(a)
  await signUp(b, clientId, 'jane')
  await a.cognito.send(
    new UpdateUserPoolCommand({ UserPoolId: poolId, AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
  )
  await assert.rejects(signUp(b, clientId, 'kim'), { name: 'NotAuthorizedException' })
})

/** Messages and events that are not done with, as they lie in the database. */
async function waiting({ herald }: Setting): Promise<{ failures?: number }[]> {
  const queues = ['messages', 'lambda_invocations'].map((name) => {
    const queue = [...poolCollections, ...lambdaCollections].find((one) => one.name === name)
    assert.ok(queue, name)
    return queue as Collection<{ failures?: number }>
  })
  const pages = await Promise.all(queues.map((queue) => herald.store.find(queue, { limit: 1000 })))
  return pages.flatMap(({ docs }) => docs)
}

async function until(enough: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await enough()); attempt++) {
    assert.ok(attempt < 1200, 'It did not come about in a minute.')
    await pause(50)
  }
}

async function two(t: TestContext): Promise<[Setting, Setting]> {
  const { args } = await postgresSetting()
  return [await start(t, args), await start(t, args)]
}

function signUp({ cognito }: Pick<Clients, 'cognito'>, ClientId: string, Username: string) {
  const UserAttributes = [{ Name: 'email', Value: `${Username}@example.com` }]
  return cognito.send(new SignUpCommand({ ClientId, Username, Password, UserAttributes }))
}

/** A Herald as a process of its own. */
async function startProcess(t: TestContext, setting: PostgresSetting) {
  const running = runHerald(t, createPlace(t), ['start', '--port', '0', ...setting.args])
  const clients = clientsOf(await readyUrl(running))
  t.after(() => clients.destroy())
  return { clients, end: () => running.end('SIGKILL') }
}

async function packageOf({ lambda }: Pick<Clients, 'lambda'>, FunctionName: string): Promise<Buffer> {
  const { Code } = await lambda.send(new GetFunctionCommand({ FunctionName }))
  const answer = await fetch(Code?.Location ?? '')
  assert.equal(answer.status, 200)
  return Buffer.from(await answer.arrayBuffer())
}
