/** `waitForCode` of @herald/sender/testing against a real Herald: as tests of applications use it, in node:test, Vitest or Playwright. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { waitForCode, waitForMessage } from '@herald/sender/testing'
import { poolWithExampleSender } from './setting/example-sender.ts'
import { start } from './setting/herald.ts'
import { app } from './setting/people.ts'

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
