import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { DeliveryEvent, Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { system } from '../system.ts'
import { type Answer, call, checkByCall } from './call.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { meanings, outcomeOfCode } from './outcome-of-code.ts'
import { assertFresh, webhookToleranceS } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

export interface TelnyxOptions {
  apiKey: Secretish
  /** A number in E.164, a short code, or an alphanumeric sender id (which needs `messagingProfileId`). */
  from?: string
  /** Its number pool sends where `from` is left out. */
  messagingProfileId?: string
  /** Where Telnyx reports what became of a message. Default: the profile's own. */
  webhookUrl?: string
  /** The account's public key in base64, from the portal, for `webhook()`. */
  publicKey?: string
  /** Default `https://api.telnyx.com`. */
  baseUrl?: string
  /** Milliseconds since 1970, for webhooks; for tests. */
  now?: () => number
}

/**
 * Text messages by Telnyx. `parts` are told. Webhooks are verified by their Ed25519 signature, and refused when their
 * time is more than five minutes off.
 * @see https://developers.telnyx.com/api-reference/messages/send-a-message
 * @see https://developers.telnyx.com/docs/messaging/messages/error-codes
 * @see https://developers.telnyx.com/docs/development/api-fundamentals/webhooks
 * @throws {TypeError} when there is no sender, or `baseUrl` or `publicKey` is malformed.
 */
export function telnyx(options: TelnyxOptions): Provider {
  const { from, messagingProfileId, publicKey, now = system.now } = options
  if (!from && !messagingProfileId) throw new TypeError('telnyx: from or messagingProfileId must be given')
  const base = baseUrl(options.baseUrl, 'https://api.telnyx.com')
  const key = publicKey === undefined ? undefined : ed25519Key(publicKey)
  const headers = async () => ({ authorization: `Bearer ${await resolveSecretish(options.apiKey)}` })
  const code = ({ json }: Answer) => codeOf(json)

  return {
    name: 'telnyx',
    channels: ['sms'],

    send: (to, body, _message, context) =>
      call(
        async () => ({
          url: `${base}/v2/messages`,
          headers: await headers(),
          json: {
            from,
            messaging_profile_id: messagingProfileId,
            to,
            text: body.text,
            type: 'SMS',
            webhook_url: options.webhookUrl,
          },
          code,
          judge: (answer, printable) => judge(answer, printable, context.now()),
        }),
        context,
      ),

    check: (context) =>
      checkByCall(
        async () => ({ url: `${base}/v2/balance`, method: 'GET', headers: await headers(), code }),
        context,
        ({ json }) => {
          const available = Number(member(json, 'data', 'available_credit') ?? 1)
          return available > 0 ? { ok: true } : { ok: false, detail: 'the account has no credit' }
        },
      ),

    async webhook(request) {
      if (!key) throw new Error('telnyx: publicKey is not set')
      const given = lowerCaseNames(request.headers)
      const [signature = '', time = ''] = [given['telnyx-signature-ed25519'], given['telnyx-timestamp']]
      const signed = Buffer.from(`${time}|${request.body}`)
      if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) {
        throw new Error('the webhook’s signature is wrong')
      }
      assertFresh(Number(time), webhookToleranceS, now)
      return deliveryEvents(JSON.parse(request.body))
    },
  }
}

/** The 32 bytes of a key get the frame that a public key of Ed25519 has (RFC 8410). */
function ed25519Key(base64: string): KeyObject {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 32) throw new TypeError('telnyx: publicKey is not the base64 of 32 bytes')
  const frame = Buffer.from('302a300506032b6570032100', 'hex')
  return createPublicKey({ key: Buffer.concat([frame, bytes]), format: 'der', type: 'spki' })
}

/** 4xxxx are Telnyx's codes for messages, the others those of all of its APIs. */
const codes = /* @__PURE__ */ meanings({
  retry: [10011, 40011, 40318, 40320],
  recipient: [10002, 10016, 40001, 40012, 40300, 40301, 40302, 40304, 40310, 40316, 40319, 40322],
  account: [
    10001, 10009, 10010, 10017, 20100, 40010, 40013, 40100, 40305, 40306, 40307, 40308, 40309, 40311, 40312, 40313,
    40314, 40315, 40321, 40329, 40330,
  ],
})

/** A request's own error, or that of a message that was made and failed. */
const codeOf = (json: unknown) => member(json, 'errors', 0, 'code') ?? member(json, 'data', 'errors', 0, 'code')

function judge(answer: Answer, printable: string | undefined, now: number): Outcome | undefined {
  const { http, json } = answer
  const failed = ['sending_failed', 'delivery_failed'].includes(textMember(json, 'data', 'to', 0, 'status') ?? '')
  if (http >= 200 && http < 300 && !failed) {
    const id = textMember(json, 'data', 'id')
    const parts = member(json, 'data', 'parts')
    return { status: 'accepted', ...(id && { id }), ...(typeof parts === 'number' && parts > 0 && { parts }) }
  }
  return outcomeOfCode(codes.get(String(codeOf(json))) ?? (failed ? 'recipient' : undefined), answer, printable, now)
}

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'sent',
  delivered: 'delivered',
  delivery_failed: 'bounced',
  sending_failed: 'failed',
}

function deliveryEvents(event: unknown): DeliveryEvent[] {
  const payload = member(event, 'data', 'payload')
  const id = textMember(payload, 'id')
  const type = types[textMember(payload, 'to', 0, 'status') ?? '']
  if (!id || !type || !/^message\./.test(textMember(event, 'data', 'event_type') ?? '')) return []
  const detail = textMember(payload, 'errors', 0, 'code')
  const at = new Date(textMember(event, 'data', 'occurred_at') ?? Number.NaN)
  return [{ id, type, at, ...(detail ? { detail } : {}) }]
}
