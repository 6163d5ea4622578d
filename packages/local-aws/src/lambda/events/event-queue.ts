import { createDueLine, type DueLine, type Transaction } from '@herald/storage'
import { invocationPayloads, invocations } from '../collections.ts'
import { functionArn, functionKey } from '../function-record.ts'
import type { LambdaOptions } from '../lambda-options.ts'
import { refusals } from '../refusals.ts'
import type { QueuedEvent } from './queued-event.ts'
import { LONGEST_BACKOFF } from './retry-plan.ts'
import { countAlone, countTogether } from './waiting.ts'

const PURPOSE = 'lambda-event'
const PAGE = 1000
/** Beyond so many, those of functions for which nothing waits are let go. */
const MOST_LINES = 1000

/** An asynchronous invocation to be queued. */
export interface NewEvent {
  requestId: string
  /** Which function. */
  to: { accountId: string; region: string; name: string; qualifier?: string | undefined }
  /** JSON. */
  payload: Buffer
  traceHeader: string
  clientContext?: string | undefined
  carriesMessage: boolean
  isDestination: boolean
}

/**
 * The durable queue of asynchronous invocations. It lies in the store; what is kept in memory is how many wait for each
 * function.
 */
export interface EventQueue {
  /**
   * Queues an event; resolves when that is durable.
   * @throws {ServiceError} TooManyRequestsException when too many wait
   */
  add(event: NewEvent): Promise<void>
  /** Takes a finished event out, and queues what follows from it in the same transaction. */
  finish(event: QueuedEvent, next?: NewEvent): Promise<void>
  /** Puts a claimed event back. */
  putBack(event: QueuedEvent): Promise<void>
  /** Claims up to `limit` events of a function that are due; none that this process works on already. */
  claim(functionKey: string, limit: number, leaseMilliseconds: number): Promise<QueuedEvent[]>
  /** Lets go of a claimed event as it is: it runs again when its claim ends. */
  release(event: QueuedEvent): void
  payloadOf(event: QueuedEvent): Promise<{ payload: Buffer; clientContext: string | undefined } | undefined>
  /** When the earliest event that is not due yet becomes due. */
  nextDue(): Promise<number | undefined>
  /** Keys of functions for which events wait or run, in the order in which they were first queued. */
  lanes(): string[]
  /** Learns what other processes queued, where the store is shared; at most once a second. */
  refresh(): Promise<void>
  /** Counts what an earlier process left; with `soleOwner` its claims end at once. */
  open(): Promise<void>
  /** Called whenever an event was added or put back. */
  onChange: () => void
}

export function createEventQueue(options: LambdaOptions): EventQueue {
  const { store, vault, environment } = options
  const limit = options.queueLimit ?? 100_000
  const me = environment.random.uuid()
  const waiting = options.soleOwner === false ? countTogether(store, environment) : countAlone()
  const { count } = waiting
  const claimed = new Set<string>()
  const isAlone = options.soleOwner !== false
  /** By function, where this process has the store for itself: it need not search for what it has queued. */
  const lines = new Map<string, DueLine<QueuedEvent>>()

  function lineOf(key: string): DueLine<QueuedEvent> {
    let line = lines.get(key)
    if (!line) {
      const used = new Set(lines.size < MOST_LINES ? lines.keys() : waiting.functions())
      for (const other of lines.keys()) if (!used.has(other)) lines.delete(other)
      line = createDueLine({
        store,
        collection: invocations,
        column: 'dueAt',
        where: [{ column: 'functionKey', equals: key }],
      })
      lines.set(key, line)
    }
    return line
  }

  function added(key: string, id: string): void {
    if (isAlone) lineOf(key).added(id)
  }

  function moved({ functionKey: key, dueAt }: QueuedEvent): void {
    if (isAlone) lineOf(key).moved(dueAt)
  }

  function write(tx: Transaction, event: NewEvent): void {
    const now = environment.clock.now()
    waiting.counted(tx, 1)
    // Request ids are this process's own and never come twice.
    tx.insert(invocations, [event.requestId], {
      id: event.requestId,
      functionKey: functionKey(event.to, event.to.qualifier),
      functionArn: functionArn(event.to, event.to.qualifier),
      enqueuedAt: now,
      dueAt: now,
      failures: 0,
      throttles: 0,
      traceHeader: event.traceHeader,
      carriesMessage: event.carriesMessage,
      isDestination: event.isDestination,
    })
    tx.put(invocationPayloads, [event.requestId], {
      sealed: vault.seal(PURPOSE, event.payload, event.requestId),
      ...(event.clientContext ? { clientContext: event.clientContext } : {}),
    })
  }

  const queue: EventQueue = {
    onChange: () => {},
    async add(event) {
      if (waiting.total() >= limit) throw refusals.queueFull(limit)
      const key = functionKey(event.to, event.to.qualifier)
      count(key, 1)
      try {
        await store.transaction((tx) => write(tx, event))
      } catch (error) {
        count(key, -1)
        throw error
      }
      added(key, event.requestId)
      queue.onChange()
    },
    async finish(event, next) {
      await store.transaction(
        async (tx) => {
          // Where its claim ran out, another process may have finished it as well.
          if (await tx.get(invocations, [event.id])) waiting.counted(tx, -1)
          tx.delete(invocations, [event.id])
          tx.delete(invocationPayloads, [event.id])
          if (next) write(tx, next)
        },
        { lazily: true },
      )
      claimed.delete(event.id)
      count(event.functionKey, -1)
      if (next) {
        const key = functionKey(next.to, next.to.qualifier)
        count(key, 1)
        added(key, next.requestId)
      }
      queue.onChange()
    },
    async putBack(event) {
      const { owner: _owner, ...free } = event
      await store.transaction(async (tx) => {
        // Where its claim ran out, it may be another process's now.
        const now = await tx.get(invocations, [event.id])
        if (now && (isAlone || now.owner === me)) tx.put(invocations, [event.id], free)
      })
      claimed.delete(event.id)
      moved(event)
      queue.onChange()
    },
    async claim(key, wanted, lease) {
      const now = environment.clock.now()
      if (isAlone) {
        const events = await lineOf(key).take(wanted, now, claimed)
        // What it leaves behind is due at the next start.
        for (const event of events) claimed.add(event.id)
        return events
      }
      const { docs } = await store.find(invocations, {
        where: [
          { column: 'functionKey', equals: key },
          { column: 'dueAt', atMost: now },
        ],
        orderBy: 'dueAt',
        limit: Math.min(wanted + claimed.size, PAGE),
      })
      const due = docs.filter((doc) => !claimed.has(doc.id)).slice(0, wanted)
      if (docs.length === 0) waiting.nothingDue(key)
      if (due.length === 0) return []
      const taken = await store.transaction(async (tx) => {
        const won: QueuedEvent[] = []
        for (const { id } of due) {
          const event = await tx.get(invocations, [id])
          if (!event || event.dueAt > now) continue
          const mine = { ...event, dueAt: now + lease, owner: me }
          tx.put(invocations, [id], mine)
          won.push(mine)
        }
        return won
      })
      for (const event of taken) claimed.add(event.id)
      return taken
    },
    release(event) {
      claimed.delete(event.id)
      moved(event)
    },
    async payloadOf(event) {
      const found = await store.get(invocationPayloads, [event.id])
      return found && { payload: vault.open(PURPOSE, found.sealed, event.id), clientContext: found.clientContext }
    },
    async nextDue() {
      if (isAlone) {
        const times = waiting.functions().map((key) => lines.get(key)?.next() ?? Number.POSITIVE_INFINITY)
        const soonest = Math.min(...times)
        return Number.isFinite(soonest) ? soonest : undefined
      }
      const { docs } = await store.find(invocations, {
        where: [{ column: 'dueAt', above: environment.clock.now() }],
        orderBy: 'dueAt',
        limit: 1,
      })
      return docs[0]?.dueAt
    },
    lanes: waiting.functions,
    refresh: waiting.refresh,
    async open() {
      if (options.soleOwner === false) return waiting.refresh()
      let after: string | undefined
      do {
        const page = await store.find(invocations, { limit: PAGE, ...(after ? { after } : {}) })
        for (const doc of page.docs) {
          if (!claimed.has(doc.id)) await takeOver(doc)
        }
        after = page.next
      } while (after)
    },
  }

  /**
   * Counts an event that was there before. The claim of a process that is gone ends, and so does a wait that a moved clock
   * made longer than any is: time is not kept over a restart.
   */
  async function takeOver(event: QueuedEvent): Promise<void> {
    count(event.functionKey, 1)
    const isHeld = ({ owner, dueAt }: QueuedEvent) =>
      owner === undefined ? dueAt > environment.clock.now() + LONGEST_BACKOFF : owner !== me
    if (!isHeld(event)) return
    await store.transaction(async (tx) => {
      const now = await tx.get(invocations, [event.id])
      if (!now || !isHeld(now)) return
      const { owner: _owner, ...free } = now
      tx.put(invocations, [event.id], { ...free, dueAt: environment.clock.now() })
    })
    moved({ ...event, dueAt: environment.clock.now() })
  }

  return queue
}
