import type { DeliveryEvent, ReportRequest } from '../provider.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { sha256Hex, verifyToken } from './signed-token.ts'
import { sameText } from './standard-webhooks.ts'

/** Seconds by which clocks may differ; a token holds for a minute. */
const clockToleranceS = 5

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'sent',
  delivered: 'delivered',
  delivery_failed: 'bounced',
  expired: 'bounced',
}

/**
 * What MessageBird reports, in the query of a GET: a JSON Web Token bears hashes of the URL and of the body.
 * @see https://developers.messagebird.com/docs/verify-http-requests
 * @throws {Error} when the request is not MessageBird's, or its token has expired.
 */
export function messagebirdReport(request: ReportRequest, signingKey: string, now: () => number): DeliveryEvent[] {
  const { headers, body, url } = request
  if (!url) throw new Error('messagebird: webhook() needs the url that was called')
  const token = lowerCaseNames(headers)['messagebird-signature-jwt'] ?? ''
  const claims = verifyToken(token, signingKey, ['HS256', 'HS384', 'HS512'])
  assertCurrent(claims, now() / 1000)
  if (!sameText(textMember(claims, 'url_hash') ?? '', sha256Hex(url))) {
    throw new Error('the webhook came to another URL')
  }
  const payloadHash = textMember(claims, 'payload_hash')
  const whole = payloadHash === undefined ? body === '' : sameText(payloadHash, sha256Hex(body))
  if (!whole) throw new Error('the webhook’s body was changed')
  const report = new URL(url).searchParams
  const id = report.get('id')
  const type = types[report.get('status') ?? '']
  if (!id || !type) return []
  const code = report.get('statusErrorCode')
  const at = new Date(report.get('statusDatetime') ?? Number.NaN)
  return [{ id, type, at, ...(code && code !== '0' ? { detail: code } : {}) }]
}

function assertCurrent(claims: unknown, nowS: number): void {
  const [from, to] = [Number(member(claims, 'nbf')), Number(member(claims, 'exp'))]
  if (textMember(claims, 'iss') !== 'MessageBird') throw new Error('the webhook’s token is of another issuer')
  const current = nowS >= from - clockToleranceS && nowS <= to + clockToleranceS
  if (!current) throw new Error('the webhook’s token is not of the present')
}
