import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the service got it. */
export interface SeenRequest {
  method: string
  /** Without the query. */
  path: string
  query: Record<string, string>
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
}

/** What the service does with its next requests. */
export type Behaviour =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  /** Reads the request and never answers. */
  | 'hang'
  /** Breaks the connection as soon as the request's head is there. */
  | 'reset'
  /** Breaks the connection after the whole request was read. */
  | 'reset after the body'
  /** Answers the head of a 200 and half a body, and stays silent. */
  | 'slow body'
  /** Answers the head of a 200 and half a body, and breaks the connection. */
  | 'reset within the answer'

/** A real HTTP server in place of a provider's service. */
export interface FakeService {
  /** `http://127.0.0.1:port` */
  url: string
  seen: SeenRequest[]
  /** Sets what all further requests get. Default: 200 with `{}`. */
  behave(behaviour: Behaviour | ((request: SeenRequest) => Behaviour)): void
  /** Resolves when the next request has been read whole. */
  nextRequest(): Promise<SeenRequest>
  /** The one request since the last call of this function. */
  only(): SeenRequest
  close(): Promise<void>
}

export async function startFakeService(): Promise<FakeService> {
  let behaviour: Behaviour | ((request: SeenRequest) => Behaviour) = { status: 200, body: {} }
  let arrived: ((request: SeenRequest) => void)[] = []
  const seen: SeenRequest[] = []

  const server = createServer(async (request, response) => {
    if (behaviour === 'reset') return void request.socket.resetAndDestroy()
    const one = await readRequest(request)
    seen.push(one)
    answer(typeof behaviour === 'function' ? behaviour(one) : behaviour, request, response)
    for (const resolve of arrived) resolve(one)
    arrived = []
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    behave: (next) => {
      behaviour = next
    },
    nextRequest: () => new Promise((resolve) => arrived.push(resolve)),
    only: () => {
      const found = seen.splice(0)
      if (found.length !== 1) throw new Error(`${found.length} requests instead of one`)
      return found[0]!
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The URL of a port of this machine on which nobody listens. */
export async function refusingUrl(): Promise<string> {
  const service = await startFakeService()
  await service.close()
  return service.url
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const url = new URL(request.url!, 'http://service')
  return {
    method: request.method!,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function answer(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  if (behaviour === 'hang') return
  if (behaviour === 'reset' || behaviour === 'reset after the body') return void request.socket.resetAndDestroy()
  if (behaviour === 'slow body' || behaviour === 'reset within the answer') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    const then = behaviour === 'slow body' ? undefined : () => request.socket.resetAndDestroy()
    return void response.write('{"id":"hal', then)
  }
  const text = typeof behaviour.body === 'string' ? behaviour.body : JSON.stringify(behaviour.body ?? {})
  const type = typeof behaviour.body === 'string' ? 'text/plain' : 'application/json'
  response.writeHead(behaviour.status, { 'content-type': type, ...behaviour.headers })
  response.end(behaviour.status === 204 ? undefined : text)
}
