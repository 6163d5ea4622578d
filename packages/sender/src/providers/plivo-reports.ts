import { createHmac } from 'node:crypto'
import type { DeliveryEvent } from '../provider.ts'
import { lowerCaseNames } from './member.ts'
import { sameText } from './standard-webhooks.ts'

const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'bounced',
  failed: 'failed',
  rejected: 'failed',
}

/**
 * What Plivo reports, as a form. Plivo signs by the token of the account that sends, and in a second header by that of the
 * account above it. Only version 3 of its signature is taken, for version 2 covers the URL alone; that reports of messages bear it is
 * read from the documentation of calls.
 * @param url the `url` that the message was sent with.
 * @see https://www.plivo.com/docs/messaging/api/message/message-status-callbacks
 * @see https://www.plivo.com/docs/voice/xml/request/validation
 * @throws {Error} when the request is not Plivo's.
 */
export function plivoReport(
  request: { headers: Record<string, string>; body: string },
  url: string,
  authToken: string,
  now: () => number,
): DeliveryEvent[] {
  const headers = lowerCaseNames(request.headers)
  const form = new URLSearchParams(request.body)
  const nonce = headers['x-plivo-signature-v3-nonce'] ?? ''
  const right = signPlivo(authToken, url, form, nonce)
  const given = ['x-plivo-signature-v3', 'x-plivo-signature-ma-v3'].flatMap((name) => (headers[name] ?? '').split(','))
  // Each is compared, so that the time taken does not tell which one came near.
  const matches = given.map((one) => sameText(one.trim(), right))
  if (nonce === '' || !matches.includes(true)) throw new Error('the webhook’s signature is wrong')
  const id = form.get('MessageUUID')
  const type = types[form.get('Status') ?? '']
  if (!id || !type) return []
  const code = form.get('ErrorCode')
  // Its times name no zone: the report comes as soon as the status changes, so the present stands for it.
  return [{ id, type, at: new Date(now()), ...(code && code !== '000' ? { detail: code } : {}) }]
}

/**
 * Plivo's signature, version 3: the base64 of HMAC-SHA256 over URL, parameters and nonce. The query's parameters are sorted
 * as `name=value`, the form's as `namevalue`.
 */
export function signPlivo(authToken: string, url: string, form: URLSearchParams, nonce: string): string {
  const [base = '', query = ''] = url.split('#')[0]!.split('?')
  const inQuery = sorted(new URLSearchParams(query), '=').join('&')
  const inForm = sorted(form, '').join('')
  const apart = inQuery === '' || inForm === '' ? '' : '.'
  const mark = inQuery === '' && inForm === '' ? '' : '?'
  return createHmac('sha256', authToken).update(`${base}${mark}${inQuery}${apart}${inForm}.${nonce}`).digest('base64')
}

function sorted(parameters: URLSearchParams, between: string): string[] {
  const names = [...new Set(parameters.keys())].sort()
  return names.flatMap((name) =>
    parameters
      .getAll(name)
      .sort()
      .map((value) => name + between + value),
  )
}
