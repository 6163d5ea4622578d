import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Provider, Rendered } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { call } from './call.ts'
import { signWebhook } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export { type VerifyOptions, verifyWebhook } from './standard-webhooks.ts'

export interface WebhookOptions {
  /** https, unless it is of this machine or `allowHttp` is set. */
  url: string
  /** `whsec_` and base64 of 24 to 64 bytes. */
  secret: Secretish
  /** Default: all. */
  channels?: readonly Channel[]
  /** For receivers inside a network of your own that speak no TLS. */
  allowHttp?: boolean
  /** What it is called in logs and metrics. Default `webhook`. */
  name?: string
  /** Adds the bare code to the data, for receivers that word their own messages. Default false. */
  includeCode?: boolean
}

/** What the body of a webhook holds, as JSON. */
export interface WebhookBody {
  type: 'message.send'
  /** ISO 8601. */
  timestamp: string
  data: Rendered & {
    to: string
    kind: Message['kind']
    source: string
    poolId: string
    clientId?: string
    userName: string
    locale: string
    code?: string
  }
}

/**
 * Hands messages to a service of your own, signed by the rules of Standard Webhooks: `webhook-id` is the idempotency key of
 * the message and its channel, and stays the same in every attempt, so that the receiver can send once only by each. It
 * verifies requests by `verifyWebhook`, or by any of the libraries of https://www.standardwebhooks.com.
 *
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @throws {TypeError} when `url` is malformed.
 */
export function webhook(options: WebhookOptions): Provider {
  const { name = 'webhook', channels = ['email', 'sms', 'whatsapp', 'voice', 'chat'] } = options
  baseUrl(options.url, '', options.allowHttp)

  return {
    name,
    channels,
    idempotent: true,
    send: (to, body, message, context) =>
      call(async () => {
        const now = context.now()
        const text = JSON.stringify(bodyOf(to, body, message, now, options.includeCode))
        const timestamp = Math.floor(now / 1000)
        return {
          url: options.url,
          headers: {
            'content-type': 'application/json',
            'webhook-id': context.key,
            'webhook-timestamp': String(timestamp),
            'webhook-signature': signWebhook(await resolveSecretish(options.secret), context.key, timestamp, text),
          },
          text,
          // By the standard, a receiver that is gone for good answers 410.
          refused: ({ http }) =>
            http === 404 || http === 410 ? { status: 'drop', reason: `HTTP ${http}`, http, account: true } : undefined,
        }
      }, context),
  }
}

function bodyOf(to: string, body: Rendered, message: Message, now: number, includeCode = false): WebhookBody {
  const { kind, source, poolId, clientId, userName, locale, secret } = message
  const code = includeCode && secret !== undefined ? { code: secret.reveal() } : {}
  const client = clientId === undefined ? {} : { clientId }
  return {
    type: 'message.send',
    timestamp: new Date(now).toISOString(),
    data: { to, ...body, kind, source, poolId, ...client, userName, locale, ...code },
  }
}
