import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '@herald/environment'
import { type Inbox, InboxFilterError } from '../inbox.ts'
import { ApiError, answerJson, readJson } from './answer.ts'
import { createEvents } from './events.ts'
import { latest } from './latest.ts'
import { filterOf } from './message-filter.ts'
import { moveClock } from './move-clock.ts'
import { openApi } from './open-api.ts'
import { sendAttachment } from './send-attachment.ts'
import { type NextRisk, setNextRisk } from './set-risk.ts'
import { showHtml } from './show-html.ts'

export interface InboxApiOptions {
  inbox: Inbox
  environment: Environment
  version: string
  /** Whether `POST /clock` may move time: not with a shared database, and not off loopback. */
  clockControl: boolean
  /** Sets the risk of a user's next sign-in. @throws ServiceError */
  setRisk?: (risk: NextRisk) => Promise<void>
}

/** Something that answers on the HTTP server's port. */
export interface InboxRoute {
  readonly methods: readonly string[]
  /** A prefix of the path. */
  readonly path: string
  readonly access: 'administrative'
  readonly handler: (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void>
}

type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void> | void
type Methods = Readonly<Record<string, Handler>>

const PREFIX = '/_herald'
const NOT_BUILT = ['/faults', '/risk']
const EVERY_METHOD = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * The calls under `/_herald/` that `openapi.json` describes: one route, which answers for every path and method below, so put
 * routes of other parts (the page) in front of it. Nothing here answers with a 5xx for what a caller sent.
 */
export function createInboxApi(options: InboxApiOptions): InboxRoute[] {
  const { inbox, environment } = options
  const events = createEvents(inbox, environment.random.bytes(6).toString('hex'))

  const calls: Readonly<Record<string, Methods>> = {
    '/health': { GET: (_, res) => answerJson(res, 200, { status: 'ok', version: options.version }) },
    '/messages': {
      async GET(_, res, url) {
        const filter = filterOf(url.searchParams, ['limit', 'before'])
        const limit = limitOf(url.searchParams.get('limit'))
        const before = url.searchParams.get('before') || undefined
        answerJson(
          res,
          200,
          await inbox.list({ ...filter, ...(limit !== undefined && { limit }), ...(before && { before }) }),
        )
      },
      async DELETE(_, res) {
        await inbox.clear()
        res.writeHead(204, { 'cache-control': 'no-store' }).end()
      },
    },
    '/messages/latest': { GET: (req, res, url) => latest(inbox, req, res, url) },
    '/events': { GET: (req, res) => events.listen(req, res) },
    '/clock': {
      async POST(req, res) {
        if (!options.clockControl)
          throw new ApiError(403, 'The clock cannot be moved here: time is shared with --database, and off loopback.')
        answerJson(res, 200, moveClock(environment.clock, await readJson(req)))
      },
    },
    ...(options.setRisk ? { '/risk': riskMethods(options.setRisk) } : {}),
    '/openapi.json': { GET: (_, res) => answerJson(res, 200, openApi(options.version)) },
  }

  const oneMessage: Methods = {
    async GET(_, res, url) {
      const message = await inbox.get(idOf(url))
      if (!message) throw new ApiError(404, 'There is no such message: it was pruned, deleted, or never came.')
      answerJson(res, 200, message)
    },
  }

  const itsHtml: Methods = { GET: (_, res, url) => showHtml(inbox, idOf(url), res) }

  const itsAttachment: Methods = {
    GET: (_, res, url) => sendAttachment(inbox, idOf(url), Number(/\d+$/.exec(url.pathname)?.[0]), res),
  }

  function methodsOf(path: string): Methods {
    const known = Object.hasOwn(calls, path) ? calls[path] : undefined
    if (known) return known
    if (/^\/messages\/[^/]+$/.test(path)) return oneMessage
    if (/^\/messages\/[^/]+\/html$/.test(path)) return itsHtml
    if (/^\/messages\/[^/]+\/attachments\/\d{1,4}$/.test(path)) return itsAttachment
    if (NOT_BUILT.includes(path)) throw new ApiError(404, `${PREFIX}${path} is not built yet.`)
    throw new ApiError(
      404,
      `There is nothing at ${PREFIX}${path.slice(0, 200)}. ${PREFIX}/openapi.json lists what there is.`,
    )
  }

  async function handler(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    try {
      const methods = methodsOf(url.pathname.slice(PREFIX.length))
      const name = req.method ?? 'GET'
      const method = Object.hasOwn(methods, name) ? methods[name] : name === 'HEAD' ? methods.GET : undefined
      if (!method || (name === 'HEAD' && url.pathname === `${PREFIX}/events`)) {
        const allow = Object.keys(methods).join(', ')
        throw new ApiError(405, `${PREFIX}${url.pathname.slice(PREFIX.length)} takes ${allow}.`, { allow })
      }
      await method(req, res, url)
    } catch (error) {
      if (error instanceof ApiError) answerJson(res, error.status, { error: error.message }, { ...error.headers })
      else if (error instanceof InboxFilterError) answerJson(res, 400, { error: error.message })
      else if (res.destroyed || req.destroyed) res.destroy()
      else throw error
    }
  }

  return [{ methods: EVERY_METHOD, path: `${PREFIX}/`, access: 'administrative', handler }]
}

function riskMethods(setRisk: (risk: NextRisk) => Promise<void>): Methods {
  return {
    async POST(req, res) {
      answerJson(res, 200, await setNextRisk(setRisk, await readJson(req)))
    },
  }
}

/** The id in `/_herald/messages/{id}` and what lies below. */
function idOf(url: URL): string {
  try {
    return decodeURIComponent(
      url.pathname.slice(`${PREFIX}/messages/`.length).replace(/\/(html|attachments\/\d+)$/, ''),
    )
  } catch {
    throw new ApiError(400, 'The message id is not encoded as a path must be.')
  }
}

/** @throws {ApiError} 400 */
function limitOf(text: string | null): number | undefined {
  if (!text) return undefined
  if (!/^\d{1,4}$/.test(text)) throw new ApiError(400, 'limit must be a whole number from 1 to 200.')
  return Number(text)
}
