import { codeLifetimesS } from '../events/lifetimes.ts'
import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Unit } from './words/index.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** Seconds by source, where a pool's settings differ from Cognito's defaults. `0`: messages say nothing about it. */
export type Validity = Partial<Record<EmailSource, number>>

/** Seconds for which the message's secret is good, of `own` or else as Cognito documents it; undefined if not known. */
export function validityOf(message: Message, own: Validity = {}): number | undefined {
  const seconds = own[message.source] ?? (codeLifetimesS as Validity)[message.source]
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

/** Seconds in the largest unit that gives a whole number: a day stays 24 hours, an hour and a half 90 minutes. */
export function inUnits(seconds: number): { count: number; unit: Unit } {
  if (seconds > day && seconds % day === 0) return { count: seconds / day, unit: 'day' }
  if (seconds >= hour && seconds % hour === 0) return { count: seconds / hour, unit: 'hour' }
  return { count: Math.max(1, Math.floor(seconds / minute)), unit: 'minute' }
}
