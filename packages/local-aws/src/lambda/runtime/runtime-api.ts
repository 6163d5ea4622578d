import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Invocation } from './invocation.ts'

/** AWS's limit on what a function may answer, in bytes. */
export const RESPONSE_LIMIT = 6_291_556

const PATH = /^\/2018-06-01\/runtime\/(?:(init\/error)|invocation\/(?:(next)|([0-9a-f-]{36})\/(response|error)))$/

/** What the process behind the runtime API does. */
export interface RuntimeEvents {
  /** It asks for the next invocation: it is ready for it. */
  ready(): void
  /** @param body undefined when it was larger than `RESPONSE_LIMIT` */
  answered(requestId: string, body: Buffer | undefined): void
  failed(requestId: string, report: Buffer): void
  initFailed(report: Buffer): void
}

export interface RuntimeApi {
  /** `127.0.0.1:<port>` */
  readonly address: string
  /** Hands an invocation to the process, which must be ready. @param deadline milliseconds since 1970 */
  give(invocation: Invocation, functionArn: string, deadline: number): void
  close(): void
}

/**
 * The Lambda Runtime API for one sandbox, on a port of its own. Only the process that knows `token` is answered, so that
 * neither other programs nor pages in a browser can take invocations or answer them.
 */
export async function openRuntimeApi(token: string, events: RuntimeEvents): Promise<RuntimeApi> {
  let waiting: ServerResponse | undefined

  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, init, next, id = '', kind] = PATH.exec(request.url ?? '') ?? []
    if (request.headers['x-herald-sandbox'] !== token) return answer(response, 403, { errorType: 'Forbidden' })
    if (next && request.method === 'GET') {
      waiting = response
      events.ready()
      return
    }
    if (request.method !== 'POST' || !(init || kind)) return answer(response, 404, { errorType: 'NotFound' })
    const body = await readBody(request)
    if (kind === 'response') {
      events.answered(id, body)
      if (body) answer(response, 202, { status: 'OK' })
      else answer(response, 413, { errorType: 'RequestEntityTooLarge' })
      return
    }
    const report = body ?? Buffer.from('{"errorType":"Error","errorMessage":"The error is too large to report."}')
    if (init) events.initFailed(report)
    else events.failed(id, report)
    answer(response, 202, { status: 'OK' })
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    give(invocation, functionArn, deadline) {
      const response = waiting
      waiting = undefined
      if (!response) throw new Error('The sandbox does not wait for an invocation.')
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': invocation.payload.length,
        'lambda-runtime-aws-request-id': invocation.requestId,
        'lambda-runtime-deadline-ms': deadline,
        'lambda-runtime-invoked-function-arn': functionArn,
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
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
