/** What Node can make no request of, over plain sockets. */
import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { test } from 'node:test'
import { signUp, startGateway, tinyUserPools } from './gateway-under-test.ts'

const id = /^x-amzn-RequestId: [0-9a-f-]{36}$/im

/** Sends bytes as they are, and gives back all that comes until the connection ends. */
function raw(port: number, bytes: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let text = ''
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
  socket.on('data', (part) => {
    text += part
  })
  socket.on('error', () => {})
  socket.on('close', () => resolve(text))
  return promise
}

/** The members of an answer, held to be whole and the last of its connection. */
function refusalIn(text: string) {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  assert.match(head, /^Connection: close$/im)
  assert.match(head, id)
  assert.match(head, /^Content-Type: application\/x-amz-json-1\.1$/im)
  assert.match(head, new RegExp(`^Content-Length: ${Buffer.byteLength(body)}$`, 'im'))
  const { __type, message, ...rest } = JSON.parse(body)
  assert.deepEqual(rest, {})
  assert.match(head, new RegExp(`^x-amzn-ErrorType: ${__type}$`, 'im'))
  return { status: Number(head.slice(9, 12)), phrase: head.slice(13, head.indexOf('\r\n')), type: __type, message }
}

const host = 'Host: localhost\r\n'
const malformed = { status: 400, phrase: 'Bad Request', type: 'MalformedHttpRequestException' }

for (const [what, bytes, message] of [
  ['nonsense', 'nonsense\r\n\r\n', 'The request is not valid HTTP: Invalid method encountered.'],
  ['a version that is none', `GET / HTTP/9.9\r\n${host}\r\n`, 'The request is not valid HTTP: Invalid HTTP version.'],
  [
    'a length that is none',
    `POST / HTTP/1.1\r\n${host}Content-Length: x\r\n\r\n`,
    /^The request is not valid HTTP: .+\.$/,
  ],
  ['a header without a colon', `GET / HTTP/1.1\r\n${host}nothing\r\n\r\n`, /^The request is not valid HTTP: .+\.$/],
  ['a hello of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^The request is not valid HTTP: .+\.$/],
] as const) {
  test(`${what} is refused as AWS names it, and its connection ends`, async (t) => {
    const { port, faults } = await startGateway(t, [tinyUserPools()])
    const { message: said, ...rest } = refusalIn(await raw(port, bytes))
    assert.deepEqual(rest, malformed)
    if (typeof message === 'string') assert.equal(said, message)
    else assert.match(said, message)
    assert.deepEqual(faults, [])
  })
}

test('a request of HTTP/1.1 without a host is malformed', async (t) => {
  const { port } = await startGateway(t, [tinyUserPools()])
  const text = await raw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n')
  const { message, ...rest } = refusalIn(text)
  assert.deepEqual([rest, message], [malformed, 'The request is not valid HTTP: the Host header is missing.'])
})

test('headers too long answer 431 and say how long they may be', async (t) => {
  const { port } = await startGateway(t, [tinyUserPools()])
  assert.deepEqual(refusalIn(await raw(port, `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(70_000)}\r\n\r\n`)), {
    status: 431,
    phrase: 'Request Header Fields Too Large',
    type: 'RequestHeaderFieldsTooLargeException',
    message: "The request's first line and headers may have no more than 65536 bytes.",
  })
})

test('extensions of chunks that are too long answer 413', async (t) => {
  const { port } = await startGateway(t, [tinyUserPools()])
  const head = `POST / HTTP/1.1\r\n${host}X-Amz-Target: ${signUp}\r\nContent-Type: application/x-amz-json-1.1\r\n`
  const { status, type } = refusalIn(
    await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(70_000)}\r\n{}\r\n0\r\n\r\n`),
  )
  assert.deepEqual([status, type], [413, 'RequestEntityTooLargeException'])
})

test('a request that does not arrive in time answers 408', async (t) => {
  const { port } = await startGateway(t, [tinyUserPools()], {}, { headersTimeout: 1, connectionsCheckingInterval: 1 })
  const { status, phrase, type } = refusalIn(await raw(port, `GET / HTTP/1.1\r\n${host}`))
  assert.deepEqual([status, phrase, type], [408, 'Request Timeout', 'RequestTimeoutException'])
})

test('an answer that has begun is not garbled by a refusal', async (t) => {
  const begun = Promise.withResolvers<void>()
  const route = {
    methods: ['GET'],
    path: /^\/slow$/,
    access: 'public' as const,
    handler: (_request: unknown, response: ServerResponse) => {
      response.writeHead(200, { 'Content-Length': '10' })
      response.write('half ')
      begun.resolve()
    },
  }
  const { port } = await startGateway(t, [tinyUserPools()], { routes: [route] })
  const { promise, resolve } = Promise.withResolvers<string>()
  let text = ''
  const socket = connect(port, '127.0.0.1', () => socket.write(`GET /slow HTTP/1.1\r\n${host}\r\n`))
  socket.on('data', (part) => {
    text += part
    if (text.endsWith('half ')) socket.write('nonsense\r\n\r\n')
  })
  socket.on('error', () => {})
  socket.on('close', () => resolve(text))
  await begun.promise
  assert.match(await promise, /^HTTP\/1\.1 200 [\s\S]*\r\n\r\nhalf $/)
})
