import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { commonError, type ServiceName } from '@herald/protocol'
import type { GatewayOptions } from './gateway-options.ts'
import { hostName, isKnownHost, isLoopbackName } from './hosts.ts'

/** Who sent a request, as far as a browser tells. */
export type Sender =
  /** No browser, or a page that Herald served itself. */
  | { kind: 'own' }
  /** A page elsewhere whose origin may call the user-pool API, and nothing else. */
  | { kind: 'page'; origin: string }

/** @throws {ServiceError} 421 when the request was sent to a name that Herald does not bear. */
export function refuseForeignHost(options: GatewayOptions, headers: IncomingHttpHeaders): void {
  if (isKnownHost(headers.host, options.hosts, options.loopback)) return
  throw commonError(
    undefined,
    'misdirected',
    'This host name is not known to Herald. Add it with --hosts if it is one of yours.',
  )
}

/**
 * Tells a page of another origin from everything else. Browsers send `Origin` with every request of a page that could
 * change something, and `Sec-Fetch-Site` with all of them.
 * @throws {ServiceError} 403 for origins that are not allowed to call anything.
 */
export function readSender(options: GatewayOptions, headers: IncomingHttpHeaders, method: string): Sender {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin !== undefined) {
    if (isOwnOrigin(origin, host)) return { kind: 'own' }
    if (isAllowedOrigin(options, origin)) return { kind: 'page', origin }
    throw foreignPage()
  }
  const reading = method === 'GET' || method === 'HEAD'
  if (site === 'cross-site' || (site === 'same-site' && !reading)) throw foreignPage()
  return { kind: 'own' }
}

/** @throws {ServiceError} 403 when a page of another origin asks for what only the machine's owner may. */
export function refusePage(sender: Sender, service?: ServiceName): void {
  if (sender.kind === 'page') throw foreignPage(service)
}

const foreignPage = (service?: ServiceName) =>
  commonError(
    service,
    'refused',
    'Web pages of other origins may call only the public operations of user pools, and only from origins that --origins allows.',
  )

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}

function isAllowedOrigin(options: GatewayOptions, origin: string): boolean {
  if (options.origins) return options.origins.includes(origin) || options.origins.includes('*')
  const found = /^https?:\/\/([^/@]+)$/.exec(origin)
  const name = hostName(found?.[1])
  return name !== undefined && isLoopbackName(name)
}

/** What is answered where the token is missing. */
export const tokenNeeded =
  'Off loopback this needs the token that Herald was started with: as the session token of the credentials, or in X-Herald-Token.'

/**
 * Whether the request may do what is administrative. On loopback every one may; elsewhere it needs the token: as
 * `X-Herald-Token`, as a bearer token, as the password of HTTP Basic (browsers ask for that), or as the session token of
 * AWS credentials, so that unmodified SDKs can send it.
 */
export function hasToken(
  options: GatewayOptions,
  headers: IncomingHttpHeaders,
  sessionToken: string | undefined,
): boolean {
  if (options.loopback) return true
  const { token } = options
  if (!token) return false
  const presented = [
    headers['x-herald-token'],
    /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1],
    basicPassword(headers.authorization),
    sessionToken,
  ]
  return presented.some((entry) => typeof entry === 'string' && sameSecret(entry, token))
}

function basicPassword(authorization: string | undefined): string | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1]
  return encoded && Buffer.from(encoded, 'base64').toString('utf8').split(':').slice(1).join(':')
}

/** Compares in a time that does not depend on where the two differ. */
function sameSecret(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(a!, b!)
}
