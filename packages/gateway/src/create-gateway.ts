import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { commonError, type DirectCall, protocolOf, ServiceError, type WireResponse } from '@herald/protocol'
import { answerAws, type Exchange, xmlService } from './aws-request.ts'
import { readSender, refuseForeignHost } from './boundary.ts'
import { answerPreflight, grantReading } from './cors.ts'
import type { GatewayOptions } from './gateway-options.ts'
import { answerOwnCall } from './own-call.ts'
import { RequestAborted, readBody } from './read-body.ts'
import { answerRoute, findRoute } from './routes.ts'
import { malformedHttp, type ParseError, unreadableAnswer } from './unreadable-request.ts'

const HEADER_LIMIT = 64 * 1024

/**
 * Settings for the HTTP server: who sends headers or a body too slowly, or headers too long, is let go by Node, in the words of
 * the gateway's `unreadable`. What has no host is left to the gateway's handler.
 */
export const serverOptions: ServerOptions = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 60_000,
  maxHeaderSize: HEADER_LIMIT,
  requireHostHeader: false,
}

/**
 * The one door: every request to Herald's port passes the boundary here and then goes to a route or to an AWS service.
 * The handler never throws and always answers, unless the client has gone.
 */
export function createGateway(options: GatewayOptions): {
  handler: (request: IncomingMessage, response: ServerResponse) => void
  /** For the server's event `clientError`: answers what Node could make no request of, and ends the connection. */
  unreadable: (error: ParseError, socket: Duplex) => void
  /** Answers a call of Herald's own parts as if it had come by the port. @throws {ServiceError} for every refusal. */
  answerOwn: (call: DirectCall) => Promise<object>
} {
  /** The answers on each connection that were not finished when the latest one was asked for, and that one. */
  const answers = new WeakMap<Duplex, ServerResponse[]>()

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const earlier = answers.get(request.socket)?.filter((each) => !each.writableFinished) ?? []
    answers.set(request.socket, [...earlier, response])
    const target = request.url ?? ''
    const mark = target.indexOf('?')
    const exchange: Exchange = {
      requestId: options.random.uuid(),
      asked: {
        method: request.method ?? '',
        headers: request.headers,
        from: request.socket.remoteAddress ?? '',
        body: (service, limit) => readBody(request, service, limit),
      },
      path: mark < 0 ? target : target.slice(0, mark),
      query: mark < 0 ? '' : target.slice(mark + 1),
      sender: { kind: 'own' },
      endpoint: options.endpoint(),
      service: undefined,
      operation: undefined,
    }
    try {
      await answerInside(request, response, exchange)
    } catch (error) {
      if (error instanceof RequestAborted) return
      send(response, request, refusal(options, exchange, error))
    }
  }

  async function answerInside(request: IncomingMessage, response: ServerResponse, before: Exchange): Promise<void> {
    if (request.headers.host === undefined && request.httpVersion === '1.1') {
      throw malformedHttp('the Host header is missing')
    }
    refuseForeignHost(options, request.headers)
    const address = `http://${request.headers.host}`
    const endpoint = URL.canParse(address) ? address : before.endpoint
    if (!before.path.startsWith('/')) {
      throw commonError(undefined, 'malformed', 'The request must name a path of this server.')
    }
    const sender = readSender(options, request.headers, request.method ?? '')
    const exchange = Object.assign(before, { sender, endpoint })
    if (request.method === 'OPTIONS') return answerPreflight(sender, request.headers, exchange.path, response)
    grantReading(sender, response)
    const route = findRoute(options.routes, request.method ?? '', exchange.path)
    if (route) return answerRoute(options, route, exchange, request, response)
    send(response, request, await answerAws(options, exchange))
  }

  function unreadable(error: ParseError, socket: Duplex): void {
    const inMiddle = answers.get(socket)?.some((each) => each.headersSent && !each.writableFinished)
    // Whoever has gone hears nothing, and an answer that has begun would only be garbled.
    if (error.code === 'ECONNRESET' || !socket.writable || inMiddle) return void socket.destroy()
    socket.end(unreadableAnswer(error, HEADER_LIMIT, options.random.uuid()), () => socket.destroy())
  }

  return {
    handler: (request, response) => void answer(request, response),
    unreadable,
    answerOwn: (call) => answerOwnCall(options, call),
  }
}

/** The answer to a refusal, in the form of the protocol that the request spoke. Faults are reported and nothing of them is told. */
function refusal(options: GatewayOptions, exchange: Exchange, error: unknown): WireResponse {
  const { requestId, operation } = exchange
  const service = exchange.service ?? xmlService(exchange)
  let known = error
  if (!(known instanceof ServiceError)) {
    options.onFault(error, { requestId, what: service ? `${service}.${operation ?? '?'}` : exchange.path })
    known = commonError(service, 'internal', 'An internal error occurred. Herald reported it on its own output.')
  }
  const protocol = protocolOf(service ?? 'cognito-idp')
  return protocol.writeError(service, known as ServiceError, requestId)
}

function send(response: ServerResponse, request: IncomingMessage, answer: WireResponse): void {
  if (response.headersSent || response.destroyed) return
  const body = request.method === 'HEAD' || answer.status === 204 ? undefined : answer.body
  const length = answer.status === 204 ? {} : { 'Content-Length': String(answer.body.length) }
  response.writeHead(answer.status, { ...answer.headers, ...length })
  response.end(body)
}
