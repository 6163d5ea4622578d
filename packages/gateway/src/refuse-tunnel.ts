import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers CONNECT, which HTTP clients send to proxies: for the server's event `connect`, which Node does not answer itself. */
export function refuseTunnel(_request: IncomingMessage, socket: Duplex): void {
  const body = JSON.stringify({
    __type: 'MethodNotAllowedException',
    message: 'Herald is no proxy: the method CONNECT is not allowed here.',
  })
  socket.on('error', () => socket.destroy())
  socket.end(
    [
      'HTTP/1.1 405 Method Not Allowed',
      'Allow: GET, HEAD, POST, PUT, DELETE, OPTIONS',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
