/** @herald/sender/testing against a real Herald: `waitForCode` as tests of applications use it, and events held against a pool's. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { SenderEvent } from '@herald/sender'
import { senderEvents, startLocalKms, waitForCode, waitForMessage } from '@herald/sender/testing'
import { poolWithExampleSender } from './setting/example-sender.ts'
import { type Setting, start } from './setting/herald.ts'
import { createListener } from './setting/listener.ts'
import { matrixPlace } from './setting/matrix-place.ts'
import { sources } from './setting/matrix-sources.ts'
import { app } from './setting/people.ts'
import { createFunction, createKey } from './setting/pool.ts'

test('a test waits for a code that is on its way, and for the next one after it', async (t) => {
  const setting = await start(t)
  const pool = await poolWithExampleSender(setting)
  const { signUp, confirm, forgot, reset, signIn } = app(setting, pool)
  const { url } = setting
  const jane = { url, to: 'jane@example.com' }

  const coming = waitForCode({ ...jane, source: 'CustomEmailSender_SignUp', signal: t.signal })
  await signUp('jane', { email: jane.to })
  await confirm('jane', await coming)

  const first = await waitForMessage({ url, userName: 'jane', userPoolId: pool.poolId, channel: 'email' })
  assert.deepEqual([first.to, first.channel], [jane.to, 'email'])
  assert.ok(first.text?.includes(first.code!), first.text)

  const second = waitForMessage({ ...jane, after: first })
  await forgot('jane')
  const { id, code } = await second
  assert.notEqual(id, first.id)
  await reset('jane', code!, 'Battery-Staple-2')
  assert.ok((await signIn('jane', 'Battery-Staple-2')).AuthenticationResult)

  const found = await waitForCode({ ...jane, after: new Date(0) })
  assert.equal(found, await waitForCode({ ...jane, after: first.id }))
})

/** Names and types, in their order; the attributes are each person's own. */
const shapeOf = (event: SenderEvent) =>
  JSON.stringify({ ...event, request: { ...event.request, userAttributes: {} } }, (name, value) =>
    name === 'triggerSource' ||
    name === 'type' ||
    name === 'awsSdkVersion' ||
    value === null ||
    typeof value === 'object'
      ? value
      : typeof value,
  )

test('the kit’s events are those of a pool, source by source', async (t) => {
  const listener = await createListener<SenderEvent>(t)
  const observer = `export const handler = async (event) => {
    await fetch(process.env.URL, { method: 'POST', body: JSON.stringify(event) })
  }`
  const deploy = async (setting: Setting) => ({
    functionArn: await createFunction(setting, 'observer', observer, { environment: { URL: listener.url } }),
    keyArn: await createKey(setting),
  })
  const place = await matrixPlace(t, deploy, ['--ephemeral'])
  for (const { cause, person } of sources) await cause(place, person)
  const wanted = sources.map(({ source }) => source)
  await listener.until((received) => wanted.every((source) => received.some((one) => one.triggerSource === source)))
  const kms = await startLocalKms()
  t.after(kms.close)
  const ours = senderEvents(kms).every()
  for (const source of wanted) {
    const [theirs, built] = [listener.received, ours].map((all) => all.find((one) => one.triggerSource === source)!)
    assert.equal(shapeOf(built!), shapeOf(theirs!), source)
    const clients = [theirs, built].map((one) => one!.callerContext?.clientId === 'CLIENT_ID_NOT_APPLICABLE')
    assert.equal(clients[0], clients[1], source)
    const status = [theirs, built].map((one) => one!.request.userAttributes['cognito:user_status' as never])
    assert.equal(status[0], status[1], source)
  }
})

test('without a url it is the one that the AWS SDK uses', async (t) => {
  const setting = await start(t)
  const pool = await poolWithExampleSender(setting)
  process.env.AWS_ENDPOINT_URL = setting.url
  t.after(() => delete process.env.AWS_ENDPOINT_URL)
  await app(setting, pool).signUp('ada', { email: 'ada@example.com' })
  assert.match(await waitForCode({ userName: 'ada' }), /^\d{6}$/)
})

test('what does not come is told after its time, by what was looked for and without the address', async (t) => {
  const { url } = await start(t)
  const looking = waitForCode({ url, to: 'jane@example.com', source: 'CustomEmailSender_SignUp', timeout: 20 })
  await assert.rejects(looking, {
    message: 'No message (CustomEmailSender_SignUp, to j***@example.com) was delivered within 0.02 s.',
  })
  const gone = new AbortController()
  const waiting = waitForMessage({ url, signal: gone.signal })
  gone.abort(new Error('the test is over'))
  await assert.rejects(waiting, { message: 'the test is over' })
  await assert.rejects(waitForCode({ url, after: 'yesterday' }), { message: /refused.*after must be/ })
})

test('a Herald that is not there, and a server that is none, are told apart', async () => {
  const server = createServer((_request, response) => response.writeHead(200).end('<html>')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await assert.rejects(waitForCode({ url, timeout: 10 }), { message: /is not Herald: HTTP 200/ })
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
  await assert.rejects(waitForCode({ url, timeout: 10 }), { message: /^Herald does not answer at http/ })
})
