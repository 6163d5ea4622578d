import { connect, type Socket } from 'node:net'

/** Calls Herald as cheaply as can be, for a client's own cost would be measured along: kept connections, written and read by hand. */
export interface Caller {
  /** @throws {CallRefused} for every status but 200. */
  call(operation: string, input: object): Promise<Record<string, unknown>>
  close(): void
}

export class CallRefused extends Error {
  override name = 'CallRefused'
  readonly code: string

  constructor(operation: string, text: string) {
    super(`${operation}: ${text}`)
    this.code = /"__type":"([^"]+)"/.exec(text)?.[1] ?? ''
  }
}

/** Herald reads a signature and does not check it. */
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=none'
const HEAD_END = Buffer.from('\r\n\r\n')

interface Connection {
  socket: Socket
  received: Buffer
  answer: ((status: number, body: string) => void) | undefined
  fail: (error: Error) => void
}

export function createCaller(url: string): Caller {
  const { hostname, port, host } = new URL(url)
  const idle: Connection[] = []
  const all = new Set<Connection>()

  function open(): Connection {
    const connection: Connection = {
      socket: connect(Number(port), hostname).setNoDelay(true),
      received: Buffer.alloc(0),
      answer: undefined,
      fail: () => {},
    }
    connection.socket.on('data', (chunk: Buffer) => receive(connection, chunk))
    connection.socket.on('error', (error) => connection.fail(error))
    connection.socket.on('close', () => {
      all.delete(connection)
      const place = idle.indexOf(connection)
      if (place >= 0) idle.splice(place, 1)
      connection.fail(new Error('The connection was closed.'))
    })
    all.add(connection)
    return connection
  }

  function receive(connection: Connection, chunk: Buffer): void {
    connection.received = connection.received.length === 0 ? chunk : Buffer.concat([connection.received, chunk])
    const end = connection.received.indexOf(HEAD_END)
    if (end < 0) return
    const head = connection.received.toString('latin1', 0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const from = end + HEAD_END.length
    if (connection.received.length < from + length) return
    const body = connection.received.toString('utf8', from, from + length)
    connection.received = Buffer.alloc(0)
    idle.push(connection)
    connection.answer?.(Number(head.slice(9, 12)), body)
  }

  return {
    call(operation, input) {
      return new Promise((resolve, reject) => {
        const connection = idle.pop() ?? open()
        const body = JSON.stringify(input)
        connection.fail = reject
        connection.answer = (status, text) => {
          if (status === 200) resolve(JSON.parse(text) as Record<string, unknown>)
          else reject(new CallRefused(operation, `${status} ${text}`))
        }
        connection.socket.write(
          `POST / HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${AUTHORIZATION}\r\ncontent-type: application/x-amz-json-1.1\r\n` +
            `x-amz-target: AWSCognitoIdentityProviderService.${operation}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        )
      })
    },
    close() {
      for (const { socket } of all) socket.destroy()
    },
  }
}
