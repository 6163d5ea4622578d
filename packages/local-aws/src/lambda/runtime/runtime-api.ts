import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Randomness } from '@herald/environment'
import type { Invocation } from './invocation.ts'

const LOOPBACK = '127.0.0.1'

/** AWS's limit on what a function may answer, in bytes. */
export const RESPONSE_LIMIT = 6_291_556

const PATH = /^\/2018-06-01\/runtime\/(?:(init\/error)|invocation\/(?:(next)|([0-9a-f-]{36})\/(response|error)))$/

/** What the process behind the runtime API does. */
export interface RuntimeEvents {
  /** It asks for the next invocation: it is ready for it. */
  ready(): void
  /** Comes before the end of an invocation from a process that says it. @param memory bytes that it had resident at the most */
  used(requestId: string, memory: number): void
  /** @param body undefined when it was larger than `RESPONSE_LIMIT` */
  answered(requestId: string, body: Buffer | undefined): void
  failed(requestId: string, report: Buffer): void
  initFailed(report: Buffer): void
}

/** How invocations get to a process. */
export interface RuntimeChannel {
  /** Hands an invocation to the process, which must be ready. @param deadline milliseconds since 1970 */
  give(invocation: Invocation, deadline: number): void
}

export interface RuntimeApi extends RuntimeChannel {
  /** Host and port. */
  readonly address: string
  close(): void
}

/** What tells a sandbox's process from everything else: a token that it sends, or an address that only it was told. */
export type RuntimeApiKey = { token: string } | { random: Randomness }

/**
 * The Lambda Runtime API for one sandbox, on a port of its own. Only the process that knows its key is answered, so that
 * neither other programs nor pages in a browser can take invocations or answer them.
 *
 * A program that brings its own client of this API sends no token, and knows nothing but host and port. So it gets a host
 * that cannot be guessed, one of the 16 million loopback addresses, where the system has them; requests must name that
 * host, and none that a browser made is taken.
 */
export async function openRuntimeApi(key: RuntimeApiKey, events: RuntimeEvents): Promise<RuntimeApi> {
  let address = ''
  let waiting: ServerResponse | undefined

  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, init, next, id = '', kind] = PATH.exec(request.url ?? '') ?? []
    const isKnown =
      'token' in key ? request.headers['x-herald-sandbox'] === key.token : isOfProgram(request.headers, address)
    if (!isKnown) return answer(response, 403, { errorType: 'Forbidden' })
    if (next && request.method === 'GET') {
      waiting = response
      events.ready()
      return
    }
    if (request.method !== 'POST' || !(init || kind)) return answer(response, 404, { errorType: 'NotFound' })
    const body = await readBody(request)
    if (kind === 'response') {
      events.answered(id, body)
      if (!body) return answer(response, 413, { errorType: 'RequestEntityTooLarge' })
      // Herald's own bootstrap asks for the next invocation with its answer; other runtimes ask separately.
      if (!request.headers['x-herald-next']) return answer(response, 202, { status: 'OK' })
      waiting = response
      events.ready()
      return
    }
    const report = body ?? Buffer.from('{"errorType":"Error","errorMessage":"The error is too large to report."}')
    if (init) events.initFailed(report)
    else events.failed(id, report)
    answer(response, 202, { status: 'OK' })
  }

  const host = 'token' in key ? LOOPBACK : unguessable(key.random)
  await listen(server, host).catch((error: NodeJS.ErrnoException) => {
    if (host === LOOPBACK || error.code !== 'EADDRNOTAVAIL') throw error
    return listen(server, LOOPBACK)
  })
  const bound = server.address() as AddressInfo
  address = `${bound.address}:${bound.port}`
  return {
    address,
    give(invocation, deadline) {
      const response = waiting
      waiting = undefined
      if (!response) throw new Error('The sandbox does not wait for an invocation.')
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': invocation.payload.length,
        'lambda-runtime-aws-request-id': invocation.requestId,
        'lambda-runtime-deadline-ms': deadline,
        'lambda-runtime-invoked-function-arn': invocation.functionArn,
        'lambda-runtime-trace-id': invocation.traceHeader,
        ...(invocation.clientContext ? { 'lambda-runtime-client-context': invocation.clientContext } : {}),
      })
      response.end(invocation.payload)
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= RESPONSE_LIMIT) chunks.push(chunk)
  }
  return size <= RESPONSE_LIMIT ? Buffer.concat(chunks) : undefined
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** Browsers name the page that asks in one of these; programs that speak this API have no reason to. */
function isOfProgram(headers: IncomingHttpHeaders, address: string): boolean {
  const { origin, referer } = headers
  const isOfBrowser = origin !== undefined || referer !== undefined || headers['sec-fetch-site'] !== undefined
  return headers.host === address && !isOfBrowser
}

/** Linux answers on all of 127.0.0.0/8; elsewhere listening there fails. */
function unguessable(random: Randomness): string {
  const [a = 0, b = 0, c = 0] = random.bytes(3)
  return `127.${a}.${b}.${(c % 254) + 1}`
}

function listen(server: Server, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
