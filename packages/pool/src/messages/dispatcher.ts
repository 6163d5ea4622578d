import type { Alarm } from '@herald/environment'
import { createDueLine } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { messages as outbox, pools as poolCollection } from '../storage/collections.ts'
import { freeClaims } from './free-claims.ts'
import { HandOverError, handOver } from './hand-over.ts'
import type { MessageDoc } from './message.ts'
import { supersededCode } from './superseded.ts'

/** Messages in hand at once: enough to keep the cores busy, few enough to hold in memory. */
const IN_HAND = 8
/** While many callers wait for an answer, messages go out one after the other, so many milliseconds apart: nobody waits for those. */
const BREATH = 100
/** How long a claim holds, milliseconds: what a process that died had in hand, another one takes after that. */
const LEASE = 60_000
/** How often to look for what other processes on the same store queued, milliseconds. */
const POLL = 1_000
/** Until the outbox is looked at again when that failed, milliseconds. */
const AFTER_FAULT = 1_000

export interface Dispatcher {
  /** Takes up what an earlier run left, and begins to look. Until then `wake` does nothing. */
  start(): Promise<void>
  /** A message was queued, and that is committed. */
  queued(id: string): void
  /** Looks for messages that are due. Cheap; call it as often as you like. */
  wake(): void
  /** Stops claiming and waits for the hand-overs under way. */
  close(): Promise<void>
}

export interface DispatcherOptions {
  onFault: (error: unknown) => void
  /** No other process uses the store, so what an earlier one had in hand is free at once. */
  soleOwner: boolean
  /** Whether many calls of the user pools' operations are being answered just now. */
  isBusy: () => boolean
}

/**
 * Takes due messages from the outbox and hands each to its sender, at least once. A hand-over that fails is tried again by the
 * clock (`handOverRetries`), then given up; the trace says why.
 */
export function createDispatcher(context: PoolContext, options: DispatcherOptions): Dispatcher {
  const { store, environment, inbox } = context
  const { onFault, soleOwner, isBusy } = options
  const inHand = new Map<string, Promise<void>>()
  const line = soleOwner ? createDueLine({ store, collection: outbox, column: 'due_at' }) : undefined
  let alarm: Alarm | undefined
  let lastTaken = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | undefined
  let lookAgain = false
  let closed = false
  let started = false
  let starting: Promise<void> | undefined

  function wake(): void {
    if (closed || !started) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = look()
      .catch((error: unknown) => {
        onFault(error)
        if (!closed) alarm = environment.clock.alarm(environment.clock.now() + AFTER_FAULT, wake)
      })
      .finally(() => {
        looking = undefined
        if (lookAgain) {
          lookAgain = false
          wake()
        }
      })
  }

  async function look(): Promise<void> {
    const busy = isBusy()
    const free = (busy ? 1 : IN_HAND) - inHand.size
    if (free <= 0) return
    const now = environment.clock.now()
    const breath = lastTaken + BREATH - now
    // A clock that was moved back must not hold anything up.
    if (busy && breath > 0 && breath <= BREATH) {
      alarm?.cancel()
      alarm = closed ? undefined : environment.clock.alarm(now + breath, wake)
      return
    }
    const { messages, next } = line
      ? { messages: await line.take(free, now, inHand), next: line.next() }
      : await claim(free, now)
    if (messages.length > 0) lastTaken = now
    for (const message of messages) take(message)
    alarm?.cancel()
    alarm = next !== undefined && !closed ? environment.clock.alarm(next, wake) : undefined
  }

  /**
   * Claims with a lease, so that of several processes on one database one has each message. A process that has the store for
   * itself knows what it has in hand; what it leaves behind is due at the next start.
   */
  async function claim(free: number, now: number): Promise<{ messages: MessageDoc[]; next: number }> {
    const page = await store.find(outbox, { orderBy: 'due_at', limit: free + inHand.size + 1 })
    const waiting = page.docs.filter((message) => !inHand.has(message.id))
    const due = waiting.filter((message) => message.dueAt <= now).slice(0, free)
    const next = waiting.find((message) => !due.includes(message))?.dueAt ?? Number.POSITIVE_INFINITY
    const messages = due.length === 0 ? [] : await claimed(due)
    return { messages, next: Math.min(next, now + POLL) }
  }

  async function claimed(due: readonly MessageDoc[]): Promise<MessageDoc[]> {
    return store.transaction(async (tx) => {
      const now = environment.clock.now()
      const messages: MessageDoc[] = []
      for (const { id } of due) {
        const message = await tx.get(outbox, [id])
        if (!message || message.dueAt > now) continue
        tx.put(outbox, [id], { ...message, dueAt: now + LEASE, claimed: true })
        messages.push(message)
      }
      return messages
    })
  }

  function take(message: MessageDoc): void {
    const work = process(message)
      .catch((error: unknown) => putOff(message.id, error))
      .finally(() => {
        inHand.delete(message.id)
        wake()
      })
    inHand.set(message.id, work)
  }

  async function process(message: MessageDoc): Promise<void> {
    const { id } = message
    const pool = await store.get(poolCollection, [message.poolId])
    if (!pool) return giveUp(id, 'the user pool was deleted')
    if (message.secretExpiresAt <= environment.clock.now())
      return giveUp(id, 'the code expired before it could be handed over')
    if (message.attempts > 0 && (await supersededCode(store, message))) {
      return giveUp(id, 'the code is no longer good: it was used, or replaced by a newer one')
    }
    try {
      await handOver(context, pool, message)
      await store.transaction((tx) => tx.delete(outbox, [id]), { lazily: true })
    } catch (error) {
      // What ends with this process is no failure of the sender's: it stays claimed, and the next run takes it up.
      if (closed) return
      if (!(error instanceof HandOverError)) throw error
      await failed(message, error)
    }
  }

  /** What should never happen is told, and the message waits, so that the next ones get their turn. */
  async function putOff(id: string, error: unknown): Promise<void> {
    onFault(error)
    if (closed) return
    const dueAt = environment.clock.now() + LEASE
    try {
      await store.transaction(async (tx) => {
        const held = await tx.get(outbox, [id])
        if (held) tx.put(outbox, [id], { ...held, dueAt })
      })
      line?.moved(dueAt)
    } catch (again) {
      onFault(again)
      await new Promise<void>((resolve) => setTimeout(resolve, AFTER_FAULT).unref())
      line?.moved(environment.clock.now())
    }
  }

  /** First the trace: whoever ends in between leaves a message that is tried again, and none that seems to wait for ever. */
  async function giveUp(id: string, detail: string, stage: HandOverError['stage'] = 'invoke'): Promise<void> {
    await inbox.step(id, { stage, outcome: 'abandoned', detail }, 'abandoned')
    await store.transaction((tx) => tx.delete(outbox, [id]))
  }

  async function failed(message: MessageDoc, error: HandOverError): Promise<void> {
    const { id } = message
    const attempts = message.attempts + 1
    const of = context.settings.handOverRetries.length + 1
    const wait = context.settings.handOverRetries[message.attempts]
    const detail = `attempt ${attempts} of ${of}: ${error.message}`
    if (wait === undefined) return giveUp(id, detail, error.stage)
    const dueAt = environment.clock.now() + wait * 1000
    await store.transaction(async (tx) => {
      const held = await tx.get(outbox, [id])
      if (!held) return
      const { claimed: _claimed, ...kept } = held
      tx.put(outbox, [id], { ...kept, attempts, dueAt })
    })
    line?.moved(dueAt)
    await inbox.step(id, { stage: error.stage, outcome: 'retrying', detail }, 'retrying')
  }

  return {
    start() {
      const longestWait = Math.max(LEASE, ...context.settings.handOverRetries.map((seconds) => seconds * 1000))
      starting = soleOwner ? freeClaims(store, environment.clock, longestWait) : Promise.resolve()
      return starting.catch(onFault).then(() => {
        started = true
        wake()
      })
    },
    queued(id) {
      line?.added(id)
      wake()
    },
    wake,
    async close() {
      closed = true
      alarm?.cancel()
      await starting?.catch(() => {})
      await looking
      await Promise.all(inHand.values())
    },
  }
}
