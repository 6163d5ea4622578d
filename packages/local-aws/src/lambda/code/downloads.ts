import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '@herald/environment'
import { sameMac, type Vault } from '@herald/storage'
import type { LambdaRoute } from '../lambda-options.ts'
import type { CodeStore } from './code-store.ts'

const PURPOSE = 'lambda-code-download'
/** AWS documents that the link in GetFunction is good for ten minutes. */
const LIFETIME = 10 * 60_000
const PATH = /^\/_herald\/functions\/code\/([0-9a-z]{1,12})\.([0-9a-f]{64})\.([\w-]{20,100})$/

export interface Downloads {
  /** A link to a package that works for ten minutes and cannot be guessed. */
  link(endpoint: string, hash: string): string
  route: LambdaRoute
}

/** Links carry their own expiry and a keyed hash over it, so that nothing has to be remembered. */
export function createDownloads(vault: Vault, clock: Clock, code: CodeStore): Downloads {
  return {
    link(endpoint, hash) {
      const expiry = (clock.now() + LIFETIME).toString(36)
      return `${endpoint}/_herald/functions/code/${expiry}.${hash}.${vault.mac(PURPOSE, expiry, hash)}`
    },
    route: {
      methods: ['GET'],
      path: PATH,
      access: 'public',
      async handler(_request, response, url) {
        const [, expiry = '', hash = '', mac = ''] = PATH.exec(url.pathname) ?? []
        if (!sameMac(mac, vault.mac(PURPOSE, expiry, hash))) return refuse(response, 'This link is not valid.')
        if (Number.parseInt(expiry, 36) < clock.now()) return refuse(response, 'This link has expired.')
        const path = await code.pathOf(hash)
        const size = await stat(path).then(
          (file) => file.size,
          () => undefined,
        )
        if (size === undefined) return refuse(response, 'The package was removed.', 404)
        response.writeHead(200, {
          'content-type': 'application/zip',
          'content-length': size,
          'cache-control': 'no-store',
        })
        await pipeline(createReadStream(path), response).catch(() => response.destroy())
      },
    },
  }
}

function refuse(response: ServerResponse, error: string, status = 403): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ error }))
}
