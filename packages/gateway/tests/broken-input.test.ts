import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Service } from '@herald/protocol'
import {
  jsonCall,
  listUserPools,
  person,
  type Request,
  signedFor,
  signUp,
  startGateway,
  tinyUserPools,
} from './gateway-under-test.ts'

const services: Service[] = [
  tinyUserPools(),
  { name: 'lambda', operations: { Invoke: async () => ({ StatusCode: 200 }), CreateFunction: async () => ({}) } },
  { name: 'sns', operations: { Publish: async () => ({ MessageId: 'm' }) } },
]

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const xml = /<ErrorResponse.*<Code>(\w+)<\/Code>/
const invoke = '/2015-03-31/functions/f/invocations'

const rows: { name: string; request: Request; status: number; code: string }[] = [
  { name: 'GET /', request: { method: 'GET' }, status: 404, code: 'UnknownOperationException' },
  { name: 'POST / with nothing', request: {}, status: 404, code: 'UnknownOperationException' },
  {
    name: 'an unknown path',
    request: { method: 'GET', path: '/favicon.ico' },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'a very long path',
    request: { method: 'GET', path: `/${'a'.repeat(10_000)}` },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'an unknown target',
    request: jsonCall('DynamoDB_20120810.GetItem'),
    status: 404,
    code: 'UnknownOperationException',
  },
  { name: 'a target without a dot', request: jsonCall('SignUp'), status: 404, code: 'UnknownOperationException' },
  { name: 'an empty target', request: jsonCall(''), status: 404, code: 'UnknownOperationException' },
  ...['Nonsense', 'constructor', '__proto__', '', 'SignUp.SignUp', 'x'.repeat(5000)].map((operation) => ({
    name: `operation ${operation.slice(0, 20)}`,
    request: jsonCall(`AWSCognitoIdentityProviderService.${operation}`),
    status: operation.includes('.') ? 404 : 400,
    code: 'UnknownOperationException',
  })),
  {
    name: 'a service Herald has not',
    request: { headers: signedFor('s3') },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'a service named constructor',
    request: { headers: signedFor('constructor') },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'a JSON service without a target',
    request: { headers: signedFor('kms') },
    status: 400,
    code: 'UnknownOperationException',
  },
  {
    name: 'GET with a target',
    request: { ...jsonCall(signUp), method: 'GET', body: '' },
    status: 405,
    code: 'MethodNotAllowedException',
  },
  { name: 'bad JSON', request: jsonCall(signUp, '{'), status: 400, code: 'SerializationException' },
  { name: 'a list as body', request: jsonCall(signUp, []), status: 400, code: 'SerializationException' },
  {
    name: 'bytes as body',
    request: { ...jsonCall(signUp), body: Buffer.from([0xff, 0xfe, 0]) },
    status: 400,
    code: 'SerializationException',
  },
  {
    name: 'a compressed body',
    request: { ...jsonCall(signUp, {}, { 'content-encoding': 'gzip' }), body: gzipSync('{}') },
    status: 400,
    code: 'SerializationException',
  },
  {
    name: 'a body that is too long',
    request: jsonCall(signUp, 'x'.repeat(1024 * 1024 + 1)),
    status: 413,
    code: 'RequestEntityTooLargeException',
  },
  {
    name: 'a body that is too long, in pieces',
    request: { ...jsonCall(signUp, {}, { 'transfer-encoding': 'chunked' }), body: 'x'.repeat(3_000_000) },
    status: 413,
    code: 'RequestEntityTooLargeException',
  },
  {
    name: 'an invocation that is too long',
    request: { path: invoke, headers: signedFor('lambda'), body: Buffer.alloc(7 * 1024 * 1024 + 1) },
    status: 413,
    code: 'RequestEntityTooLargeException',
  },
  {
    name: 'an unknown path of Lambda',
    request: { path: '/2015-03-31/nothing', headers: signedFor('lambda') },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'Lambda at the root',
    request: { headers: signedFor('lambda') },
    status: 404,
    code: 'UnknownOperationException',
  },
  {
    name: 'a wrong method of Lambda',
    request: { method: 'PATCH', path: invoke, headers: signedFor('lambda') },
    status: 405,
    code: 'MethodNotAllowedException',
  },
  {
    name: 'a path that is badly encoded',
    request: { path: '/2015-03-31/functions/%E0%A4%A/invocations', headers: signedFor('lambda') },
    status: 400,
    code: 'SerializationException',
  },
  {
    name: 'a form where Lambda means JSON',
    request: { path: '/2015-03-31/functions', headers: { ...signedFor('lambda'), ...form }, body: 'a=b' },
    status: 400,
    code: 'SerializationException',
  },
  {
    name: 'an operation of SES that is not built',
    request: { method: 'GET', path: '/v2/email/account', headers: signedFor('ses') },
    status: 400,
    code: 'OperationNotBuiltException',
  },
  {
    name: 'a form without an action',
    request: { headers: { ...signedFor('sns'), ...form }, body: 'a=b' },
    status: 400,
    code: 'InvalidAction',
  },
  {
    name: 'a form with an unknown action',
    request: { headers: { ...signedFor('sns'), ...form }, body: 'Action=constructor' },
    status: 400,
    code: 'InvalidAction',
  },
  {
    name: 'JSON where SNS means a form',
    request: { headers: { ...signedFor('sns'), 'content-type': 'application/json' }, body: '{}' },
    status: 400,
    code: 'MalformedInput',
  },
  {
    name: 'PUT to SNS',
    request: { method: 'PUT', headers: { ...signedFor('sns'), ...form } },
    status: 405,
    code: 'MethodNotAllowed',
  },
  {
    name: 'a form with a list where a text belongs',
    request: { headers: { ...signedFor('sns'), ...form }, body: 'Action=Publish&Message.member.1=a' },
    status: 400,
    code: 'MalformedInput',
  },
]

test('broken requests are answered as the client’s mistake, in the form of the protocol', async (t) => {
  const { send, faults } = await startGateway(t, services)
  for (const { name, request, status, code } of rows) {
    await t.test(name, async () => {
      const answer = await send(request)
      const found =
        answer.json.__type ?? answer.headers['x-amzn-errortype'] ?? xml.exec(answer.text.replace(/\n/g, ''))?.[1]
      assert.deepEqual([answer.status, found], [status, code], answer.text.slice(0, 300))
      assert.match(String(answer.headers['x-amzn-requestid']), /^00000000-/)
    })
  }
  assert.deepEqual(faults, [])
})

test('HEAD is answered without a body', async (t) => {
  const { send } = await startGateway(t, services)
  const answer = await send({ method: 'HEAD' })
  assert.deepEqual([answer.status, answer.text], [404, ''])
})

test('a GET of the Query protocol works where it is signed', async (t) => {
  const { send } = await startGateway(t, services)
  const query = 'Action=Publish&Version=2010-03-31&Message=a%20b&PhoneNumber=%2B15550100'
  assert.match((await send({ method: 'GET', path: `/?${query}`, headers: signedFor('sns') })).text, /<MessageId>m</)
  const presigned = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20260919%2Feu-west-1%2Fsns%2Faws4_request`
  assert.match((await send({ method: 'GET', path: `/?${query}&${presigned}` })).text, /<MessageId>m</)
})

/** Sends bytes as they are and gives back all that comes until the connection ends or `enough` was seen. */
function raw(port: number, bytes: string, enough?: RegExp): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let text = ''
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  socket.on('data', (part) => {
    text += part
    if (enough?.test(text)) socket.destroy()
  })
  socket.on('error', () => {})
  socket.on('close', () => resolve(text))
  return promise
}

const head = (length: number | string, extra = '') =>
  `POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: ${signUp}\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: ${length}\r\n${extra}\r\n`

test('what is not HTTP is refused and ends nothing', async (t) => {
  const { port, send, faults } = await startGateway(t, services)
  assert.match(await raw(port, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400/)
  assert.match(await raw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 400/)
  assert.match(await raw(port, 'GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 421/)
  assert.match(await raw(port, 'GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 421/)
  assert.match(await raw(port, `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`), /^HTTP\/1\.1 431/)
  assert.match(await raw(port, `${head('x')}{}`), /^HTTP\/1\.1 400/)
  assert.match(await raw(port, `${head(2, 'Transfer-Encoding: chunked\r\n')}{}`), /^HTTP\/1\.1 400/)
  assert.match(await raw(port, 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'), /^HTTP\/1\.1 4/)
  assert.equal((await send(jsonCall(signUp, person))).status, 200)
  assert.deepEqual(faults, [])
})

test('a client that asks before it sends is told to go on, and one that announces too much is not waited for', async (t) => {
  const { port } = await startGateway(t, services)
  const body = JSON.stringify(person)
  const answer = await raw(port, head(body.length, 'Expect: 100-continue\r\n') + body, /UserSub/)
  assert.match(answer, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/)
  assert.match(await raw(port, head(500_000_000), /TooLarge/), /^HTTP\/1\.1 413/)
})

test('a client that goes away in the middle of its body is no fault and calls nothing', async (t) => {
  const calls: never[] = []
  const { port, send, faults } = await startGateway(t, [tinyUserPools(calls)])
  const socket = connect(port, '127.0.0.1')
  await new Promise<void>((done) => socket.write(`${head(1000)}{"ClientId":`, () => done()))
  socket.destroy()
  assert.equal((await send(jsonCall(listUserPools, { MaxResults: 1 }, signedFor('cognito-idp')))).status, 200)
  assert.equal(calls.length, 1)
  assert.deepEqual(faults, [])
})

test('an operation that gives what its model has not is a fault, not a broken answer', async (t) => {
  const wrong: Service = {
    name: 'kms',
    operations: { DescribeKey: async () => ({ KeyMetadata: { KeyId: 'k', CreationDate: 'today' } }) },
  }
  const { send, faults } = await startGateway(t, [wrong])
  const answer = await send(jsonCall('TrentService.DescribeKey', { KeyId: 'k' }, signedFor('kms')))
  assert.deepEqual([answer.status, answer.json.__type, faults.length], [500, 'KMSInternalException', 1])
})
