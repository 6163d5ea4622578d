import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PageFile, readPageFile } from './page-files.ts'

export interface ConsoleOptions {
  /** A command that makes a first message, for the empty inbox; read each time the page is opened. */
  signUpLine?: () => string | undefined
}

export interface ConsoleRoute {
  readonly methods: readonly string[]
  readonly path: RegExp
  readonly access: 'administrative'
  readonly handler: (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void>
}

/** Nothing but our own files, and no script or style in the page's text. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page and its files. Put these in front of the routes of the inbox, which answer for every other path below `/_herald/`. */
export function consoleRoutes(options: ConsoleOptions = {}): ConsoleRoute[] {
  return [
    route(/^\/_herald$/, async (_, res, url) => {
      res.writeHead(308, { location: `/_herald/${url.search}`, 'cache-control': 'no-store', 'content-length': 0 }).end()
    }),
    route(/^\/_herald\/$/, async (req, res) => send(req, res, await readPageFile('index.html'))),
    route(/^\/_herald\/assets\/start\.json$/, async (req, res) => {
      const bytes = Buffer.from(JSON.stringify({ signUpLine: options.signUpLine?.() ?? null }))
      send(req, res, { bytes, type: 'application/json; charset=utf-8', tag: undefined })
    }),
    route(/^\/_herald\/assets\//, async (req, res, url) => {
      const name = /^\/_herald\/assets\/([a-z0-9/.-]+)$/.exec(url.pathname)?.[1]
      const file = name === undefined ? undefined : await readPageFile(name)
      if (file) return send(req, res, file)
      const body = Buffer.from(JSON.stringify({ error: 'The page has no such file.' }))
      res.writeHead(404, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body)
    }),
  ]
}

function route(path: RegExp, handler: ConsoleRoute['handler']): ConsoleRoute {
  return { methods: ['GET', 'HEAD'], path, access: 'administrative', handler }
}

/** Files change with the release, so they are kept by browsers and asked after each time. */
function send(req: IncomingMessage, res: ServerResponse, file: PageFile | undefined): void {
  if (!file) throw new Error('A file of the page is missing.')
  const headers = {
    'content-security-policy': POLICY,
    'cache-control': file.tag ? 'no-cache' : 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(file.tag && { etag: file.tag }),
  }
  if (file.tag && req.headers['if-none-match'] === file.tag) {
    res.writeHead(304, headers).end()
    return
  }
  res.writeHead(200, { ...headers, 'content-type': file.type, 'content-length': file.bytes.length })
  res.end(req.method === 'HEAD' ? undefined : file.bytes)
}
