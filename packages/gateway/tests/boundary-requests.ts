import type { GatewayOptions, Route } from '@herald/gateway'
import {
  jsonCall,
  listUserPools,
  person,
  type Request,
  signedFor,
  signUp,
  startGateway,
  tinyUserPools,
} from './gateway-under-test.ts'

/** An inbox, keys and code, as the whole of Herald has them. */
export const routes: Route[] = [
  {
    methods: ['GET', 'POST', 'DELETE'],
    path: '/_herald/',
    access: 'administrative',
    handler: (_request, response, url) => void response.end(`inbox ${url.pathname}${url.search}`),
  },
  {
    methods: ['GET'],
    path: /^\/[\w-]+\/\.well-known\/jwks\.json$/,
    access: 'public',
    handler: (_request, response) => void response.end('{"keys":[]}'),
  },
  {
    methods: ['GET'],
    path: /^\/code\/\w+$/,
    access: 'public',
    handler: (_request, response) => void response.end('zip'),
  },
]

const services = [tinyUserPools()]
/** A gateway before those routes and two operations of user pools. */
export const startBefore = (t: Parameters<typeof startGateway>[0], options: Partial<GatewayOptions> = {}) =>
  startGateway(t, services, { routes, ...options })

export const admin = (headers: Record<string, string | undefined> = {}) =>
  jsonCall(listUserPools, { MaxResults: 1 }, { ...signedFor('cognito-idp'), ...headers })
export const open = (headers: Record<string, string | undefined> = {}) => jsonCall(signUp, person, headers)
export const inbox = (headers: Record<string, string | undefined> = {}): Request => ({
  method: 'GET',
  path: '/_herald/messages',
  headers: headers as Record<string, string>,
})
export const keys = (headers: Record<string, string> = {}): Request => ({
  method: 'GET',
  path: '/us-east-1_a/.well-known/jwks.json',
  headers,
})

export const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
export const neighbour = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }
