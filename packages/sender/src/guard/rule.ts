import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Store } from '../stores/store.ts'

/** `deny` names why, without the address. `fallback` asks for another channel where one is allowed. */
export type Verdict = 'allow' | { deny: string; fallback?: Channel }

/** What a rule says of a limit that is nearly used up. */
export interface Alarm {
  rule: string
  /** Events in the window so far, this one included. */
  count: number
  limit: number
  /** As the rule was given it: `1d`. */
  window: string
}

/** The circumstances in which a rule judges. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  now: number
  channel: Channel
  /** Takes an alarm, to make a metric of it. */
  alarm?: (alarm: Alarm) => void
}

/**
 * Judges whether a message should be sent at all. A denial is a decision, not an error: Lambda does not retry it. A rule that
 * rejects could not judge; whether the message goes out then is the sender's to decide.
 */
export interface Rule {
  readonly name: string
  /** Whether `check` counts in the store. */
  readonly needsStore: boolean
  check(message: Message, store: Store, at: Circumstances): Promise<Verdict> | Verdict
}
