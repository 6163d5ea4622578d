import type { ParsedEvent } from '../events/parse-event.ts'

/**
 * Whether a message comes too late to be of use, by the same time that its words and its provider are told. Where it is
 * not known when the code was issued, it is never too late.
 */
export const isTooOld = ({ expiresAt }: ParsedEvent, now: number): boolean =>
  expiresAt !== undefined && now >= expiresAt.getTime()
