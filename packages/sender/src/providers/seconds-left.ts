import type { Message } from '../message.ts'

/**
 * Whole seconds for which a message's code still works, so that a service stops trying when the code is dead.
 * @param now milliseconds since 1970.
 * @param limits what the service allows, in seconds; the result is kept within them.
 * @returns undefined where the message does not say when it expires.
 */
export function secondsLeft(
  { expiresAt }: Pick<Message, 'expiresAt'>,
  now: number,
  limits: { least: number; most: number },
): number | undefined {
  if (!expiresAt) return undefined
  const left = Math.floor((expiresAt.getTime() - now) / 1000)
  return Math.min(Math.max(left, limits.least), limits.most)
}
