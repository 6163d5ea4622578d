import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** What an SMTP server says to one line: a reply, or nothing. */
export type Talk = (line: string, socket: Socket) => string | undefined

/** Takes every message up to its end, and does not answer that. */
export const talk = (line: string): string | undefined => {
  if (/^(EHLO|MAIL|RCPT)/.test(line)) return '250 ok'
  return line === 'DATA' ? '354 go on' : undefined
}

/**
 * A server that speaks by hand: it answers each line by the function, which may break the connection.
 * @param greet what it says first; nothing, where it is to stay silent.
 * @returns its port, and the lines that it got.
 */
export async function startTalker(t: TestContext, answer: Talk, greet = '220 ready\r\n') {
  const sockets = new Set<Socket>()
  const lines: string[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let rest = ''
    socket.on('data', (chunk) => {
      const whole = (rest + chunk).split('\r\n')
      rest = whole.pop()!
      for (const line of whole) {
        lines.push(line)
        const reply = answer(line, socket)
        if (reply !== undefined) socket.write(`${reply}\r\n`)
      }
    })
    if (greet !== '') socket.write(greet)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, lines, server }
}
