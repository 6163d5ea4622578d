import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamo } from '@herald/sender/stores/dynamo'
import { clockAt, holdToContract } from './contract.ts'
import { type DynamoStandIn, startDynamo } from './dynamo-stand-in.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-secret' }
let started: Promise<DynamoStandIn> | undefined
const standIn = () => (started ??= startDynamo('auth-messages'))
after(async () => (await started)?.stop())

async function container(now: () => number, table = 'auth-messages', maxAttempts = 1) {
  const { endpoint } = await standIn()
  return dynamo({
    table,
    client: new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials, maxAttempts }),
    now,
  })
}

holdToContract('DynamoDB', async () => ({ container: ({ now }) => container(now) }))

test('a record of a sent message is as Powertools keeps a completed one, and holds nothing else', async () => {
  const clock = clockAt()
  const store = await container(clock.now)
  await store.claim('sent', 30)
  const { items } = await standIn()
  assert.deepEqual(Object.keys(items.get('herald#sent')!).sort(), [
    'expiration',
    'id',
    'in_progress_expiration',
    'owner',
    'status',
    'token',
  ])
  await store.done('sent')
  assert.deepEqual(items.get('herald#sent'), {
    id: { S: 'herald#sent' },
    status: { S: 'COMPLETED' },
    expiration: { N: String(clock.now() / 1000 + 3600) },
  })
})

test('a record that Powertools left in progress counts as a claim, and lapses as Powertools lets it lapse', async () => {
  const clock = clockAt()
  const store = await container(clock.now)
  const { items } = await standIn()
  items.set('herald#theirs', {
    id: { S: 'herald#theirs' },
    status: { S: 'INPROGRESS' },
    expiration: { N: String(clock.now() / 1000 + 3600) },
    in_progress_expiration: { N: String(clock.now() + 10_000) },
  })
  assert.equal(await store.claim('theirs', 30), 'busy')
  clock.pass(10)
  assert.equal(await store.claim('theirs', 30), 'mine')
})

test('an event costs two calls, and one counted before a third that takes the count back', async () => {
  const store = await container(clockAt().now)
  const { calls, items } = await standIn()
  calls.length = 0
  await store.hit('cost', 60, 'a')
  assert.deepEqual(calls.splice(0), ['UpdateItem', 'PutItem'])
  await store.hit('cost', 60, 'a')
  assert.deepEqual(calls, ['UpdateItem', 'PutItem', 'UpdateItem'])
  assert.equal(items.get('herald#hits#cost')?.hits?.N, '1')
})

test('a window that two containers begin anew at the same moment is begun once', async () => {
  const clock = clockAt()
  const store = await container(clock.now)
  const { items, afterNext, calls } = await standIn()
  await store.hit('anew', 60)
  clock.pass(60)
  const fresh = { hits: { N: '1' }, window_ends: { N: String(clock.now() + 60_000) } }
  calls.length = 0
  afterNext('UpdateItem', () => items.set('herald#hits#anew', { ...items.get('herald#hits#anew'), ...fresh }))
  assert.equal(await store.hit('anew', 60), 2)
  assert.equal(calls.length, 3)
})

test('a claim whose answer was lost is found again by the SDK’s second attempt, and is nobody else’s', async () => {
  const { now } = clockAt()
  const { loseNext, calls } = await standIn()
  const [first, other] = [await container(now, 'auth-messages', 2), await container(now)]
  loseNext('PutItem')
  calls.length = 0
  assert.equal(await first.claim('lost', 30), 'mine')
  assert.deepEqual(calls, ['PutItem', 'PutItem'])
  assert.equal(await first.claim('lost', 30), 'busy', 'another invocation of the same container')
  assert.equal(await other.claim('lost', 30), 'busy')
  await first.release('lost')
  assert.equal(await other.claim('lost', 30), 'mine')
})

test('an event whose name was noted without an answer stays counted', async () => {
  const { now } = clockAt()
  const { loseNext, items } = await standIn()
  const store = await container(now, 'auth-messages', 2)
  assert.equal(await store.hit('lost', 60, 'a'), 1)
  loseNext('PutItem')
  assert.equal(await store.hit('lost', 60, 'b'), 2)
  assert.equal(items.get('herald#hits#lost')?.hits?.N, '2')
  assert.equal(await store.hit('lost', 60, 'b'), 2)
  assert.equal(await store.hit('lost', 60, 'c'), 3)
})

test('what DynamoDB refuses rejects, and what is no table names no key', async () => {
  const store = await container(clockAt().now, 'elsewhere')
  await assert.rejects(store.claim('x', 30), { name: 'ResourceNotFoundException' })
  await assert.rejects(store.hit('x', 30), { name: 'ResourceNotFoundException' })
  await assert.rejects(store.done('x'), { name: 'ResourceNotFoundException' })
  await assert.rejects(store.release('x'), { name: 'ResourceNotFoundException' })
})

test('without a client of the caller’s own, the region and endpoint of the function’s environment serve', async () => {
  const { endpoint } = await standIn()
  const before = { ...process.env }
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  })
  try {
    const store = dynamo({ table: 'auth-messages', region: 'eu-west-1', prefix: 'test', now: clockAt().now })
    assert.equal(await store.claim('own', 30), 'mine')
    assert.ok((await standIn()).items.has('test#own'))
  } finally {
    process.env = before
  }
})
