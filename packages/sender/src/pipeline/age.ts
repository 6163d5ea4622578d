import type { ParsedEvent } from '../events/parse-event.ts'
import type { EmailSource } from '../events/sources.ts'
import type { Options } from '../options.ts'

/**
 * Whether a message comes too late to be of use: after `maxAgeS`, else after the end of its code's life. Where it is not
 * known when the code was issued, it is never too late.
 */
export function isTooOld(
  { source, issuedAt, expiresAt }: ParsedEvent,
  maxAgeS: Options['maxAgeS'],
  now: number,
): boolean {
  const seconds = typeof maxAgeS === 'number' ? maxAgeS : maxAgeS?.[source as EmailSource]
  if (seconds === undefined) return expiresAt !== undefined && now >= expiresAt.getTime()
  return issuedAt !== undefined && now >= issuedAt.getTime() + seconds * 1000
}
