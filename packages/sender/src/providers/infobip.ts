import type { Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { bareNumber } from './bare-number.ts'
import { type Answer, call, checkByCall } from './call.ts'
import { infobipReport } from './infobip-reports.ts'
import { member, textMember } from './member.ts'
import { type Meaning, meanings, outcomeOfCode } from './outcome-of-code.ts'
import { secondsLeft } from './seconds-left.ts'
import { baseUrl } from './url-of.ts'

export interface InfobipOptions {
  apiKey: Secretish
  /** The account's own host, as the portal shows it: `https://xxxxx.api.infobip.com`. */
  baseUrl: string
  /** A number or an alphanumeric sender id. */
  from: string
  /** For India: the entity's and the template's id from the registration (DLT). */
  entityId?: string
  templateId?: string
  /** A long random text of your own by which `webhook()` knows Infobip. Give it to Infobip as the password of the
   * subscription's security settings (`BASIC`, with any user name), or in the query of the report's URL, as
   * `https://acme.dev/reports?secret=…`; there it may get into logs of what stands before your function. */
  reportSecret?: Secretish
}

/** Seconds that a validity period allows: 48 hours. */
const validityPeriod = { least: 30, most: 172_800 }

/**
 * Text messages by Infobip's SMS API, version 3. They lapse with the code. A message that Infobip rejects is answered with
 * a 200 all the same. `parts` are told.
 *
 * `webhook()` knows Infobip by `reportSecret` only; where that is in the URL, it needs the `url`. Whoever learns the secret
 * can make up reports, and nothing in them says how old they are.
 * @see https://www.infobip.com/docs/api/channels/sms/outbound-sms/send-sms-messages
 * @see https://www.infobip.com/docs/developer-resources/api-fundamentals/message-status-codes
 * @throws {TypeError} when `baseUrl` is malformed.
 */
export function infobip(options: InfobipOptions): Provider {
  const base = baseUrl(options.baseUrl, '')
  const headers = async () => ({ authorization: `App ${await resolveSecretish(options.apiKey)}` })
  const code = ({ json }: Answer) =>
    statusName(json) ?? member(json, 'requestError', 'serviceException', 'messageId') ?? member(json, 'errorCode')
  const { entityId, templateId } = options
  const indiaDlt = { contentTemplateId: templateId, principalEntityId: entityId }

  return {
    name: 'infobip',
    channels: ['sms'],

    send: (to, body, message, context) =>
      call(async () => {
        const amount = secondsLeft(message, context.now(), validityPeriod)
        const choices = {
          ...(amount === undefined ? {} : { validityPeriod: { amount, timeUnit: 'SECONDS' } }),
          ...(entityId || templateId ? { regional: { indiaDlt } } : {}),
        }
        return {
          url: `${base}/sms/3/messages`,
          headers: await headers(),
          json: {
            messages: [
              {
                sender: options.from,
                destinations: [{ to: bareNumber(to) }],
                content: { text: body.text },
                ...(Object.keys(choices).length > 0 ? { options: choices } : {}),
              },
            ],
          },
          code,
          judge: (answer, printable) => judge(answer, printable, context.now()),
        }
      }, context),

    check: (context) =>
      checkByCall(
        async () => ({ url: `${base}/account/1/balance`, method: 'GET', headers: await headers(), code }),
        context,
      ),

    async webhook(request) {
      if (!options.reportSecret) throw new Error('infobip: reportSecret is not set')
      return infobipReport(request, await resolveSecretish(options.reportSecret))
    },
  }
}

const statusName = (json: unknown) => textMember(json, 'messages', 0, 'status', 'name')

/** Names of statuses that refuse a message for the account's sake, or for now; the others are the recipient's. */
const names = /* @__PURE__ */ meanings({
  retry: ['REJECTED_FLOODING_FILTER', 'REJECTED_SYSTEM_ERROR'],
  account: [
    'REJECTED_NETWORK',
    'REJECTED_SOURCE',
    'REJECTED_NOT_ENOUGH_CREDITS',
    'REJECTED_SENDER',
    'REJECTED_PREPAID_PACKAGE_EXPIRED',
    'REJECTED_DESTINATION_NOT_REGISTERED',
    'REJECTED_ROUTE_NOT_AVAILABLE',
    'REJECTED_SPECIFIED_ROUTE_NOT_AVAILABLE',
    'REJECTED_IP_ADDRESS',
    'REJECTED_UNKNOWN_ACCOUNT_ID',
    'REJECTED_SENDER_NOT_REGISTERED',
  ],
})

function judge(answer: Answer, printable: string | undefined, now: number): Outcome | undefined {
  const { http, json } = answer
  if (http < 200 || http >= 300) return outcomeOfCode(meaningOfViolation(json), answer, printable, now)
  const group = textMember(json, 'messages', 0, 'status', 'groupName')
  if (group !== undefined && /^(REJECTED|UNDELIVERABLE|EXPIRED)$/.test(group)) {
    return outcomeOfCode(names.get(statusName(json) ?? '') ?? 'recipient', answer, printable, now)
  }
  const id = textMember(json, 'messages', 0, 'messageId')
  const parts = member(json, 'messages', 0, 'details', 'messageCount')
  return { status: 'accepted', ...(id && { id }), ...(typeof parts === 'number' && parts > 0 && { parts }) }
}

/** A request that is refused because of its sender is refused for every message. */
function meaningOfViolation(json: unknown): Meaning | undefined {
  const property = textMember(json, 'violations', 0, 'property') ?? ''
  return /sender|regional/i.test(property) ? 'account' : undefined
}
