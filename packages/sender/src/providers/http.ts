import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Outcome, Provider, Rendered } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { type Answer, type Call, call } from './call.ts'
import { baseUrl } from './url-of.ts'

/** What a request is made from. */
export interface HttpMessage extends Rendered {
  to: string
  /** The event's message, with its source, locale and attributes. */
  message: Message
  /** Idempotency key: 64 hexadecimal digits and the channel (`<hex>-sms`), equal in every attempt for the same code. */
  key: string
  /** The credentials of `secrets`, as text. */
  secrets: Readonly<Record<string, string>>
}

type From<T> = T | ((message: HttpMessage) => T)

export interface HttpOptions {
  /** What it is called in logs and metrics. Default `http`. */
  name?: string
  /** Default e-mail and SMS. */
  channels?: readonly Channel[]
  /** The gateway keeps to `key` when the request holds it, and sends once only. */
  idempotent?: boolean
  /** https, unless it is of this machine or `allowHttp` is set. Encode what is put into it. */
  url: From<string>
  /** For gateways inside a network of your own that speak no TLS. */
  allowHttp?: boolean
  /** Default `POST`. */
  method?: string
  /** Credentials that the functions get as text. */
  secrets?: Readonly<Record<string, Secretish>>
  headers?: From<Readonly<Record<string, string>>>
  /** One of the three forms, which also sets the content type. Default: JSON of `to`, `subject`, `text` and `html`. */
  body?: (message: HttpMessage) => Pick<Call, 'json' | 'form' | 'text'>
  /** Whether a 2xx was really accepted, or the whole outcome. `false` moves on to the next provider. */
  accepted?: (answer: Answer) => boolean | Outcome
  /** The gateway's id of the message. */
  id?: (answer: Answer) => unknown
  /** The gateway's own code for a fault; printed where it is a plain word or number that was not sent. */
  code?: (answer: Answer) => unknown
}

/**
 * Sends by any gateway that speaks HTTP: national SMS gateways, services in-house.
 *
 * ```ts
 * http({
 *   name: 'gateway',
 *   channels: ['sms'],
 *   url: 'https://sms.example.net/v1/send',
 *   secrets: { key: { ssm: '/auth/gateway' } },
 *   headers: ({ secrets }) => ({ 'x-api-key': secrets.key! }),
 *   body: ({ to, text }) => ({ form: { to, text } }),
 *   accepted: ({ json }) => (json as { status?: string }).status === 'OK',
 * })
 * ```
 * @throws {TypeError} when `url` is a text that is no URL, or not https.
 */
export function http(options: HttpOptions): Provider {
  const { name = 'http', channels = ['email', 'sms'], method, accepted, id, code, allowHttp } = options
  if (typeof options.url === 'string') baseUrl(options.url, '', allowHttp)

  async function request(message: HttpMessage): Promise<Call> {
    const url = typeof options.url === 'function' ? options.url(message) : options.url
    baseUrl(url, '', allowHttp)
    const headers = typeof options.headers === 'function' ? options.headers(message) : options.headers
    return {
      url,
      headers: { ...headers },
      ...(method && { method }),
      ...(options.body ? options.body(message) : { json: usualBody(message) }),
      ...(id && { id }),
      ...(code && { code }),
      ...(accepted && { judge: (answer, printable) => judge(accepted, answer, printable) }),
    }
  }

  return {
    name,
    channels,
    ...(options.idempotent && { idempotent: true }),
    send: (to, body, message, context) =>
      call(async () => {
        const pairs = Object.entries(options.secrets ?? {})
        const secrets = await Promise.all(
          pairs.map(async ([one, secret]) => [one, await resolveSecretish(secret)] as const),
        )
        return request({ ...body, to, message, key: context.key, secrets: Object.fromEntries(secrets) })
      }, context),
  }
}

function usualBody({ to, subject, text, html }: HttpMessage) {
  return { to, subject, text, html }
}

function judge(accepted: (answer: Answer) => boolean | Outcome, answer: Answer, code?: string): Outcome | undefined {
  const ok = answer.http >= 200 && answer.http < 300
  let verdict: boolean | Outcome
  try {
    verdict = accepted(answer)
  } catch {
    // An answer that the function cannot read tells nothing.
    return ok
      ? { status: 'unknown', reason: `HTTP ${answer.http} with an unexpected body`, http: answer.http }
      : undefined
  }
  if (typeof verdict === 'object') return verdict
  if (verdict || !ok) return undefined
  const reason = code === undefined ? `HTTP ${answer.http}, refused in its body` : `HTTP ${answer.http} ${code}`
  return { status: 'drop', reason, http: answer.http, account: true }
}
