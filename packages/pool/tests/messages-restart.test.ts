import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { createAwsClient } from '@herald/protocol'
import { messages as outbox } from '../src/storage/collections.ts'
import { type Pools, startPools } from './compose.ts'

/** What an earlier process may have left a message with. */
const left = {
  'that was in hand': { claimed: true, wait: 60_000 },
  'that a moved clock put off': { claimed: undefined, wait: 500 * 3_600_000 },
} as const

/** Nothing delivers here: that a hand-over was tried is what shows. */
function triedFor({ inbox }: Pools, userName: string): Promise<void> {
  return new Promise((resolve) => {
    inbox.subscribe(({ state, trigger }) => state === 'retrying' && trigger?.userName === userName && resolve())
  })
}

async function signedUp(t: TestContext): Promise<{ pools: Pools; signUp(name: string): Promise<unknown> }> {
  const pools = await startPools()
  t.after(() => pools[Symbol.asyncDispose]())
  const admin = createAwsClient({
    endpoint: () => pools.url,
    region: 'eu-west-1',
    credentials: () => ({ accessKeyId: 'administrator', secretAccessKey: 'any' }),
  })
  t.after(() => admin.close())
  const { UserPool } = await admin.call('cognito-idp', 'CreateUserPool', {
    PoolName: 'restart',
    AutoVerifiedAttributes: ['email'],
  })
  const client = { UserPoolId: UserPool!.Id!, ClientName: 'app' }
  const { UserPoolClient } = await admin.call('cognito-idp', 'CreateUserPoolClient', client)
  const signUp = (Username: string) =>
    pools.cognito().send(
      new SignUpCommand({
        ClientId: UserPoolClient!.ClientId!,
        Username,
        Password: 'Correct-Horse-1',
        UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      }),
    )
  await signUp('jane')
  return { pools, signUp }
}

for (const [which, { claimed, wait }] of Object.entries(left)) {
  test(`a message ${which} when the process ended is handed over at the next start, without a wait`, async (t) => {
    const { pools } = await signedUp(t)
    const { docs } = await pools.store.find(outbox, { limit: 10 })
    const [message] = docs
    assert.equal(docs.length, 1)
    const before = { ...message!, dueAt: pools.clock.now() + wait, ...(claimed ? { claimed } : {}) }
    await pools.store.transaction((tx) => tx.put(outbox, [message!.id], before))

    // The clock stands still.
    const tried = triedFor(pools, 'jane')
    pools.start()
    await tried
    const [after] = (await pools.store.find(outbox, { limit: 10 })).docs
    assert.equal(after!.attempts, 1)
    assert.equal(after!.claimed, undefined)
    assert.equal(after!.dueAt, pools.clock.now() + 60_000)
  })
}

test('a message that waits for its retry goes on waiting over a restart', async (t) => {
  const { pools, signUp } = await signedUp(t)
  const [message] = (await pools.store.find(outbox, { limit: 10 })).docs
  const waiting = { ...message!, attempts: 1, dueAt: pools.clock.now() + 119_000 }
  await pools.store.transaction((tx) => tx.put(outbox, [waiting.id], waiting))
  pools.start()
  pools.clock.advance(118_999)
  // A message that is due shows that the dispatcher looks.
  const kim = triedFor(pools, 'kim')
  await signUp('kim')
  await kim
  assert.deepEqual(await pools.store.get(outbox, [waiting.id]), waiting)
  const jane = triedFor(pools, 'jane')
  pools.clock.advance(1)
  await jane
})

test('a message that cannot be opened is given up after its retries, and holds nobody up', async (t) => {
  const { pools, signUp } = await signedUp(t)
  const [message] = (await pools.store.find(outbox, { limit: 10 })).docs
  const broken = {
    ...message!,
    sealedSecret: Buffer.from('no seal at all, and longer than a nonce').toString('base64'),
  }
  await pools.store.transaction((tx) => tx.put(outbox, [broken.id], broken))
  const kim = triedFor(pools, 'kim')
  pools.start()
  await signUp('kim')
  await kim
  const heldWhenTold: Promise<unknown>[] = []
  pools.inbox.subscribe(({ id, state }) => {
    if (id === broken.id && state === 'abandoned') heldWhenTold.push(pools.store.get(outbox, [id]))
  })
  const told = async () => (await pools.inbox.get(broken.id))!
  while ((await told()).state !== 'abandoned') {
    const tried = new Promise<void>((resolve) => pools.inbox.subscribe(() => resolve()))
    pools.clock.advance(600_000)
    await tried
  }
  assert.match((await told()).trace.findLast(({ stage }) => stage === 'open')?.detail ?? '', /does not open/)
  // Whoever is killed before it is told still has the message.
  assert.ok(await heldWhenTold[0])
  while (await pools.store.get(outbox, [broken.id])) await new Promise((resolve) => setImmediate(resolve))
})
