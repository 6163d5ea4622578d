import type { Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { system } from '../system.ts'
import { countSegments } from '../templates/segments.ts'
import { bareNumber } from './bare-number.ts'
import { type Answer, type Call, call, checkByCall } from './call.ts'
import { member, textMember } from './member.ts'
import { meanings, outcomeOfCode } from './outcome-of-code.ts'
import { referenceOf } from './reference.ts'
import { secondsLeft } from './seconds-left.ts'
import { baseUrl } from './url-of.ts'
import { messagesReport, smsReport, type VonageSignatureMethod } from './vonage-reports.ts'

export type { VonageSignatureMethod } from './vonage-reports.ts'

export interface VonageOptions {
  apiKey: Secretish
  apiSecret: Secretish
  /** A number, or a sender id of letters and digits. */
  from: string
  /** Which of Vonage's two APIs sends; the account is set to one of them. Default `sms`. */
  api?: 'sms' | 'messages'
  /** For India: the entity's and the template's id from the registration (DLT). */
  entityId?: string
  contentId?: string
  /** The account's signature secret: verifies the webhooks of both APIs. */
  signatureSecret?: Secretish
  /** How the account signs the webhooks of the SMS API, which Vonage's support has to switch on. Default `sha256`; the
   * account's own is `md5hash`, which is weaker, so set it to "SHA-256 HMAC" in Vonage's dashboard. */
  signatureMethod?: VonageSignatureMethod
  /** Default `https://rest.nexmo.com`, and `https://api.nexmo.com` for the Messages API. */
  baseUrl?: string
  /** Milliseconds since 1970, for webhooks; for tests. */
  now?: () => number
}

/** Seconds that a time to live allows; Vonage counts them in milliseconds in the one API, in seconds in the other. */
const timeToLive = { least: 20, most: 604_800 }

/** Characters of `client-ref` and `client_ref`. */
const longestReference = 100

/**
 * Text messages by Vonage, once Nexmo: by its SMS API, which answers 200 to everything and tells `parts`, or by its
 * Messages API. They lapse with the code.
 *
 * Webhooks: those of the Messages API bear a JSON Web Token with a hash of the body, those of the SMS API a signature over
 * their parameters; where those come by GET, `webhook()` needs the `url`. They are refused when they are older than five
 * minutes.
 * @see https://developer.vonage.com/en/api/sms
 * @see https://developer.vonage.com/en/api/messages
 * @see https://developer.vonage.com/en/getting-started/concepts/webhooks
 * @throws {TypeError} when `baseUrl` is malformed.
 */
export function vonage(options: VonageOptions): Provider {
  const { api = 'sms', signatureSecret, signatureMethod = 'sha256', now = system.now } = options
  const base = baseUrl(options.baseUrl, api === 'sms' ? 'https://rest.nexmo.com' : 'https://api.nexmo.com')
  const login = async () => [await resolveSecretish(options.apiKey), await resolveSecretish(options.apiSecret)] as const
  const make = api === 'sms' ? bySms : byMessages

  return {
    name: 'vonage',
    channels: ['sms'],

    send: (to, body, message, context) =>
      call(async () => {
        const ttl = secondsLeft(message, context.now(), timeToLive)
        const text = { to: bareNumber(to), text: body.text, ttl, reference: referenceOf(context.key, longestReference) }
        return make(base, options, await login(), text, context.now())
      }, context),

    check: (context) =>
      checkByCall(
        async () => ({
          url: `${baseUrl(options.baseUrl, 'https://rest.nexmo.com')}/account/get-balance`,
          method: 'GET',
          headers: basic(await login()),
        }),
        context,
        ({ json }) =>
          Number(member(json, 'value') ?? 1) > 0 || member(json, 'autoReload') === true
            ? { ok: true }
            : { ok: false, detail: 'the account has no credit' },
      ),

    async webhook(request) {
      if (!signatureSecret) throw new Error('vonage: signatureSecret is not set')
      const secret = await resolveSecretish(signatureSecret)
      return api === 'messages'
        ? messagesReport(request, secret, now)
        : smsReport(request, secret, signatureMethod, now)
    },
  }
}

interface Text {
  to: string
  text: string
  /** Seconds. */
  ttl: number | undefined
  reference: string
}

type Maker = (base: string, options: VonageOptions, login: readonly [string, string], text: Text, now: number) => Call

const bySms: Maker = (base, options, [api_key, api_secret], { to, text, ttl, reference }, now) => ({
  url: `${base}/sms/json`,
  form: {
    api_key,
    api_secret,
    from: options.from,
    to,
    text,
    type: countSegments(text).encoding === 'UCS-2' ? 'unicode' : undefined,
    ttl: ttl === undefined ? undefined : String(ttl * 1000),
    'client-ref': reference,
    'entity-id': options.entityId,
    'content-id': options.contentId,
  },
  code: ({ json }) => failedPart(json),
  judge: (answer, printable) => judgeParts(answer, printable, now),
})

const basic = (login: readonly [string, string]) => ({
  authorization: `Basic ${Buffer.from(login.join(':')).toString('base64')}`,
})

const byMessages: Maker = (base, options, login, { to, text, ttl, reference }) => {
  const { entityId, contentId } = options
  return {
    url: `${base}/v1/messages`,
    headers: basic(login),
    json: {
      message_type: 'text',
      channel: 'sms',
      from: options.from,
      to,
      text,
      ttl,
      client_ref: reference,
      ...(entityId || contentId ? { sms: { entity_id: entityId, content_id: contentId } } : {}),
    },
    id: ({ json }) => member(json, 'message_uuid'),
    // A problem's type is a URL; its last part is its name.
    code: ({ json }) => /[^/#]+$/.exec(textMember(json, 'type') ?? '')?.[0],
  }
}

/** Statuses of the SMS API. https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms */
const statuses = /* @__PURE__ */ meanings({
  retry: [1, 10],
  unknown: [5],
  recipient: [3, 6, 7, 12, 33],
  account: [2, 4, 8, 9, 11, 14, 15, 22, 23, 29, 32],
})

const parts = (json: unknown): unknown[] => {
  const found = member(json, 'messages')
  return Array.isArray(found) ? found : []
}
const failedPart = (json: unknown) =>
  parts(json)
    .map((part) => textMember(part, 'status'))
    .find((status) => status !== '0')

/** A long text has a status for each of its parts. Where only some were taken, the person got a piece of the message. */
function judgeParts(answer: Answer, printable: string | undefined, now: number): Outcome | undefined {
  const { http, json } = answer
  if (http < 200 || http >= 300) return undefined
  const all = parts(json)
  const id = textMember(all[0], 'message-id')
  const failed = failedPart(json)
  if (all.length > 0 && failed === undefined) return { status: 'accepted', ...(id && { id }), parts: all.length }
  if (all.length === 0) return { status: 'unknown', reason: `HTTP ${http} without a status`, http }
  const some = all.some((part) => textMember(part, 'status') === '0')
  return outcomeOfCode(some ? 'unknown' : (statuses.get(failed ?? '') ?? 'recipient'), answer, printable, now)
}
