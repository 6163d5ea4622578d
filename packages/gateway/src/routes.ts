import type { ServerResponse } from 'node:http'
import { commonError } from '@herald/protocol'
import type { Exchange } from './aws-request.ts'
import { demandToken, refusePage } from './boundary.ts'
import { contentType } from './choose-operation.ts'
import { isBrowserPath } from './cors.ts'
import type { GatewayOptions, Route } from './gateway-options.ts'

/** The first route whose path fits; methods are looked at after, so that a wrong one is told. */
export function findRoute(routes: readonly Route[], path: string): Route | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  return routes.find((route) =>
    typeof route.path === 'string' ? decoded.startsWith(route.path) : route.path.test(decoded),
  )
}

/** @throws {ServiceError} when the boundary refuses, or the method is none of the route's. */
export async function answerRoute(
  options: GatewayOptions,
  route: Route,
  exchange: Exchange,
  response: ServerResponse,
): Promise<void> {
  const { request } = exchange
  if (route.access === 'administrative' || !isBrowserPath(exchange.path)) refusePage(exchange.sender)
  if (route.access === 'administrative') {
    if (!options.loopback) response.setHeader('WWW-Authenticate', 'Basic realm="Herald"')
    demandToken(options, request.headers, undefined)
    response.removeHeader('WWW-Authenticate')
  }
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
  const fitting = [route, ...options.routes.filter((other) => other !== route)].find(
    (other) => other.methods.includes(method) && findRoute([other], exchange.path),
  )
  if (!fitting || fitting.access !== route.access) {
    response.setHeader('Allow', route.methods.join(', '))
    throw commonError(undefined, 'wrong-method', `The method ${method} is not allowed here.`)
  }
  refuseFormBody(exchange)
  const url = new URL(`${exchange.path.replace(/^\/{2,}/, '/')}?${exchange.query}`, exchange.endpoint)
  await fitting.handler(request, response, url, {
    requestId: exchange.requestId,
    sourceIp: request.socket.remoteAddress ?? '',
    endpoint: exchange.endpoint,
  })
}

/** A page may send these types without asking first. @throws {ServiceError} */
function refuseFormBody({ request }: Exchange): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  const type = contentType(request.headers)
  if (!hasBody || type === 'application/json') return
  throw commonError(undefined, 'malformed', 'The Content-Type must be application/json.')
}
