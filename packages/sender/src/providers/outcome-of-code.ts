import type { Outcome } from '../provider.ts'
import { type Answer, retryAfter } from './outcome-of-http.ts'

/**
 * What a service's own code says: `retry`: not sent, later it may be; `recipient`: the number or the message is refused;
 * `account`: the fault is the account's or its settings', another service may do better; `unknown`: may have been sent.
 */
export type Meaning = 'retry' | 'recipient' | 'account' | 'unknown'

/**
 * The outcome of an answer whose own code decides.
 * @param code what may be printed of it.
 * @param now milliseconds since 1970, for a `Retry-After` that is a date.
 * @returns undefined without a meaning, so that the HTTP status decides.
 */
export function outcomeOfCode(
  meaning: Meaning | undefined,
  { http, headers }: Pick<Answer, 'http' | 'headers'>,
  code: string | undefined,
  now: number,
): Outcome | undefined {
  const reason = code === undefined ? `HTTP ${http}` : `HTTP ${http} ${code}`
  switch (meaning) {
    case undefined:
      return undefined
    case 'retry': {
      const afterMs = retryAfter(headers.get('retry-after'), now)
      return { status: 'retry', reason, http, ...(afterMs === undefined ? {} : { afterMs }) }
    }
    case 'unknown':
      return { status: 'unknown', reason, http }
    case 'recipient':
      return { status: 'drop', reason, http }
    case 'account':
      return { status: 'drop', reason, http, account: true }
  }
}

/** A table of codes by what they mean, for quick reading. */
export function meanings(table: Partial<Record<Meaning, readonly (number | string)[]>>): Map<string, Meaning> {
  const found = new Map<string, Meaning>()
  for (const [meaning, codes] of Object.entries(table) as [Meaning, readonly (number | string)[]][])
    for (const code of codes) found.set(String(code), meaning)
  return found
}
