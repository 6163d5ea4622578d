import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PoolContext } from '../context.ts'
import { errors } from '../errors.ts'
import { pools } from '../storage/collections.ts'
import { issuerOf } from './issuer.ts'
import { publishedKeys } from './signing-keys.ts'

/** A path of the gateway that answers without credentials. */
export interface PublicRoute {
  methods: string[]
  path: RegExp
  access: 'public'
  handler(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>
}

const POOL_ID = '([\\w-]+_[0-9a-zA-Z]+)'
/** Seconds for which a verifier may keep what it fetched; keys of a pool never change. */
const KEEP = 3600

function answer(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': status === 200 ? `public, max-age=${KEEP}` : 'no-store',
  })
  response.end(text)
}

function route(name: string, build: (poolId: string, url: URL) => Promise<object | undefined>): PublicRoute {
  const path = new RegExp(`^/${POOL_ID}/\\.well-known/${name.replace('.', '\\.')}$`)
  return {
    methods: ['GET'],
    path,
    access: 'public',
    async handler(_request, response, url) {
      const poolId = path.exec(decodeURIComponent(url.pathname))?.[1] ?? ''
      const body = await build(poolId, url)
      if (body) answer(response, 200, body)
      else answer(response, 404, { message: errors.poolNotFound(poolId).message })
    },
  }
}

/** The pool's public keys and its discovery document, below its issuer, where AWS has them. */
export function wellKnownRoutes(context: PoolContext): PublicRoute[] {
  return [
    route('jwks.json', async (poolId) => {
      const published = await publishedKeys(context, poolId)
      return (
        published && {
          keys: published.keys.map(({ kid, n, e }) => ({ alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' })),
        }
      )
    }),
    route('openid-configuration', async (poolId, url) => {
      const pool = await context.store.get(pools, [poolId])
      if (!pool) return undefined
      return {
        id_token_signing_alg_values_supported: ['RS256'],
        issuer: issuerOf(context, pool, url.origin),
        jwks_uri: `${url.origin}/${poolId}/.well-known/jwks.json`,
        response_types_supported: ['code', 'token'],
        scopes_supported: ['openid', 'email', 'phone', 'profile'],
        subject_types_supported: ['public'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      }
    }),
  ]
}
