import type { Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { system } from '../system.ts'
import { bareNumber } from './bare-number.ts'
import { type Answer, call, checkByCall } from './call.ts'
import { member, textMember } from './member.ts'
import { outcomeOfCode } from './outcome-of-code.ts'
import { plivoReport } from './plivo-reports.ts'
import { baseUrl } from './url-of.ts'

export interface PlivoOptions {
  authId: Secretish
  authToken: Secretish
  /** A number, short code or alphanumeric sender id. */
  from?: string
  /** A pool of numbers; in place of `from`. */
  powerpackUuid?: string
  /** What Plivo keeps in its logs: `false` neither the text, and so the code, nor the whole number. Default: all of it. */
  log?: 'true' | 'false' | 'content_only' | 'number_only'
  /** Where Plivo reports what became of a message: exactly this, for `webhook()`, as it is part of what Plivo signs. */
  statusUrl?: string
  /** For India: the entity's and the template's id from the registration (DLT). */
  entityId?: string
  templateId?: string
  /** Default `https://api.plivo.com`. */
  baseUrl?: string
  /** Milliseconds since 1970; for tests of `webhook()`. */
  now?: () => number
}

/**
 * Text messages by Plivo. `parts` are not told: Plivo counts them in its reports.
 *
 * `webhook()` wants Plivo's signature of version 3, which covers the report. (Version 2 covers the URL only.) Plivo signs no
 * time: a receiver that counts has to remember the nonces (`X-Plivo-Signature-V3-Nonce`).
 * @see https://www.plivo.com/docs/messaging/api/messages/
 * @throws {TypeError} when there is no sender, or `baseUrl` is malformed.
 */
export function plivo(options: PlivoOptions): Provider {
  const { from, powerpackUuid } = options
  if (!from && !powerpackUuid) throw new TypeError('plivo: from or powerpackUuid must be given')
  const base = baseUrl(options.baseUrl, 'https://api.plivo.com')

  const request = async (path: string) => {
    const [id, token] = [await resolveSecretish(options.authId), await resolveSecretish(options.authToken)]
    return {
      url: `${base}/v1/Account/${encodeURIComponent(id)}/${path}`,
      headers: { authorization: `Basic ${Buffer.from(`${id}:${token}`).toString('base64')}` },
    }
  }

  return {
    name: 'plivo',
    channels: ['sms'],

    send: (to, body, _message, context) =>
      call(
        async () => ({
          ...(await request('Message/')),
          json: {
            src: powerpackUuid ? undefined : from,
            powerpack_uuid: powerpackUuid,
            dst: bareNumber(to),
            text: body.text,
            type: 'sms',
            log: options.log,
            url: options.statusUrl,
            dlt_entity_id: options.entityId,
            dlt_template_id: options.templateId,
          },
          judge: (answer) => judge(answer, context.now()),
        }),
        context,
      ),

    check: (context) => checkByCall(async () => ({ ...(await request('')), method: 'GET' }), context),

    async webhook(request) {
      if (!options.statusUrl) throw new Error('plivo: statusUrl is not set')
      const authToken = await resolveSecretish(options.authToken)
      return plivoReport(request, options.statusUrl, authToken, options.now ?? system.now)
    },
  }
}

/**
 * Plivo has no codes at this point, only sentences. One that names the sender, the powerpack or the balance speaks of the
 * account. A 202 whose only number stands under `invalid_number` sent nothing.
 */
function judge(answer: Answer, now: number): Outcome | undefined {
  const { http, json } = answer
  if (http >= 200 && http < 300) {
    const id = textMember(json, 'message_uuid', 0)
    const refused = id === undefined && member(json, 'invalid_number', 0) !== undefined
    return refused
      ? outcomeOfCode('recipient', answer, 'invalid_number', now)
      : { status: 'accepted', ...(id && { id }) }
  }
  if (http !== 400 && http !== 404) return undefined
  const ofTheAccount =
    http === 404 || /\b(src|source|sender|powerpack|credit|balance)/i.test(textMember(json, 'error') ?? '')
  return ofTheAccount ? outcomeOfCode('account', answer, undefined, now) : undefined
}
