import { createHmac } from 'node:crypto'
import type { DeliveryEvent, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { system } from '../system.ts'
import { checkByCall } from './call.ts'
import { callForMail, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { member, textMember } from './member.ts'
import { assertFresh, sameText, webhookToleranceS } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export interface MailgunOptions extends MailOptions {
  apiKey: Secretish
  /** The sending domain, as `mg.acme.dev`. */
  domain: string
  /** Where the domain was made. Default `us`. */
  region?: 'us' | 'eu'
  /** The account's HTTP webhook signing key, for `webhook()`. */
  webhookSigningKey?: Secretish
  /** Milliseconds since 1970; for tests of `webhook()`. */
  now?: () => number
}

/**
 * Sends e-mail by Mailgun, with the tracking of clicks and opens switched off.
 *
 * `webhook()` refuses what is older than five minutes. Within them a request can be repeated: Mailgun signs only a time and a
 * token, so a receiver that counts has to remember the tokens.
 *
 * https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages, webhooks:
 * https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks
 * @throws {TypeError} when `domain`, `from`, `replyTo` or `baseUrl` is malformed.
 */
export function mailgun(options: MailgunOptions): Provider {
  const { from, replyTo, domain } = options
  for (const address of [from, replyTo]) if (address !== undefined) parseMailAddress(address)
  if (!/^[a-z0-9.-]+$/i.test(domain)) throw new TypeError('domain must be a domain name')
  const base = baseUrl(
    options.baseUrl,
    options.region === 'eu' ? 'https://api.eu.mailgun.net' : 'https://api.mailgun.net',
  )
  const authorization = async () =>
    `Basic ${Buffer.from(`api:${await resolveSecretish(options.apiKey)}`).toString('base64')}`

  return {
    name: 'mailgun',
    channels: ['email'],

    send: (to, body, _message, context) =>
      callForMail(
        to,
        async () => ({
          url: `${base}/v3/${domain}/messages`,
          headers: { authorization: await authorization() },
          form: {
            from,
            to,
            subject: subjectOf(body),
            text: body.text,
            html: body.html,
            'h:Reply-To': replyTo,
            'o:tracking': 'no',
            'o:tracking-clicks': 'no',
            'o:tracking-opens': 'no',
          },
          id: ({ json }) => member(json, 'id'),
          // Mailgun answers 404 for a domain that is not the account's: another service may do better.
          // A domain that may not send is told by a sentence only.
          refused: ({ http, text }) =>
            http === 404 || (http === 400 && /not allowed to send|domain is disabled/i.test(text))
              ? { status: 'drop', reason: `HTTP ${http} of the domain`, http, account: true }
              : undefined,
        }),
        context,
      ),

    check: (context) =>
      checkByCall(
        async () => ({
          url: `${base}/v4/domains/${domain}`,
          method: 'GET',
          headers: { authorization: await authorization() },
        }),
        context,
        ({ json }) => {
          const state = textMember(json, 'domain', 'state') ?? 'not active'
          return state === 'active' ? { ok: true } : { ok: false, detail: `the domain ${domain} is ${state}` }
        },
      ),

    async webhook({ body }) {
      if (options.webhookSigningKey === undefined) throw new Error('mailgun: webhookSigningKey is not set')
      const key = await resolveSecretish(options.webhookSigningKey)
      const event: unknown = JSON.parse(body)
      verifySignature(member(event, 'signature'), key, options.now ?? system.now)
      return deliveryEvents(member(event, 'event-data'))
    },
  }
}

/** A subaccount's event bears a second signature, which the key of the account above it made. */
function verifySignature(signature: unknown, key: string, now: () => number): void {
  const [timestamp, token] = ['timestamp', 'token'].map((name) => String(member(signature, name) ?? ''))
  if (!timestamp || !token || !/^\d{1,12}$/.test(timestamp)) throw new Error('the webhook is not signed')
  assertFresh(Number(timestamp), webhookToleranceS, now)
  const right = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex')
  const given = ['signature', 'parent-signature'].map((name) => textMember(signature, name) ?? '')
  if (!given.map((one) => sameText(one, right)).includes(true)) throw new Error('the webhook’s signature is wrong')
}

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  accepted: 'sent',
  delivered: 'delivered',
  rejected: 'failed',
  complained: 'complained',
  clicked: 'clicked',
}

/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure */
function deliveryEvents(event: unknown): DeliveryEvent[] {
  const name = textMember(event, 'event') ?? ''
  const messageId = textMember(event, 'message', 'headers', 'message-id')
  const type = name === 'failed' ? failure(event) : (member(types, name) as DeliveryEvent['type'] | undefined)
  if (type === undefined || messageId === undefined) return []
  const code = member(event, 'delivery-status', 'code')
  const detail = typeof code === 'number' ? { detail: String(code) } : {}
  // The answer to the sending has the id in angle brackets.
  return [{ id: `<${messageId}>`, type, at: new Date(Number(member(event, 'timestamp')) * 1000), ...detail }]
}

/** Mailgun goes on trying after a temporary failure; a permanent one is a bounce, now or an earlier one remembered. */
function failure(event: unknown): DeliveryEvent['type'] | undefined {
  if (textMember(event, 'severity') !== 'permanent') return undefined
  return /bounce/.test(textMember(event, 'reason') ?? '') ? 'bounced' : 'failed'
}
