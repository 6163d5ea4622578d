import type { Outcome } from '../provider.ts'

/** What a service answered. */
export interface Answer {
  http: number
  headers: Headers
  /** At most 64 KB; empty where it could not be read. */
  text: string
  /** The text as JSON; undefined where it is none. */
  json: unknown
  /** The body came to its end within the limit. */
  complete: boolean
}

/** Statuses by which a service says that it did nothing yet and may do it later. */
const later = new Set([408, 409, 425, 429, 503])
/** Statuses that refuse the account and not the message: wrong key, unpaid, not allowed. */
const ofTheAccount = new Set([401, 402, 403])

/**
 * What an HTTP status means for a message: any 2xx is accepted; 408, 409, 425, 429 and 503 were certainly not sent;
 * other 5xx may have been; everything else never will be.
 * @param code the service's own name or number for the fault, already safe to print.
 * @param now milliseconds since 1970, for a `Retry-After` that is a date.
 */
export function outcomeOfHttp(
  { http, headers }: Pick<Answer, 'http' | 'headers'>,
  now: number,
  code?: string,
): Outcome {
  if (http >= 200 && http < 300) return { status: 'accepted' }
  const reason = code === undefined ? `HTTP ${http}` : `HTTP ${http} ${code}`
  if (later.has(http)) {
    const afterMs = retryAfter(headers.get('retry-after'), now)
    return { status: 'retry', reason, http, ...(afterMs === undefined ? {} : { afterMs }) }
  }
  if (http >= 500) return { status: 'unknown', reason, http }
  if (ofTheAccount.has(http)) return { status: 'drop', reason, http, account: true }
  // A redirect says that the base URL is wrong. No message is to blame, and a credential is never carried elsewhere.
  if (http < 400) return { status: 'drop', reason: `${reason}: redirects are not followed`, http, account: true }
  return { status: 'drop', reason, http }
}

/** A `Retry-After` header in milliseconds from now: it holds seconds, or an HTTP date (RFC 9110 §10.2.3). */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  // Date.parse takes nearly everything for a date; an HTTP date begins with the day's name.
  const at = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/**
 * A service's own code for a fault, if it can be printed: a word or number of at most 60 characters that is no part of
 * what was sent. Services echo addresses and texts in their messages, so a message is never printed, and a code only so.
 * @param sent everything that went out: URL, headers, body.
 */
export function printableCode(code: unknown, sent: readonly string[]): string | undefined {
  const text = typeof code === 'number' ? String(code) : code
  if (typeof text !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}$/.test(text)) return undefined
  if (/\d{7}/.test(text) || (text.length > 3 && sent.some((part) => part.includes(text)))) return undefined
  return text
}
