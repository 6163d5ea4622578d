/** Bytes that are no request, or lie about where one ends, over plain sockets: each a clear 4xx in a form that clients read. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { checkRefusal, cognito, isWell, malformed } from './setting/broken.ts'
import { start } from './setting/herald.ts'
import { sendBytes, sendRaw } from './setting/raw-http.ts'

const MEGABYTE = 1024 * 1024

const head = (lines: string[]) =>
  [
    'POST / HTTP/1.1',
    'Host: localhost',
    'X-Amz-Target: AWSCognitoIdentityProviderService.SignUp',
    'Content-Type: application/x-amz-json-1.1',
    ...lines,
    '\r\n',
  ].join('\r\n')

test('lengths that lie, bodies without end, and two ways to say how long', async (t) => {
  const setting = await start(t)
  const bytes = (text: string) => sendBytes(setting.url, (socket) => socket.write(text))

  checkRefusal(await bytes(`${head(['Content-Length: 2'])}{}{"ClientId":"rest"}`), malformed)
  for (const length of ['-1', '1e3', '0x10', '2, 3', '99999999999999999999', 'two', ''])
    checkRefusal(await bytes(`${head([`Content-Length: ${length}`])}{}`), malformed)
  checkRefusal(await bytes(`${head(['Content-Length: 2', 'Content-Length: 3'])}{}`), malformed)
  checkRefusal(
    await bytes(`${head(['Content-Length: 2', 'Transfer-Encoding: chunked'])}2\r\n{}\r\n0\r\n\r\n`),
    malformed,
  )
  checkRefusal(await bytes(`${head(['Transfer-Encoding: chunked'])}zz\r\n{}\r\n0\r\n\r\n`), malformed)
  for (const encoding of ['gzip', 'identity', 'chunked, gzip', 'gzip, gzip'])
    checkRefusal(await bytes(`${head([`Transfer-Encoding: ${encoding}`])}{}`), malformed)
  checkRefusal(await bytes(head(['Content-Length: 500000000'])), { status: 413 })
  checkRefusal(await bytes('nonsense\r\n\r\n'), malformed)
  checkRefusal(await bytes('GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'), malformed)
  checkRefusal(await bytes('GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'), { status: 421 })
  checkRefusal(await bytes('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 a client that speaks TLS\r\n\r\n'), malformed)
  checkRefusal(await bytes('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), malformed)

  // A body without end is read to its limit and no further.
  let sent = 0
  const endless = await sendBytes(setting.url, (socket) => {
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    const more = () => {
      while (!socket.destroyed && socket.writable && sent < 200 * MEGABYTE) {
        sent += 65_536
        if (!socket.write(chunk)) return void socket.once('drain', more)
      }
    }
    socket.write(head(['Transfer-Encoding: chunked']))
    more()
  })
  checkRefusal(endless, { status: 413, code: 'RequestEntityTooLargeException' })
  assert.ok(sent < 100 * MEGABYTE, `${sent} bytes were taken`)

  // A client that promises more than it sends and hangs up is no fault, and does not keep others waiting.
  const { hostname, port } = new URL(setting.url)
  for (let index = 0; index < 50; index++) {
    const socket = connect(Number(port), hostname, () => socket.end(`${head(['Content-Length: 100'])}{"ClientId":`))
    socket.on('error', () => {})
  }
  assert.equal((await sendRaw(setting.url, cognito('SignUp', '{}'))).status, 400)
  await isWell(setting)
})
