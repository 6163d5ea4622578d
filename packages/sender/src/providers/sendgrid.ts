import { createPublicKey, verify } from 'node:crypto'
import type { DeliveryEvent, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { system } from '../system.ts'
import { checkByCall } from './call.ts'
import { callForMail, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { assertFresh, webhookToleranceS } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export interface SendgridOptions extends MailOptions {
  /** `SG.…` with the scope `mail.send`. */
  apiKey: Secretish
  /** Where the account's mail is handled; `eu` for regional subusers of the European Union. Default `global`. */
  region?: 'global' | 'eu'
  /** The verification key of the signed event webhook, base64 as the settings show it or PEM; for `webhook()`. */
  webhookPublicKey?: Secretish
  /** Milliseconds since 1970; for tests of `webhook()`. */
  now?: () => number
}

/**
 * Sends e-mail by Twilio SendGrid, with the tracking of clicks and opens and the unsubscribe link switched off. Lists of
 * people who unsubscribed are not asked: they are of marketing, and a code that was asked for is to arrive.
 *
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send, webhooks:
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
 * @throws {TypeError} when `from`, `replyTo` or `baseUrl` is malformed.
 */
export function sendgrid(options: SendgridOptions): Provider {
  const from = parseMailAddress(options.from)
  const replyTo = options.replyTo === undefined ? undefined : parseMailAddress(options.replyTo)
  const usual = options.region === 'eu' ? 'https://api.eu.sendgrid.com' : 'https://api.sendgrid.com'
  const base = baseUrl(options.baseUrl, usual)
  const authorization = async () => `Bearer ${await resolveSecretish(options.apiKey)}`

  return {
    name: 'sendgrid',
    channels: ['email'],

    send: (to, body, _message, context) =>
      callForMail(
        to,
        async () => ({
          url: `${base}/v3/mail/send`,
          headers: { authorization: await authorization() },
          json: {
            personalizations: [{ to: [{ email: to }] }],
            from,
            reply_to: replyTo,
            subject: subjectOf(body),
            content: [
              { type: 'text/plain', value: body.text },
              ...(body.html === undefined ? [] : [{ type: 'text/html', value: body.html }]),
            ],
            tracking_settings: {
              click_tracking: { enable: false, enable_text: false },
              open_tracking: { enable: false },
              subscription_tracking: { enable: false },
              ganalytics: { enable: false },
            },
            mail_settings: { bypass_unsubscribe_management: { enable: true } },
          },
          id: ({ headers }) => headers.get('x-message-id'),
          code: ({ json }) => fieldAtFault(json),
          refused: ({ http, json }, code) =>
            http === 400 && fieldAtFault(json) === 'field:from'
              ? { status: 'drop', reason: `HTTP 400 ${code}`, http, account: true }
              : undefined,
        }),
        context,
      ),

    check: (context) =>
      checkByCall(
        async () => ({ url: `${base}/v3/scopes`, method: 'GET', headers: { authorization: await authorization() } }),
        context,
        ({ json }) => {
          const scopes = member(json, 'scopes')
          const maySend = Array.isArray(scopes) && scopes.includes('mail.send')
          return maySend ? { ok: true } : { ok: false, detail: 'the key has not the scope mail.send' }
        },
      ),

    async webhook({ headers, body }) {
      if (options.webhookPublicKey === undefined) throw new Error('sendgrid: webhookPublicKey is not set')
      const publicKey = await resolveSecretish(options.webhookPublicKey)
      verifyEventWebhook(lowerCaseNames(headers), body, publicKey, options.now ?? system.now)
      const events: unknown = JSON.parse(body)
      return Array.isArray(events) ? events.flatMap(deliveryEvents) : []
    },
  }
}

/** SendGrid's sentence about a fault may repeat the address; the name of the field does not. */
function fieldAtFault(json: unknown): string | undefined {
  const [field] =
    /^(from|reply_to|personalizations|subject|content)\b/.exec(textMember(json, 'errors', 0, 'field') ?? '') ?? []
  return field === undefined ? undefined : `field:${field}`
}

/** The signature is ECDSA over SHA-256 of the timestamp and the body, with no separator, in DER. */
function verifyEventWebhook(
  headers: Record<string, string | undefined>,
  body: string,
  publicKey: string,
  now: () => number,
): void {
  const signature = headers['x-twilio-email-event-webhook-signature']
  const timestamp = headers['x-twilio-email-event-webhook-timestamp']
  if (!signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) throw new Error('the webhook is not signed')
  assertFresh(Number(timestamp), webhookToleranceS, now)
  const pem = publicKey.includes('BEGIN PUBLIC KEY')
  const key = pem
    ? createPublicKey(publicKey)
    : createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  const right = verify('sha256', Buffer.from(timestamp + body), key, Buffer.from(signature, 'base64'))
  if (!right) throw new Error('the webhook’s signature is wrong')
}

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  processed: 'sent',
  delivered: 'delivered',
  bounce: 'bounced',
  dropped: 'failed',
  spamreport: 'complained',
  click: 'clicked',
}

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
function deliveryEvents(event: unknown): DeliveryEvent[] {
  const type = member(types, textMember(event, 'event') ?? '') as DeliveryEvent['type'] | undefined
  const messageId = textMember(event, 'sg_message_id')
  if (type === undefined || messageId === undefined) return []
  // The id of the answer to the sending, with the names of SendGrid's machines behind it.
  const id = messageId.replace(/\.(recvd|filter).*$/, '')
  const detail = ['type', 'status']
    .map((name) => textMember(event, name))
    .filter((text) => /^[\w.]{1,20}$/.test(text ?? ''))
  const at = new Date(Number(member(event, 'timestamp')) * 1000)
  return [{ id, type, at, ...(detail.length === 0 ? {} : { detail: detail.join(' ') }) }]
}
