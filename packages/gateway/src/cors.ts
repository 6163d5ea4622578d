import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { commonError } from '@herald/protocol'
import type { Sender } from './boundary.ts'

const EXPOSED = 'x-amzn-requestid, x-amzn-errortype, x-amzn-errormessage, date'

/** Lets a page of an allowed origin read the answer. Refusals carry this too: a page must be able to show them. */
export function grantReading(sender: Sender, response: ServerResponse): void {
  response.setHeader('Vary', 'Origin')
  if (sender.kind !== 'page') return
  response.setHeader('Access-Control-Allow-Origin', sender.origin)
  response.setHeader('Access-Control-Expose-Headers', EXPOSED)
}

/** Whether pages of other origins have any business at this path: the user-pool API and what verifies its tokens. */
export function isBrowserPath(path: string): boolean {
  return path === '/' || path.includes('/.well-known/')
}

/**
 * Answers the question a browser asks before a page's request.
 * @throws {ServiceError} 403 for paths that no page of another origin may use.
 */
export function answerPreflight(
  sender: Sender,
  headers: IncomingHttpHeaders,
  path: string,
  response: ServerResponse,
): void {
  if (sender.kind === 'page' && !isBrowserPath(path)) {
    throw commonError(undefined, 'refused', 'Web pages of other origins may not call this path.')
  }
  grantReading(sender, response)
  response.setHeader('Access-Control-Allow-Methods', path === '/' ? 'POST' : 'GET, HEAD')
  const wanted = headers['access-control-request-headers']
  if (typeof wanted === 'string') {
    const names = wanted.split(',').map((name) => name.trim())
    response.setHeader('Access-Control-Allow-Headers', names.filter((name) => /^[\w-]{1,100}$/.test(name)).join(', '))
  }
  if (headers['access-control-request-private-network'] === 'true') {
    response.setHeader('Access-Control-Allow-Private-Network', 'true')
  }
  response.setHeader('Access-Control-Max-Age', '600')
  response.writeHead(204).end()
}
