import type { IncomingMessage, ServerResponse } from 'node:http'
import { protocolOf, ServiceError } from '@herald/protocol'
import { snsSubscriptions } from './collections.ts'
import { confirm } from './confirmation.ts'
import type { SnsParts } from './parts.ts'
import { invalidParameter, subscriptionNotFound } from './refusals.ts'

/** A plain HTTP route, described so that the gateway can take it without either package knowing the other. */
export interface SnsRoute {
  readonly methods: readonly string[]
  readonly path: RegExp
  readonly access: 'public'
  readonly handler: (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    call: { requestId: string },
  ) => Promise<void>
}

/**
 * The links in messages of SNS. As on AWS whoever has one may follow it, without a signature: a token cannot be guessed,
 * and neither can the ARN of a subscription. People get a page, programs the XML that AWS gives.
 */
export function snsLinks(sns: SnsParts): SnsRoute[] {
  return [
    link(/^\/_herald\/sns\/confirm$/, 'ConfirmSubscription', 'Subscription confirmed', async (query) => {
      const { arn } = await confirm(sns, query.get('TopicArn') ?? '', query.get('Token') ?? '')
      return { SubscriptionArn: arn }
    }),
    link(/^\/_herald\/sns\/unsubscribe$/, 'Unsubscribe', 'Subscription removed', async (query) => {
      const arn = query.get('SubscriptionArn') ?? ''
      const found = await sns.store.get(snsSubscriptions, [arn])
      if (!found) throw subscriptionNotFound()
      if (found.authenticateOnUnsubscribe)
        throw invalidParameter('SubscriptionArn Reason: This subscription ends only by a signed call.')
      await sns.store.transaction((tx) => tx.delete(snsSubscriptions, [arn]))
      return {}
    }),
  ]
}

function link(
  path: RegExp,
  operation: string,
  title: string,
  follow: (query: URLSearchParams) => Promise<Record<string, string>>,
): SnsRoute {
  return {
    methods: ['GET'],
    path,
    access: 'public',
    async handler(request, response, url, { requestId }) {
      const isPerson = request.headers.accept?.includes('text/html') ?? false
      const protocol = protocolOf('sns')
      try {
        // A HEAD request looks, and does not follow.
        const output = request.method === 'HEAD' ? {} : await follow(url.searchParams)
        if (isPerson) return sendPage(response, 200, title, output.SubscriptionArn ?? '')
        const { status, headers, body } = protocol.writeOutput('sns', operation, output, requestId)
        response.writeHead(status, { ...headers, ...SAFE }).end(body)
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        if (isPerson) return sendPage(response, 400, 'This link does not work', error.message)
        const { status, headers, body } = protocol.writeError('sns', error, requestId)
        response.writeHead(status, { ...headers, ...SAFE }).end(body)
      }
    },
  }
}

const SAFE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

function sendPage(response: ServerResponse, status: number, title: string, text: string): void {
  const shown = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  response
    .writeHead(status, {
      ...SAFE,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    })
    .end(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>${title}</title><style>:root{color-scheme:light dark;font-family:system-ui;line-height:1.5}body{margin:20vh auto;max-width:36rem;padding:0 1rem;overflow-wrap:anywhere}</style><h1>${title}</h1><p>${shown}</p></html>`,
    )
}
