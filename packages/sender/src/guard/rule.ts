import type { Channel } from '../events/sources.ts'
import type { Message } from '../message.ts'
import type { Store } from '../stores/store.ts'

/** `deny` names why, without the address. `fallback` asks for another channel where one is allowed. */
export type Verdict = 'allow' | { deny: string; fallback?: Channel }

/** Judges whether a message should be sent at all. A denial is a decision, not an error: Lambda does not retry it. */
export interface Rule {
  readonly name: string
  /** Whether `check` counts in the store. */
  readonly needsStore: boolean
  check(message: Message, store: Store, at: { now: number; channel: Channel }): Promise<Verdict> | Verdict
}
