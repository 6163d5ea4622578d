import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'

/** A request as its bytes will say it: nothing is checked, escaped or added but the headers that a row leaves out. */
export interface RawRequest {
  method?: string
  /** As it stands in the first line. */
  path?: string
  /** `undefined` leaves out one that is sent otherwise. */
  headers?: Record<string, string | undefined>
  body?: string | Buffer
}

export interface RawAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  text: string
  /** Parsed, where the answer is a JSON object. */
  json: Record<string, unknown>
}

/** Longest wait for an answer, in milliseconds. */
const PATIENCE = 20_000

/** Sends a request on a connection of its own and reads the answer to its end. */
export function sendRaw(url: string, { method = 'POST', path = '/', headers = {}, body = '' }: RawRequest) {
  const all: Record<string, string | undefined> = {
    Host: new URL(url).host,
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\r\n`]))
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
  return sendBytes(url, (socket) => socket.write(Buffer.concat([head, Buffer.from(body)])))
}

/** Lets `write` say what it will, and reads what comes back until the connection ends, or until the first answer is whole. */
export async function sendBytes(url: string, write: (socket: Socket) => void): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>()
  const parts: Buffer[] = []
  const socket = connect(Number(port), hostname, () => write(socket))
  const late = setTimeout(() => {
    reject(new Error(`No answer came in ${PATIENCE} ms.`))
    socket.destroy()
  }, PATIENCE)
  socket.on('data', (part) => {
    parts.push(part)
    const answer = parseAnswer(Buffer.concat(parts).toString('latin1'))
    if (!answer?.whole) return
    resolve(answer)
    socket.destroy()
  })
  // A server that refuses early may close while bytes are still on their way to it: what it said before counts.
  socket.on('error', () => {})
  socket.on('close', () => {
    const answer = parseAnswer(Buffer.concat(parts).toString('latin1'))
    if (answer) resolve(answer)
    else reject(new Error('The connection ended without an answer.'))
  })
  return promise.finally(() => clearTimeout(late))
}

/** @returns undefined as long as the head of the answer is not complete. */
function parseAnswer(received: string): (RawAnswer & { whole: boolean }) | undefined {
  const end = received.indexOf('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1]
  if (end < 0 || status === undefined) return undefined
  if (status === '100') return parseAnswer(received.slice(end + 4))
  const headers: Record<string, string> = {}
  for (const line of received.slice(0, end).split('\r\n').slice(1)) {
    const colon = line.indexOf(':')
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  const chunked = headers['transfer-encoding'] === 'chunked'
  const text = chunked ? joined(received.slice(end + 4)) : received.slice(end + 4)
  let json: Record<string, unknown> = {}
  try {
    json = JSON.parse(text)
  } catch {}
  return { status: Number(status), headers, text, json, whole: text.length === Number(headers['content-length']) }
}

/** The text of chunks, as far as they have come. */
function joined(chunks: string): string {
  const size = Number.parseInt(chunks, 16)
  const start = chunks.indexOf('\r\n') + 2
  return size > 0 ? chunks.slice(start, start + size) + joined(chunks.slice(start + size + 2)) : ''
}

/**
 * How an answer says that it refuses. `wordless` is AWS JSON that may leave out why, as KMS does for ciphertexts; `plain` a
 * JSON object with a message; `http` an answer without a body.
 */
export type ErrorForm = 'aws-json' | 'wordless' | 'rest-json' | 'query' | 'inbox' | 'plain' | 'http'

/** Holds a refusal to the form of its protocol, and gives its code back. */
export function refusalCode(answer: RawAnswer, form: ErrorForm): string | undefined {
  const { headers, json, text } = answer
  const shown = `${answer.status} ${text.slice(0, 300)}`
  if (form === 'http') return undefined
  if (form === 'inbox') {
    assert.match(headers['content-type'] ?? '', /^application\/json/, shown)
    assert.equal(typeof json.error, 'string', shown)
    return undefined
  }
  if (form === 'plain') {
    assert.equal(typeof json.message, 'string', shown)
    return undefined
  }
  assert.match(headers['x-amzn-requestid'] ?? '', /^[0-9a-f-]{36}$/, shown)
  if (form === 'query') {
    assert.match(headers['content-type'] ?? '', /^text\/xml/, shown)
    assert.match(
      text,
      /<ErrorResponse[\s>][\s\S]*<Message>[^<]+<\/Message>[\s\S]*<RequestId>[0-9a-f-]{36}<\/RequestId>/,
    )
    return /<Error>\s*<Type>Sender<\/Type>\s*<Code>(\w+)<\/Code>/.exec(text)?.[1]
  }
  assert.match(headers['content-type'] ?? '', /^application\/(x-amz-json-1\.1|json)/, shown)
  if (form !== 'wordless') assert.ok(json.message || json.Message, shown)
  if (form !== 'rest-json') assert.equal(json.__type, headers['x-amzn-errortype'], shown)
  return headers['x-amzn-errortype']
}
