import { createHmac } from 'node:crypto'
import type { Message } from '../message.ts'
import type { DeliveryEvent, Outcome, Provider, Rendered } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { type Answer, call, checkByCall } from './call.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { meanings, outcomeOfCode } from './outcome-of-code.ts'
import { sameText } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'
import { whatsappParams } from './whatsapp-params.ts'

export interface WhatsappCloudOptions {
  /** A system user's access token with `whatsapp_business_messaging`. */
  token: Secretish
  /** Id of the business's phone number: not the number itself. */
  phoneNumberId: string
  /** Name of an approved template where the rendered message names none. */
  template: string
  /** Languages that the template has at Meta (`en`, `pt_BR`): the nearest to the message's locale is taken, else the
   * first. Default: the locale as it is. */
  languages?: readonly string[]
  /** An authentication template repeats the code in its button (copy or autofill). Default true; false for a template
   * without such a button. */
  button?: boolean
  /** Default `v24.0`. */
  graphVersion?: string
  /** The app's secret, for `webhook()`. */
  appSecret?: Secretish
  /** Default `https://graph.facebook.com`. */
  baseUrl?: string
}

/**
 * WhatsApp messages by Meta's Cloud API, from an approved template: an authentication template takes the code in its body
 * and again in its button. Meta allows 15 characters for the code, so a longer temporary password needs another template
 * or channel.
 *
 * Webhooks are verified by `X-Hub-Signature-256`; Meta signs no time apart from that of the event, and repeats a webhook
 * for days, so that an old one is not refused. `metaChallenge` answers the GET by which Meta first asks for
 * the URL.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/copy-code-button-authentication-templates/
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 * @throws {TypeError} when `baseUrl` or `graphVersion` is malformed.
 */
export function whatsappCloud(options: WhatsappCloudOptions): Provider {
  const { graphVersion = 'v24.0', phoneNumberId, appSecret } = options
  if (!/^v\d{1,3}\.\d$/.test(graphVersion)) throw new TypeError('whatsapp-cloud: graphVersion is written as v24.0')
  const number = `${baseUrl(options.baseUrl, 'https://graph.facebook.com')}/${graphVersion}/${encodeURIComponent(phoneNumberId)}`
  const headers = async () => ({ authorization: `Bearer ${await resolveSecretish(options.token)}` })
  const code = ({ json }: Answer) => member(json, 'error', 'code')

  return {
    name: 'whatsapp-cloud',
    channels: ['whatsapp'],

    async send(to, body, message, context) {
      const params = whatsappParams(body, message)
      if (!params) return { status: 'drop', reason: 'the message has no code and no WhatsApp parameters' }
      return call(
        async () => ({
          url: `${number}/messages`,
          headers: await headers(),
          json: {
            messaging_product: 'whatsapp',
            recipient_type: 'individual',
            to,
            type: 'template',
            template: templateOf(options, params, body, message),
          },
          id: ({ json }) => member(json, 'messages', 0, 'id'),
          code,
          judge: (answer, printable) => judge(answer, printable, context.now()),
        }),
        context,
      )
    },

    check: (context) =>
      checkByCall(
        async () => ({ url: `${number}?fields=quality_rating,status`, method: 'GET', headers: await headers(), code }),
        context,
        ({ json }) => {
          const rating = textMember(json, 'quality_rating')
          return rating === 'RED' ? { ok: true, detail: 'the number’s quality rating is low' } : { ok: true }
        },
      ),

    async webhook({ headers: given, body }) {
      if (!appSecret) throw new Error('whatsapp-cloud: appSecret is not set')
      const right = `sha256=${createHmac('sha256', await resolveSecretish(appSecret))
        .update(body)
        .digest('hex')}`
      if (!sameText(lowerCaseNames(given)['x-hub-signature-256'] ?? '', right)) {
        throw new Error('the webhook’s signature is wrong')
      }
      return deliveryEvents(JSON.parse(body))
    },
  }
}

function templateOf(options: WhatsappCloudOptions, params: string[], { whatsapp }: Rendered, { locale }: Message) {
  const parameters = params.map((text) => ({ type: 'text', text }))
  const button = { type: 'button', sub_type: 'url', index: '0', parameters: parameters.slice(0, 1) }
  return {
    name: whatsapp?.template ?? options.template,
    language: { code: whatsapp?.language ?? languageOf(locale, options.languages) },
    components: [{ type: 'body', parameters }, ...(options.button === false ? [] : [button])],
  }
}

/** Meta writes `pt_BR` where BCP 47 writes `pt-BR`. */
function languageOf(locale: string, languages: WhatsappCloudOptions['languages']): string {
  const exact = locale.replaceAll('-', '_')
  if (!languages || languages.length === 0) return exact
  const [base = exact] = exact.split('_')
  const same = (wanted: string) => languages.find((language) => language.toLowerCase() === wanted.toLowerCase())
  return same(exact) ?? same(base) ?? languages.find((one) => one.split('_')[0] === base) ?? languages[0]!
}

/** Meta's codes; they matter more than the HTTP status, which for many of them is 400 or 500. */
const codes = /* @__PURE__ */ meanings({
  retry: [2, 4, 80007, 130429, 131016, 131056, 131057, 133004],
  recipient: [100, 130472, 131008, 131009, 131021, 131026, 131047, 131049, 131050, 131051, 131052, 131053],
  account: [
    0, 3, 10, 33, 190, 368, 130497, 131005, 131030, 131031, 131037, 131042, 131045, 131048, 132000, 132001, 132005,
    132007, 132012, 132015, 132016, 133010, 134011, 135000,
  ],
  unknown: [131000],
})

function judge(answer: Answer, printable: string | undefined, now: number): Outcome | undefined {
  const found = member(answer.json, 'error', 'code')
  if (typeof found !== 'number') return undefined
  // 200 to 299 are permissions that the token does not have.
  const meaning = codes.get(String(found)) ?? (found >= 200 && found < 300 ? 'account' : undefined)
  return outcomeOfCode(meaning, answer, printable, now)
}

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function deliveryEvents(payload: unknown): DeliveryEvent[] {
  return listOf(member(payload, 'entry'))
    .flatMap((entry) => listOf(member(entry, 'changes')))
    .flatMap((change) => listOf(member(change, 'value', 'statuses')))
    .flatMap((status) => {
      const id = textMember(status, 'id')
      const type = types[textMember(status, 'status') ?? '']
      if (!id || !type) return []
      const detail = member(status, 'errors', 0, 'code')
      const at = new Date(Number(member(status, 'timestamp')) * 1000)
      return [{ id, type, at, ...(typeof detail === 'number' ? { detail: String(detail) } : {}) }]
    })
}
