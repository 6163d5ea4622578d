import { createHash } from 'node:crypto'
import type { Message } from '../message.ts'
import type { Store } from '../stores/store.ts'
import type { Circumstances, Rule } from './rule.ts'
import { secondsOf } from './window.ts'

export interface Limit {
  /** Of the rule. */
  name: string
  /** How many messages a window has. */
  n: number
  /** `30s`, `5m`, `1h`, `1d`; it begins with its first message. */
  window: string
  /** What is counted together; undefined where the rule does not concern the message. */
  subject: (message: Message, at: Circumstances) => string | undefined
  /** Sees which message of its window this is, from 1, before it is judged. */
  counted?: (place: number, at: Circumstances) => void
}

/**
 * A rule that lets a number of messages through in each window. The store gets a hash of what is counted, never the thing itself.
 * Lambda's retry of a message keeps the place that the message had, so it neither uses up another nor is denied for those that
 * came after it.
 * @throws {RangeError} when `n` is no whole number from 1.
 * @throws {TypeError} when the window is not written as a span of time.
 */
export function atMost({ name, n, window, subject, counted }: Limit): Rule {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`${name}() needs a whole number of messages, from 1.`)
  const seconds = secondsOf(window)
  return {
    name,
    needsStore: true,
    async check(message: Message, store: Store, at: Circumstances) {
      const counting = subject(message, at)
      if (counting === undefined) return 'allow'
      // The number belongs to the name: a stricter rule for some messages must not use up a wider one's places.
      const bucket = `${name}:${n}:${window}:${hash(counting)}`
      const place = await store.hit(bucket, seconds, hash(`${message.key}:${at.channel}`))
      counted?.(place, at)
      return place <= n ? 'allow' : { deny: `more than ${n} in ${window}` }
    },
  }
}

/**
 * 128 bits of SHA-256 as base64url. It keeps numbers out of sight, not from somebody with the table who tries all numbers there
 * are: the table deserves its encryption and its access rights all the same.
 */
function hash(text: string): string {
  return createHash('sha256').update(`herald-guard\0${text}`).digest('base64url').slice(0, 22)
}
