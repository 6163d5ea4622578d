import type { DeliveryEvent, ReportRequest } from '../provider.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { sameText } from './standard-webhooks.ts'

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  DELIVERED: 'delivered',
  UNDELIVERABLE: 'bounced',
  EXPIRED: 'bounced',
  REJECTED: 'failed',
}

/**
 * What Infobip reports, many messages at once. Nothing of it is signed: a secret that only Infobip was told shows that the
 * request is Infobip's.
 * @see https://www.infobip.com/docs/api/channels/sms/sms-messaging/logs-and-status-reports/receive-outbound-sms-message-report
 * @see https://www.infobip.com/docs/api/platform/subscriptions-api/create-security-settings
 * @throws {Error} when the request does not bear the secret.
 */
export function infobipReport(request: ReportRequest, secret: string): DeliveryEvent[] {
  if (secret === '') throw new Error('infobip: reportSecret is empty')
  const given = [passwordOf(request), inQuery(request)]
  if (!given.map((one) => sameText(one, secret)).includes(true)) throw new Error('the webhook’s secret is wrong')
  const results = member(JSON.parse(request.body), 'results')
  return (Array.isArray(results) ? results : []).flatMap(deliveryEvents)
}

function passwordOf({ headers }: ReportRequest): string {
  const login = /^Basic (\S+)$/i.exec(lowerCaseNames(headers).authorization ?? '')?.[1] ?? ''
  const text = Buffer.from(login, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1)
}

const inQuery = ({ url = '' }: ReportRequest) =>
  new URLSearchParams(url.split('#')[0]!.split('?')[1] ?? '').get('secret') ?? ''

function deliveryEvents(result: unknown): DeliveryEvent[] {
  const id = textMember(result, 'messageId')
  const type = types[textMember(result, 'status', 'groupName') ?? '']
  if (!id || !type) return []
  const detail = textMember(result, 'error', 'name')
  // As `2019-11-09T16:00:00.000+0000`; ISO 8601 as JavaScript reads it has a colon in the zone.
  const done = textMember(result, 'doneAt')?.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
  const at = new Date(done ?? Number.NaN)
  return [{ id, type, at, ...(detail && detail !== 'NO_ERROR' ? { detail } : {}) }]
}
