/** Rules on whether a message should go out at all. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { attributes, killSwitch, maxAge, risk } from '@herald/sender/guard'
import { judge, messageTo, noon } from './messages.ts'

test('a code that was issued too long ago is not sent', async () => {
  const issued = (secondsAgo: number) => messageTo('+4915123456789', { issuedAt: new Date(noon - secondsAgo * 1000) })
  assert.equal(await judge(maxAge('5m'), issued(300)), 'allow')
  assert.equal(await judge(maxAge('5m'), issued(301)), 'older than 5m')
  assert.equal(await judge(maxAge('5m'), messageTo('+4915123456789')), 'allow')
})

test('attributes decide, by a question of one’s own', async () => {
  const rule = attributes(({ phone_number_verified }) => phone_number_verified === 'true', 'phone not verified')
  assert.equal(
    await judge(rule, messageTo('+4915123456789', { attributes: { phone_number_verified: 'true' } })),
    'allow',
  )
  assert.equal(await judge(rule, messageTo('+4915123456789')), 'phone not verified')
})

test('a service’s score or verdict decides', async () => {
  const scored = (score: number) =>
    judge(
      risk(async () => score, { denyFrom: 75 }),
      messageTo('+4915123456789'),
    )
  assert.equal(await scored(74), 'allow')
  assert.equal(await scored(75), 'score 75')
  await assert.rejects(scored(Number.NaN), TypeError)
  const judged = risk(async () => ({ deny: 'blocked there' }), { denyFrom: 1, name: 'prelude' })
  assert.equal(await judge(judged, messageTo('+4915123456789')), 'blocked there')
  assert.equal(judged.name, 'prelude')
})

test('a service that does not answer in time, or fails, lets the rule reject', async () => {
  let aborted = false
  const silent = risk(
    (_message, signal) => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return new Promise(() => {})
    },
    { denyFrom: 75, timeoutMs: 5 },
  )
  // A timer of AbortSignal keeps no process alive; this one does.
  const alive = setInterval(() => {}, 1000)
  await assert.rejects(judge(silent, messageTo('+4915123456789')), /no answer in time/)
  clearInterval(alive)
  assert.equal(aborted, true)
  const failing = risk(() => Promise.reject(new Error('503')), { denyFrom: 75 })
  await assert.rejects(judge(failing, messageTo('+4915123456789')), /503/)
})

test('a kill switch stops everything, a channel, a source, a country, or what they have in common', async () => {
  const messages = {
    german: messageTo('+4915123456789'),
    nigerian: messageTo('+2348031234567', { source: 'ForgotPassword' }),
    mail: messageTo('jane@acme.dev', { source: 'ForgotPassword' }),
  }
  const stopped = async (text: string) => {
    const rule = killSwitch({ read: async () => text })
    const words = await Promise.all(Object.entries(messages).map(async ([name, to]) => [name, await judge(rule, to)]))
    return words.filter(([, word]) => word !== 'allow').map(([name]) => name)
  }
  assert.deepEqual(await stopped(''), [])
  assert.deepEqual(await stopped('off'), [])
  assert.deepEqual(await stopped('all'), ['german', 'nigerian', 'mail'])
  assert.deepEqual(await stopped('ALL'), ['german', 'nigerian', 'mail'])
  assert.deepEqual(await stopped('Off'), [])
  assert.deepEqual(await stopped('sms'), ['german', 'nigerian'])
  assert.deepEqual(await stopped('SMS'), ['german', 'nigerian'])
  assert.deepEqual(await stopped('ForgotPassword'), ['nigerian', 'mail'])
  assert.deepEqual(await stopped('NG'), ['nigerian'])
  assert.deepEqual(await stopped('sms/ForgotPassword'), ['nigerian'])
  assert.deepEqual(await stopped('email/NG, DE\n voice'), ['german'])
})

test('a word that means nothing is not overlooked, but what the others stop is stopped', async () => {
  const rule = killSwitch({ read: async () => 'smss, DE' })
  assert.equal(await judge(rule, messageTo('+4915123456789')), 'stopped: DE')
  await assert.rejects(judge(rule, messageTo('+33612345678')), /"smss"/)
  await assert.rejects(judge(killSwitch({ read: async () => 'UK' }), messageTo('jane@acme.dev')), /"UK"/)
})

test('the environment variable is read at each message', async () => {
  const rule = killSwitch()
  assert.equal(await judge(rule, messageTo('jane@acme.dev')), 'allow')
  process.env.HERALD_KILL_SWITCH = 'email'
  try {
    assert.equal(await judge(rule, messageTo('jane@acme.dev')), 'stopped: email')
    assert.equal(await judge(killSwitch({ env: 'ANOTHER' }), messageTo('jane@acme.dev')), 'allow')
  } finally {
    delete process.env.HERALD_KILL_SWITCH
  }
})

test('a parameter is read with the AWS SDK, kept for 30 seconds, and outlives Parameter Store’s failures', async () => {
  let value: string | undefined = 'email'
  let reads = 0
  const server = createServer((request, response) => {
    reads += 1
    assert.equal(request.headers['x-amz-target'], 'AmazonSSM.GetParameter')
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    if (value === undefined) response.writeHead(400).end('{"__type":"ParameterNotFound"}')
    else response.end(JSON.stringify({ Parameter: { Name: '/auth/stop', Type: 'String', Value: value } }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const before = { ...process.env }
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-secret',
  })
  try {
    const rule = killSwitch({ ssm: '/auth/stop' })
    const at = (seconds: number) => judge(rule, messageTo('jane@acme.dev'), { now: noon + seconds * 1000 })
    assert.equal(await at(0), 'stopped: email')
    value = 'none'
    assert.equal(await at(29), 'stopped: email')
    assert.equal(reads, 1)
    assert.equal(await at(30), 'allow')
    value = undefined
    assert.equal(await at(60), 'allow')
    assert.equal(reads, 3)
    await assert.rejects(judge(killSwitch({ ssm: '/auth/stop' }), messageTo('jane@acme.dev')), {
      name: 'ParameterNotFound',
    })
  } finally {
    process.env = before
    server.closeAllConnections()
    server.close()
  }
})
