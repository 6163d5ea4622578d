import type { IncomingMessage, ServerResponse } from 'node:http'
import { commonError, ServiceError } from '@herald/protocol'
import type { Exchange } from './aws-request.ts'
import { hasToken, refusePage, tokenNeeded } from './boundary.ts'
import { contentType } from './choose-operation.ts'
import { isBrowserPath } from './cors.ts'
import type { GatewayOptions, Route } from './gateway-options.ts'

/** The first route that takes the path and the method; else the first that takes the path, so that the method is told. */
export function findRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return undefined
  }
  const fitting = routes.filter((route) =>
    typeof route.path === 'string' ? decoded.startsWith(route.path) : route.path.test(decoded),
  )
  return fitting.find((route) => takes(route, method)) ?? fitting[0]
}

const takes = (route: Route, method: string) => route.methods.includes(method === 'HEAD' ? 'GET' : method)

/** @throws {ServiceError} when the boundary refuses, or the method is none of the route's. */
export async function answerRoute(
  options: GatewayOptions,
  route: Route,
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (route.access === 'administrative' || !isBrowserPath(exchange.path)) refusePage(exchange.sender)
  if (route.access === 'administrative' && !hasToken(options, request.headers, undefined)) {
    response.setHeader('WWW-Authenticate', 'Basic realm="Herald"')
    throw new ServiceError('AccessDeniedException', tokenNeeded, { status: 401 })
  }
  if (!takes(route, request.method ?? '')) {
    response.setHeader('Allow', route.methods.join(', '))
    throw commonError(undefined, 'wrong-method', `The method ${request.method} is not allowed here.`)
  }
  refuseFormBody(request)
  const url = new URL(exchange.endpoint)
  url.pathname = exchange.path
  url.search = exchange.query
  await route.handler(request, response, url, {
    requestId: exchange.requestId,
    sourceIp: exchange.asked.from,
    endpoint: exchange.endpoint,
  })
}

/** A page may send these types without asking first. @throws {ServiceError} */
function refuseFormBody(request: IncomingMessage): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  const type = contentType(request.headers)
  if (!hasBody || type === 'application/json') return
  throw commonError(undefined, 'malformed', 'The Content-Type must be application/json.')
}
