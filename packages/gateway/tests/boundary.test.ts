import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Route } from '@herald/gateway'
import { admin, foreign, inbox, keys, neighbour, open, startBefore as start } from './boundary-requests.ts'
import { type Answer, jsonCall, listUserPools, type Request, signUp } from './gateway-under-test.ts'

const sts = 'Action=GetCallerIdentity&Version=2011-06-15'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

const onLoopback: { name: string; request: Request; status: number; code?: string }[] = [
  { name: 'an administrator', request: admin(), status: 200 },
  { name: 'an app', request: open(), status: 200 },
  { name: 'a person at the inbox', request: inbox(), status: 200 },
  { name: 'a person who types the address into a browser', request: inbox({ 'sec-fetch-site': 'none' }), status: 200 },
  { name: 'the inbox’s own page', request: inbox({ 'sec-fetch-site': 'same-origin' }), status: 200 },
  ...['localhost', 'LOCALHOST:1', 'api.localhost:4566', '127.0.0.1', '127.1.2.3:80', '[::1]:4566', 'localhost.'].map(
    (host) => ({ name: `host ${host}`, request: admin({ host }), status: 200 }),
  ),
  ...[
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.0.7',
    'localhost:70000',
    'a b',
    '[::2]',
    'xlocalhost',
  ].flatMap((host) =>
    [admin({ host }), open({ host }), inbox({ host }), keys({ host })].map((request) => ({
      name: `host ${JSON.stringify(host)} for ${request.path ?? request.headers?.['x-amz-target']}`,
      request,
      status: 421,
      code: 'MisdirectedRequestException',
    })),
  ),
  ...[admin(foreign), open(foreign), inbox(foreign), keys(foreign)].map((request) => ({
    name: `a foreign page at ${request.path ?? request.headers?.['x-amz-target']}`,
    request,
    status: 403,
    code: 'AccessDeniedException',
  })),
  { name: 'a page of no origin', request: open({ origin: 'null' }), status: 403 },
  {
    name: 'a page whose origin only looks local',
    request: open({ origin: 'http://localhost.evil.example' }),
    status: 403,
  },
  {
    name: 'a page that hides a host in its origin',
    request: open({ origin: 'http://localhost@evil.example' }),
    status: 403,
  },
  { name: 'an image on a foreign page', request: inbox({ 'sec-fetch-site': 'cross-site' }), status: 403 },
  {
    name: 'a foreign page’s request without an origin',
    request: admin({ 'sec-fetch-site': 'cross-site' }),
    status: 403,
  },
  {
    name: 'a neighbouring page’s write without an origin',
    request: admin({ 'sec-fetch-site': 'same-site' }),
    status: 403,
  },
  { name: 'a link on a neighbouring page', request: inbox({ 'sec-fetch-site': 'same-site' }), status: 200 },
  { name: 'a neighbouring page that signs up', request: open(neighbour), status: 200 },
  { name: 'a neighbouring page that reads keys', request: keys(neighbour), status: 200 },
  {
    name: 'a neighbouring page that administers',
    request: admin(neighbour),
    status: 400,
    code: 'AccessDeniedException',
  },
  { name: 'a neighbouring page at the inbox', request: inbox(neighbour), status: 403, code: 'AccessDeniedException' },
  { name: 'a neighbouring page at code', request: { method: 'GET', path: '/code/x', headers: neighbour }, status: 403 },
  { name: 'code', request: { method: 'GET', path: '/code/x' }, status: 200 },
  {
    name: 'a signed operation without a signature',
    request: jsonCall(listUserPools, {}),
    status: 400,
    code: 'MissingAuthenticationTokenException',
  },
  {
    name: 'a signature that cannot be read',
    request: jsonCall(listUserPools, {}, { authorization: 'Bearer x' }),
    status: 400,
    code: 'IncompleteSignatureException',
  },
  { name: 'an app with a useless Authorization header', request: open({ authorization: 'Bearer x' }), status: 200 },
  { name: 'a form that a browser could post', request: { headers: form, body: sts }, status: 403 },
  { name: 'a Query link that a browser could follow', request: { method: 'GET', path: `/?${sts}` }, status: 403 },
  {
    name: 'REST without a signature',
    request: { method: 'GET', path: '/2015-03-31/functions/' },
    status: 403,
    code: 'MissingAuthenticationTokenException',
  },
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined].map((type) => ({
    name: `sign-up as ${type}`,
    request: open({ 'content-type': type }),
    status: 400,
    code: 'SerializationException',
  })),
  ...['text/plain', undefined].map((type) => ({
    name: `a change of the clock as ${type}`,
    request: { path: '/_herald/clock', headers: type ? { 'content-type': type } : {}, body: '{}' },
    status: 400,
    code: 'SerializationException',
  })),
  {
    name: 'a change of the clock as JSON',
    request: { path: '/_herald/clock', headers: { 'content-type': 'application/json' }, body: '{}' },
    status: 200,
  },
  { name: 'a method the inbox does not have', request: { ...inbox(), method: 'PUT' }, status: 405 },
]

test('on loopback', async (t) => {
  const { send } = await start(t)
  for (const { name, request, status, code } of onLoopback) {
    await t.test(`${name}: ${status}`, async () => {
      const answer = await send(request)
      assert.equal(answer.status, status, answer.text)
      if (code) assert.equal(answer.json.__type ?? answer.headers['x-amzn-errortype'], code)
    })
  }
})

test('names that were added are known, and origins that were named take the place of those on loopback', async (t) => {
  const { send } = await start(t, { hosts: ['herald', 'mail_box:80'], origins: ['https://app.example'] })
  const expected: [Request, number][] = [
    [admin({ host: 'herald:4566' }), 200],
    [admin({ host: 'mail_box' }), 200],
    [admin({ host: 'heralds' }), 421],
    [open({ origin: 'https://app.example', 'sec-fetch-site': 'cross-site' }), 200],
    [open({ origin: 'http://app.example' }), 403],
    [open(neighbour), 403],
    [admin({ origin: 'https://app.example' }), 400],
  ]
  for (const [request, status] of expected) {
    assert.equal((await send(request)).status, status, JSON.stringify(request.headers))
  }
})

test('a browser on another loopback port may ask, call and read', async (t) => {
  const { send } = await start(t)
  const allowed = (answer: Answer) => answer.headers['access-control-allow-origin']
  const asked = await send({
    method: 'OPTIONS',
    headers: {
      ...neighbour,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-amz-target,x-amz-user-agent',
    },
  })
  assert.equal(asked.status, 204)
  assert.equal(allowed(asked), neighbour.origin)
  assert.equal(asked.headers['access-control-allow-headers'], 'content-type, x-amz-target, x-amz-user-agent')
  assert.match(asked.headers['access-control-allow-methods'] ?? '', /POST/)

  const called = await send(open(neighbour))
  assert.equal(allowed(called), neighbour.origin)
  assert.match(called.headers['access-control-expose-headers'] ?? '', /x-amzn-requestid.*x-amzn-errortype/)
  assert.equal(called.headers.vary, 'Origin')
  const refused = await send(jsonCall(signUp, {}, neighbour))
  assert.deepEqual([refused.status, allowed(refused)], [400, neighbour.origin])
  assert.equal(refused.headers['access-control-allow-credentials'], undefined)

  for (const [path, origin] of [
    ['/_herald/messages', neighbour.origin],
    ['/', foreign.origin],
  ] as const) {
    const answer = await send({ method: 'OPTIONS', path, headers: { origin, 'access-control-request-method': 'POST' } })
    assert.deepEqual([answer.status, allowed(answer) === undefined || path !== '/'], [403, true], path)
  }
  assert.equal(allowed(await send(open(foreign))), undefined)
  assert.equal(allowed(await send(admin())), undefined)
})

test('a route gets its URL as it was asked for, whatever the path looks like', async (t) => {
  const { send } = await start(t)
  assert.equal((await send({ method: 'GET', path: '/_herald/a%20b?x=1&y=%2F' })).text, 'inbox /_herald/a%20b?x=1&y=%2F')
  for (const path of ['//evil.example/', '/\\evil.example/', '/%zz', '/_herald%', 'http://evil.example/_herald/']) {
    const { status } = await send({ method: 'GET', path })
    assert.ok(status >= 400 && status < 500, `${path}: ${status}`)
  }
})

test('a route that fails answers 500 and is reported', async (t) => {
  const broken: Route = {
    methods: ['GET'],
    path: '/_herald/',
    access: 'administrative',
    handler: async () => {
      throw new Error('the code is 123456')
    },
  }
  const { send, faults } = await start(t, { routes: [broken] })
  const answer = await send(inbox())
  assert.equal(answer.status, 500)
  assert.doesNotMatch(answer.text, /123456/)
  assert.equal(faults.length, 1)
})
