import type { DeliveryEvent, Outcome, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { type Answer, checkByCall } from './call.ts'
import { callForMail, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { sameText } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export interface PostmarkOptions extends MailOptions {
  /** The token of the server, not the account's. */
  serverToken: Secretish
  /** A transactional stream. Default `outbound`. */
  messageStream?: string
  /** User and password that stand in the webhook's URL at Postmark, for `webhook()`. */
  webhookLogin?: { user: string; password: Secretish }
}

/**
 * Sends e-mail by Postmark, with the tracking of clicks and opens switched off.
 *
 * Postmark does not sign its webhooks: it sends the user name and password of the webhook's URL, and `webhook()` compares
 * them. They say nothing of the time, so that a request that was overheard can be repeated.
 *
 * https://postmarkapp.com/developer/api/email-api, errors: https://postmarkapp.com/developer/api/overview#error-codes,
 * webhooks: https://postmarkapp.com/developer/webhooks/webhooks-overview
 * @throws {TypeError} when `from`, `replyTo` or `baseUrl` is malformed.
 */
export function postmark(options: PostmarkOptions): Provider {
  const { from, replyTo, messageStream = 'outbound' } = options
  for (const address of [from, replyTo]) if (address !== undefined) parseMailAddress(address)
  const base = baseUrl(options.baseUrl, 'https://api.postmarkapp.com')
  const token = async () => ({ 'x-postmark-server-token': await resolveSecretish(options.serverToken) })
  const code = ({ json }: Answer) => member(json, 'ErrorCode')

  return {
    name: 'postmark',
    channels: ['email'],

    send: (to, body, _message, context) =>
      callForMail(
        to,
        async () => ({
          url: `${base}/email`,
          headers: await token(),
          json: {
            From: from,
            To: to,
            ReplyTo: replyTo,
            Subject: subjectOf(body),
            TextBody: body.text,
            HtmlBody: body.html,
            MessageStream: messageStream,
            TrackOpens: false,
            TrackLinks: 'None',
          },
          id: ({ json }) => member(json, 'MessageID'),
          code,
          judge,
        }),
        context,
      ),

    check: (context) =>
      checkByCall(
        async () => ({ url: `${base}/server`, method: 'GET', headers: await token(), code }),
        context,
        ({ json }) =>
          textMember(json, 'DeliveryType') === 'Sandbox'
            ? { ok: false, detail: 'the server is a sandbox: nothing is delivered' }
            : { ok: true },
      ),

    async webhook({ headers, body }) {
      if (options.webhookLogin === undefined) throw new Error('postmark: webhookLogin is not set')
      const { user, password } = options.webhookLogin
      const right = `Basic ${Buffer.from(`${user}:${await resolveSecretish(password)}`).toString('base64')}`
      if (!sameText(lowerCaseNames(headers).authorization ?? '', right)) throw new Error('the webhook’s login is wrong')
      return deliveryEvents(JSON.parse(body))
    },
  }
}

/** Postmark's own codes, of which several come with the status 422. */
const ofTheAccount = new Set([10, 400, 401, 405, 412, 413])

function judge({ http, json }: Answer): Outcome | undefined {
  const code = member(json, 'ErrorCode')
  if (typeof code !== 'number' || code === 0) return undefined
  const reason = `HTTP ${http} ${code}`
  const sender = code === 300 && /^Invalid 'From'/.test(textMember(json, 'Message') ?? '')
  if (sender || ofTheAccount.has(code)) return { status: 'drop', reason, http, account: true }
  if (code === 100 || code === 429) return http === 429 ? undefined : { status: 'retry', reason, http }
  // Postmark answers 200 with an error in it where only the body tells.
  return http >= 200 && http < 300 ? { status: 'drop', reason, http } : undefined
}

/** The member that holds the time, and the type, of each record. */
const records: Readonly<Record<string, readonly [type: DeliveryEvent['type'], time: string]>> = {
  Delivery: ['delivered', 'DeliveredAt'],
  Bounce: ['bounced', 'BouncedAt'],
  SpamComplaint: ['complained', 'BouncedAt'],
  Click: ['clicked', 'ReceivedAt'],
}

function deliveryEvents(event: unknown): DeliveryEvent[] {
  const record = textMember(event, 'RecordType') ?? ''
  const [type, time] = Object.hasOwn(records, record) ? records[record]! : []
  const id = textMember(event, 'MessageID')
  if (type === undefined || id === undefined) return []
  const detail = type === 'bounced' ? textMember(event, 'Type') : undefined
  return [{ id, type, at: new Date(textMember(event, time!) ?? Number.NaN), ...(detail ? { detail } : {}) }]
}
