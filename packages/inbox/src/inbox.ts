import type { Transaction } from '@herald/storage'
import type { Watcher } from './announcements.ts'
import type { Attachment, Delivery, Message, MessageFilter, MessageState, QueuedMessage, TraceStep } from './message.ts'
import type { Step } from './trace.ts'

/**
 * Every message and why it is what it is. The pool enters a message in the transaction that issues its code; the local
 * Lambda and the captured providers add what happens to it, found by the trace root that travels with the invocation.
 */
export interface Inbox {
  /** Enters a pool message, state `queued`. It and the writes of `tx` commit together. */
  queued(tx: Transaction, message: QueuedMessage): void
  /**
   * Adds a step, or several, to the trace of the message `id`, and moves it to `state` where one is given.
   * A message that is delivered stays delivered. An id the inbox does not know is ignored: not every invocation is a message.
   */
  step(id: string, step: Step | readonly Step[], state?: MessageState): Promise<void>
  /** Erases the sealed secret of a message that was superseded, used or has expired, and says so in its trace. */
  secretGone(id: string, why: 'superseded' | 'expired' | 'used'): Promise<void>
  /**
   * Takes in what was handed to a provider. The first delivery of a known trace root fills that message (state `delivered`, and the
   * sealed secret is erased); a further one becomes a message of its own, of the same cause. A delivery without a known trace,
   * as every mail by SMTP, belongs to the newest message to one of its recipients whose secret its body shows.
   * @returns the id of the message.
   */
  captured(delivery: Delivery): Promise<string>
  /**
   * Newest first. `to` finds a message by any one of its recipients, without regard to case.
   * @param filter `limit` is 1 to 200, else 50; `before` is the `next` of an earlier page.
   * @throws {InboxFilterError} for an `after`, `before` or `limit` that cannot be understood.
   */
  list(filter: MessageFilter & { limit?: number; before?: string }): Promise<{ messages: Message[]; next?: string }>
  get(id: string): Promise<(Message & { trace: TraceStep[] }) | undefined>
  /** The attachment at place `n`, from 0; its content is undefined where it was too large to be kept. */
  attachment(id: string, n: number): Promise<{ attachment: Attachment; content: Buffer | undefined } | undefined>
  clear(): Promise<void>
  /** Calls `listener` with each new or changed message, after its commit; returns the way to stop. */
  subscribe(listener: (message: Message) => void): () => void
  /** As `subscribe`, for whoever wants the messages only now and then; returns the way to stop. */
  watch(watcher: Watcher): () => void
}

/** A filter that cannot be understood; the message says which part. */
export class InboxFilterError extends Error {
  override name = 'InboxFilterError'
}
