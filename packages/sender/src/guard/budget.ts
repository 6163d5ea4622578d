import type { Channel } from '../events/sources.ts'
import { atMost } from './counting.ts'
import type { Alarm, Rule } from './rule.ts'

export interface BudgetOptions {
  /** The channels that share it; all where it is left out. */
  channels?: readonly Channel[]
  /** Which part of it raises the alarm, above 0 and up to 1. Default 0.8. */
  alarmAt?: number
  /** Called besides the metric, once the alarm's message was counted. */
  onAlarm?: (alarm: Alarm) => void
}

/**
 * At most `n` messages in a window (`1d`) altogether, and an alarm when most of them are used up. It counts what reaches it: put
 * it last, so that messages which other rules deny cost nothing of it.
 * @throws as `atMost` does; {RangeError} when `alarmAt` is not above 0 and up to 1.
 */
export function budget(n: number, window: string, { channels, alarmAt = 0.8, onAlarm }: BudgetOptions = {}): Rule {
  if (!(alarmAt > 0 && alarmAt <= 1)) throw new RangeError('alarmAt is a part: above 0 and up to 1.')
  const shared = channels ? [...channels].sort().join('+') : 'all'
  const alarming = Math.ceil(n * alarmAt)
  return atMost({
    name: 'budget',
    n,
    window,
    subject: (_message, { channel }) => (channels === undefined || channels.includes(channel) ? shared : undefined),
    counted(place, at) {
      if (place !== alarming) return
      const alarm = { rule: 'budget', count: place, limit: n, window }
      at.alarm?.(alarm)
      onAlarm?.(alarm)
    },
  })
}
