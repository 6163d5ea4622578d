import { createHash, createHmac } from 'node:crypto'
import type { DeliveryEvent, ReportRequest } from '../provider.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { sha256Hex, verifyToken } from './signed-token.ts'
import { assertFresh, sameText, webhookToleranceS } from './standard-webhooks.ts'

/** How Vonage signs the reports of its SMS API, as the account's settings say: `md5hash` is their "MD5 hash", the others are HMACs. */
export type VonageSignatureMethod = 'md5hash' | 'md5' | 'sha1' | 'sha256' | 'sha512'

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  submitted: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undeliverable: 'bounced',
  rejected: 'failed',
}

/**
 * What the Messages API reports: a JSON Web Token bears a hash of the body.
 * @see https://developer.vonage.com/en/getting-started/concepts/webhooks
 * @throws {Error} when the request is not Vonage's, or older than five minutes.
 */
export function messagesReport(request: ReportRequest, secret: string, now: () => number): DeliveryEvent[] {
  const token = /^Bearer (\S+)$/.exec(lowerCaseNames(request.headers).authorization ?? '')?.[1] ?? ''
  const claims = verifyToken(token, secret, ['HS256'])
  if (!sameText(textMember(claims, 'payload_hash') ?? '', sha256Hex(request.body))) {
    throw new Error('the webhook’s body was changed')
  }
  assertFresh(Number(member(claims, 'iat')), webhookToleranceS, now)
  const report: unknown = JSON.parse(request.body)
  const id = textMember(report, 'message_uuid')
  const type = types[textMember(report, 'status') ?? '']
  if (!id || !type) return []
  const detail = member(report, 'error', 'title')
  const at = new Date(textMember(report, 'timestamp') ?? Number.NaN)
  return [{ id, type, at, ...(detail === undefined ? {} : { detail: String(detail) }) }]
}

const smsTypes: Readonly<Record<string, DeliveryEvent['type']>> = {
  accepted: 'sent',
  delivered: 'delivered',
  expired: 'bounced',
  failed: 'failed',
  rejected: 'failed',
}

/**
 * What the SMS API reports, by GET, form or JSON as the account is set: one of the parameters signs the others.
 * @see https://developer.vonage.com/en/getting-started/concepts/signing-messages
 * @see https://developer.vonage.com/en/messaging/sms/guides/delivery-receipts
 * @throws {Error} when the request is not Vonage's, or older than five minutes.
 */
export function smsReport(
  request: ReportRequest,
  secret: string,
  method: VonageSignatureMethod,
  now: () => number,
): DeliveryEvent[] {
  const { sig = '', ...report } = parametersOf(request)
  if (!sameText(sig.toLowerCase(), signVonage(report, secret, method))) {
    throw new Error('the webhook’s signature is wrong')
  }
  assertFresh(Number(report.timestamp), webhookToleranceS, now)
  const id = report.messageId
  const type = smsTypes[report.status ?? '']
  if (!id || !type) return []
  const code = report['err-code']
  // In UTC, as `2018-10-25 12:10:29`.
  const at = new Date(`${report['message-timestamp']?.replace(' ', 'T')}Z`)
  return [{ id, type, at, ...(code === undefined || code === '0' ? {} : { detail: code }) }]
}

function parametersOf({ body, url = '' }: ReportRequest): Record<string, string> {
  if (/^\s*\{/.test(body)) {
    const parsed = JSON.parse(body) as Record<string, unknown>
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
  }
  const query = body === '' ? (url.split('#')[0]!.split('?')[1] ?? '') : body
  return Object.fromEntries(new URLSearchParams(query))
}

/** Signs parameters without `sig`: the hex, in lower case, over `&name=value` of each, sorted by name. */
export function signVonage(
  parameters: Readonly<Record<string, string>>,
  secret: string,
  method: VonageSignatureMethod,
): string {
  const text = Object.keys(parameters)
    .sort()
    .map((name) => `&${name}=${parameters[name]!.replace(/[&=]/g, '_')}`)
    .join('')
  return method === 'md5hash'
    ? createHash('md5')
        .update(text + secret)
        .digest('hex')
    : createHmac(method, secret).update(text).digest('hex')
}
