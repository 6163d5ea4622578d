import type { CheckResult, DeliveryEvent, Outcome, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { type Answer, checkByCall } from './call.ts'
import { callForMail, domainOf, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { member, textMember } from './member.ts'
import { verifyWebhook } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export interface ResendOptions extends MailOptions {
  /** `re_…`. One that may only send is enough, but then `check` cannot see the domain. */
  apiKey: Secretish
  /** `whsec_…` of the webhook, for `webhook()`. */
  webhookSecret?: Secretish
  /** Milliseconds since 1970; for tests of `webhook()`. */
  now?: () => number
}

/**
 * Sends e-mail by Resend, which itself sends once only for one key within 24 hours.
 *
 * Resend tracks clicks and opens by domain and not by message: leave both off in the domain's settings, since a rewritten
 * link leaks what it holds. `check` says when one is on.
 *
 * https://resend.com/docs/api-reference/emails/send-email, …/api-reference/errors, …/dashboard/emails/idempotency-keys,
 * webhooks: https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests
 * @throws {TypeError} when `from`, `replyTo` or `baseUrl` is malformed.
 */
export function resend(options: ResendOptions): Provider {
  return {
    ...resendToSend(options),

    async check(context) {
      const get = (path: string) => async () => ({
        url: `${baseOf(options)}${path}`,
        method: 'GET',
        headers: { authorization: await authorizationOf(options) },
        code: ({ json }: Answer) => member(json, 'name'),
        refused: (_answer: Answer, code?: string) =>
          code === 'restricted_api_key' ? { status: 'accepted' as const } : undefined,
      })
      const name = domainOf(options.from)
      let id: string | undefined
      const domain = await checkByCall(get('/domains'), context, (answer) => {
        const own = ownDomain(answer, name)
        id = textMember(own, 'id')
        return domainState(answer, name, own)
      })
      if (!domain.ok || id === undefined) return domain
      const tracking = await checkByCall(get(`/domains/${encodeURIComponent(id)}`), context, trackingState)
      return !tracking.ok || tracking.detail === undefined
        ? domain
        : { ok: true, detail: `${domain.detail}, but ${tracking.detail}` }
    },

    async webhook(request) {
      if (options.webhookSecret === undefined) throw new Error('resend: webhookSecret is not set')
      const secret = await resolveSecretish(options.webhookSecret)
      const event = verifyWebhook(request, { secret, prefix: 'svix', ...(options.now && { now: options.now }) })
      return deliveryEvents(event)
    },
  }
}

/**
 * `resend` without `check` and `webhook`, for handlers that only send: what only those two need is not in their bundle.
 * @throws {TypeError} when `from`, `replyTo` or `baseUrl` is malformed.
 */
export function resendToSend(options: Omit<ResendOptions, 'webhookSecret' | 'now'>): Provider {
  const { from, replyTo } = options
  for (const address of [from, replyTo]) if (address !== undefined) parseMailAddress(address)
  const base = baseOf(options)
  return {
    name: 'resend',
    channels: ['email'],
    idempotent: true,
    send: (to, body, _message, context) =>
      callForMail(
        to,
        async () => ({
          url: `${base}/emails`,
          headers: { authorization: await authorizationOf(options), 'idempotency-key': context.key },
          json: { from, to: [to], subject: subjectOf(body), text: body.text, html: body.html, reply_to: replyTo },
          id: ({ json }) => member(json, 'id'),
          code: ({ json }) => member(json, 'name'),
          refused,
        }),
        context,
      ),
  }
}

const baseOf = (options: MailOptions) => baseUrl(options.baseUrl, 'https://api.resend.com')

const authorizationOf = async ({ apiKey }: Pick<ResendOptions, 'apiKey'>) => `Bearer ${await resolveSecretish(apiKey)}`

/** Reads what Resend's statuses leave open. */
function refused({ http }: Answer, code: string | undefined): Outcome | undefined {
  const reason = `HTTP ${http} ${code}`
  // An earlier request with this key is in progress, or was accepted with other words: the message is or will be sent.
  if (http === 409 && /idempotent/.test(code ?? '')) return { status: 'unknown', reason, http }
  if (code === 'invalid_from_address') return { status: 'drop', reason, http, account: true }
  return undefined
}

/** The domain from which messages are to come: Resend lets it send for its own name only, and not for those below. */
function ownDomain({ json }: Answer, domain: string): unknown {
  const all = member(json, 'data')
  return Array.isArray(all) ? all.find((one) => textMember(one, 'name')?.toLowerCase() === domain) : undefined
}

/** https://resend.com/docs/api-reference/domains/list-domains */
function domainState({ http }: Answer, domain: string, own: unknown): CheckResult {
  if (http === 401) return { ok: true, detail: 'the key may only send, so that the domain could not be looked at' }
  if (own === undefined) return { ok: false, detail: `the domain ${domain} is not in the account` }
  const status = textMember(own, 'status') ?? 'not verified'
  return { ok: status === 'verified', detail: `the domain ${domain} is ${status}` }
}

/** https://resend.com/docs/api-reference/domains/get-domain */
function trackingState({ json }: Answer): CheckResult {
  const tracked = ['click_tracking', 'open_tracking'].filter((name) => member(json, name) === true)
  return tracked.length === 0 ? { ok: true } : { ok: true, detail: `switch off ${tracked.join(' and ')}` }
}

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  'email.sent': 'sent',
  'email.delivered': 'delivered',
  'email.bounced': 'bounced',
  'email.failed': 'failed',
  'email.suppressed': 'failed',
  'email.complained': 'complained',
  'email.clicked': 'clicked',
}

function deliveryEvents(event: unknown): DeliveryEvent[] {
  const type = member(types, textMember(event, 'type') ?? '') as DeliveryEvent['type'] | undefined
  const id = textMember(event, 'data', 'email_id')
  if (type === undefined || id === undefined) return []
  const kinds = ['type', 'subType'].map((name) => textMember(event, 'data', 'bounce', name))
  const detail = kinds.filter((kind) => kind !== undefined).join(' ')
  const at = new Date(textMember(event, 'created_at') ?? Number.NaN)
  return [{ id, type, at, ...(detail === '' ? {} : { detail }) }]
}
