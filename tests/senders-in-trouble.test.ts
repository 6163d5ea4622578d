import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { DeleteFunctionCommand } from '@aws-sdk/client-lambda'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import {
  allowInvoke,
  type Began,
  createMoodySender,
  moodySender,
  poolOfMoodySender,
  senderArn,
  senderName,
} from './setting/moody-sender.ts'
import { app, delivered } from './setting/people.ts'
import { createFunction, createKey, createPool, type PoolSetting, senders } from './setting/pool.ts'
import { told, until } from './setting/trace.ts'

const minute = 60_000
const jane = { email: 'jane@example.com' }

/** Signs jane up, which succeeds whatever the sender does. @returns the id of her message. */
async function signUp(setting: Setting, pool: PoolSetting): Promise<string> {
  const answer = await app(setting, pool).signUp('jane', jane)
  assert.equal(answer.$metadata.httpStatusCode, 200)
  assert.equal(answer.CodeDeliveryDetails?.Destination, 'j***@e***')
  const { messages } = await setting.herald.inbox.list({ limit: 1, userName: 'jane' })
  return messages[0]?.id ?? ''
}

/** How often a stage failed or waits to be tried again. */
const count = (trace: { stage: string; outcome: string }[], step: string) =>
  trace.filter(({ stage, outcome }) => `${stage} ${outcome}` === step).length

/** Waits until a step is there `times` times and the message is in this state. */
const untilTimes = (setting: Setting, id: string, step: string, times: number, state: string) =>
  until(setting, id, (message) => message.state === state && count(message.trace, step) === times)

/** Times of a step's occurrences, in whole seconds since the first. */
function secondsOf(trace: { at: string; stage: string; outcome: string }[], step: string): number[] {
  const at = trace.filter(({ stage, outcome }) => `${stage} ${outcome}` === step).map((entry) => Date.parse(entry.at))
  return at.map((time) => Math.floor((time - (at[0] ?? 0)) / 1000))
}

/** Fails a message twice more, a minute and two minutes later, as AWS's schedule says. @returns it as it ended. */
async function sitOut(setting: Setting, id: string, step: string) {
  await untilTimes(setting, id, step, 1, 'retrying')
  setting.advance(minute)
  await untilTimes(setting, id, step, 2, 'retrying')
  setting.advance(2 * minute)
  return until(setting, id, ({ state }) => state === 'abandoned')
}

test('a sender that throws is tried three times, then the message is given up', async (t) => {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await moodySender(setting, began.url, { throws: 99 })
  const id = await signUp(setting, pool)
  const message = await sitOut(setting, id, 'function failed')
  const [first = 0, second = 0, third = 0] = secondsOf(message.trace, 'function failed')
  assert.ok(first === 0 && second >= 60 && second < 90 && third >= second + 120 && third < second + 150)
  assert.equal(began.received.length, 3)
  assert.equal(new Set(began.received.map(({ requestId }) => requestId)).size, 1)
  assert.equal(
    new Set(began.received.map(({ event }) => JSON.stringify(event))).size,
    1,
    'the same ciphertext each time',
  )
  assert.deepEqual(
    told(message)
      .filter((step) => step.startsWith('function '))
      .filter((step) => /failed|abandoned/.test(step)),
    [
      'function failed: attempt 1 of 3: RangeError',
      'function failed: attempt 2 of 3: RangeError',
      'function failed: attempt 3 of 3: RangeError',
      'function abandoned: gave up after attempt 3 of 3',
    ],
  )
  setting.advance(60 * minute)
  assert.equal(began.received.length, 3)
  // The user is there, and a code that is sent again is as good as any.
  assert.equal((await app(setting, pool).look('jane')).status, 'UNCONFIRMED')
  assert.deepEqual(setting.logged, [])
})

test('a sender that throws twice delivers the third time', async (t) => {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await moodySender(setting, began.url, { throws: 2 })
  const id = await signUp(setting, pool)
  await untilTimes(setting, id, 'function failed', 1, 'retrying')
  setting.advance(minute)
  await untilTimes(setting, id, 'function failed', 2, 'retrying')
  setting.advance(2 * minute)
  const { code } = await delivered(setting, { userName: 'jane' })
  await app(setting, pool).confirm('jane', code)
  assert.equal(began.received.length, 3)
})

test('a sender that times out is tried three times', async (t) => {
  const setting = await start(t)
  const functionArn = await createFunction(
    setting,
    'slow',
    'export const handler = () => new Promise(() => setInterval(() => {}, 1000))',
    {
      timeout: 1,
    },
  )
  const keyArn = await createKey(setting)
  const pool = await createPool(setting, { LambdaConfig: senders(functionArn, keyArn) })
  const id = await signUp(setting, pool)
  const message = await sitOut(setting, id, 'function timed-out')
  assert.equal(count(message.trace, 'function timed-out'), 3)
  assert.match(told(message).at(-1) ?? '', /function abandoned: gave up after attempt 3 of 3/)
})

test('a sender that does not exist is looked for three times', async (t) => {
  const setting = await start(t)
  const pool = await poolOfMoodySender(setting)
  const id = await signUp(setting, pool)
  const message = await sitOut(setting, id, 'invoke retrying')
  const [first = 0, second = 0] = secondsOf(message.trace, 'invoke retrying')
  assert.ok(first === 0 && second >= 60 && second < 90)
  const why = `ResourceNotFoundException: Function not found: ${senderArn}`
  const failures = told(message).filter((step) => /^invoke (retrying|abandoned)/.test(step))
  assert.deepEqual(failures, [
    `invoke retrying: attempt 1 of 3: ${why}`,
    `invoke retrying: attempt 2 of 3: ${why}`,
    `invoke abandoned: attempt 3 of 3: ${why}`,
  ])
  assert.equal((await app(setting, pool).look('jane')).status, 'UNCONFIRMED')
})

test('a sender that is created before the next try gets the message', async (t) => {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await poolOfMoodySender(setting)
  const id = await signUp(setting, pool)
  await untilTimes(setting, id, 'invoke retrying', 1, 'retrying')
  await createMoodySender(setting, pool.keyArn, began.url)
  setting.advance(minute)
  await app(setting, pool).confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
})

const permissions = [
  { what: 'no permission', sourceArn: undefined },
  {
    what: "another pool's permission",
    sourceArn: 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Another00',
  },
]
for (const { what, sourceArn } of permissions) {
  test(`a sender with ${what} is not invoked; with the right one before the next try it is`, async (t) => {
    const setting = await start(t)
    const began = await createListener<Began>(t)
    const pool = await moodySender(setting, began.url, { permission: false })
    if (sourceArn) await allowInvoke(setting, 'wrong', sourceArn)
    const id = await signUp(setting, pool)
    const waiting = await untilTimes(setting, id, 'invoke retrying', 1, 'retrying')
    assert.match(told(waiting).at(-1) ?? '', /attempt 1 of 3: AccessDeniedException: .*lambda:InvokeFunction/)
    assert.equal(began.received.length, 0)
    await allowInvoke(setting, 'right', `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${pool.poolId}`)
    setting.advance(minute)
    await app(setting, pool).confirm('jane', (await delivered(setting, { userName: 'jane' })).code)
  })

  test(`a sender with ${what} is given up after three tries`, async (t) => {
    const setting = await start(t)
    const pool = await moodySender(setting, 'http://127.0.0.1:9/', { permission: false })
    if (sourceArn) await allowInvoke(setting, 'wrong', sourceArn)
    const message = await sitOut(setting, await signUp(setting, pool), 'invoke retrying')
    assert.match(told(message).at(-1) ?? '', /^invoke abandoned: attempt 3 of 3: AccessDeniedException/)
  })
}

async function withDeleted(t: TestContext, moods: Parameters<typeof moodySender>[2], step: string) {
  const setting = await start(t)
  const began = await createListener<Began>(t)
  const pool = await moodySender(setting, began.url, moods)
  const id = await signUp(setting, pool)
  await untilTimes(setting, id, step, 1, 'retrying')
  await setting.lambda.send(new DeleteFunctionCommand({ FunctionName: senderName }))
  return { setting, began, id }
}

test('a sender that is deleted after it threw has its event dropped, and the trace says so', async (t) => {
  const { setting, began, id } = await withDeleted(t, { throws: 99 }, 'function failed')
  setting.advance(minute)
  const message = await until(setting, id, ({ state }) => state === 'abandoned')
  assert.equal(told(message).at(-1), 'function abandoned: the function was deleted')
  assert.equal(began.received.length, 1)
})

test('a sender that is deleted before it could be invoked is missed from then on', async (t) => {
  const { setting, id } = await withDeleted(t, { permission: false }, 'invoke retrying')
  setting.advance(minute)
  const message = await untilTimes(setting, id, 'invoke retrying', 2, 'retrying')
  assert.match(told(message).at(-1) ?? '', /attempt 2 of 3: ResourceNotFoundException/)
})
