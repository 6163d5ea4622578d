import type { Environment } from '@herald/environment'

/** A message id in the form that SES gives: time in hexadecimal, a UUID, and a counter that is always zero. */
export function newMessageId({ clock, random }: Environment): string {
  const time = Math.floor(clock.now()).toString(16).padStart(12, '0')
  return `0100${time}-${random.uuid()}-000000`
}
