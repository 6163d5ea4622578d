import { availableParallelism } from 'node:os'
import type { Concurrency } from '../lambda-options.ts'
import { refusals } from '../refusals.ts'
import { watchIdleCores } from './idle-cores.ts'
import type { Invocation, Outcome, RunnableFunction } from './invocation.ts'
import { createSandbox, type Sandbox, type SandboxParts, StartFailure } from './sandbox.ts'

/** Invocations of one function that may wait for a sandbox. */
const WAITING_LIMIT = 1000
/** How long one waits before it is throttled. Milliseconds. */
const WAITING_TIME = 60_000
/** How long a function that has a sandbox for each core waits before it is looked whether the cores are idle. Milliseconds. */
const LOOK_AGAIN = 100
/** How often it may be found that they are busy while nothing is done, until a further sandbox starts all the same. */
const MOST_LOOKS = 10

/** All sandboxes: started when needed, used again while warm, bounded in number. */
export interface Sandboxes {
  /**
   * Runs an invocation in a warm sandbox or a new one, waiting for one where the bounds demand it.
   * @throws {ServiceError} TooManyRequestsException
   */
  run(runnable: RunnableFunction, invocation: Invocation): Promise<Outcome>
  /** Whether the function with this key is known to have no room at the moment. */
  isFull(functionKey: string): boolean
  /** How many more invocations of the function could run at once. */
  room(runnable: RunnableFunction): number
  /** Takes a new deployment: sandboxes of the old one end, those at work finish first. Resolves when all have ended. */
  renew(runnable: RunnableFunction): Promise<void>
  /** The function is gone: as `renew`, and those that wait are refused with `reason`. */
  retire(key: string, sequence: number, reason: Error): Promise<void>
  /** Ends everything at once; invocations under way answer with an error. */
  close(): Promise<void>
}

interface Waiter {
  invocation: Invocation
  resolve: (outcome: Outcome) => void
  reject: (reason: unknown) => void
  timer: NodeJS.Timeout
}

interface Lane {
  runnable: RunnableFunction
  all: Set<Sandbox>
  /** Most recently used last. */
  idle: Sandbox[]
  starting: number
  waiters: Waiter[]
  timers: Map<Sandbox, NodeJS.Timeout>
  /** Why nothing runs here any more: the function was deleted. */
  gone: Error | undefined
}

/** @param onRoom called when a function may have room for a further invocation */
export function createSandboxes(
  parts: SandboxParts,
  wanted: Partial<Concurrency> = {},
  onRoom: () => void = () => {},
): Sandboxes {
  const cores = availableParallelism()
  const bounds: Concurrency = {
    perFunction: 10,
    total: Math.max(10, cores * 4),
    starting: Math.max(2, cores),
    idle: 5 * 60_000,
    ...wanted,
  }
  const lanes = new Map<string, Lane>()
  const idleCores = watchIdleCores()
  let closed = false
  let looking: NodeJS.Timeout | undefined
  let looks = 0

  const limitOf = (runnable: RunnableFunction) => Math.min(bounds.perFunction, runnable.reservedConcurrency ?? Infinity)
  const busyIn = (lane: Lane) => lane.all.size - lane.idle.length - lane.starting
  const total = () => [...lanes.values()].reduce((sum, lane) => sum + lane.all.size, 0)
  const startingNow = () => [...lanes.values()].reduce((sum, lane) => sum + lane.starting, 0)

  function laneOf(runnable: RunnableFunction): Lane {
    let lane = lanes.get(runnable.key)
    if (!lane) {
      lane = { runnable, all: new Set(), idle: [], starting: 0, waiters: [], timers: new Map(), gone: undefined }
      lanes.set(runnable.key, lane)
    }
    if (runnable.sequence > lane.runnable.sequence) {
      if (lane.runnable.deployment !== runnable.deployment) for (const old of [...lane.idle]) drop(lane, old)
      lane.runnable = runnable
      lane.gone = undefined
    }
    return lane
  }

  function drop(lane: Lane, sandbox: Sandbox): void {
    clearTimeout(lane.timers.get(sandbox))
    lane.idle = lane.idle.filter((other) => other !== sandbox)
    void sandbox.end()
  }

  /** Ends the sandbox that was idle longest, of whichever function. */
  function makeRoom(): boolean {
    for (const lane of lanes.values()) {
      const oldest = lane.waiters.length === 0 ? lane.idle[0] : undefined
      if (oldest) {
        lane.all.delete(oldest)
        drop(lane, oldest)
        return true
      }
    }
    return false
  }

  function settleIdle(lane: Lane, sandbox: Sandbox): void {
    if (!lane.all.has(sandbox)) return
    if (sandbox.deployment !== lane.runnable.deployment) {
      drop(lane, sandbox)
      return
    }
    lane.idle.push(sandbox)
    looks = Math.min(looks, 1)
    lane.timers.set(sandbox, setTimeout(() => drop(lane, sandbox), bounds.idle).unref())
    pumpAll()
  }

  function give(lane: Lane, sandbox: Sandbox, waiter: Waiter): void {
    clearTimeout(waiter.timer)
    clearTimeout(lane.timers.get(sandbox))
    sandbox
      .invoke(waiter.invocation, lane.runnable.timeout, () => settleIdle(lane, sandbox))
      .then(waiter.resolve, waiter.reject)
  }

  function grow(lane: Lane): void {
    const sandbox = createSandbox(lane.runnable, parts)
    lane.all.add(sandbox)
    lane.starting++
    sandbox.ready.then(
      () => {
        lane.starting--
        settleIdle(lane, sandbox)
      },
      (failure: unknown) => {
        lane.starting--
        const waiter = sandbox.deployment === lane.runnable.deployment ? lane.waiters.shift() : undefined
        if (waiter) {
          clearTimeout(waiter.timer)
          if (failure instanceof StartFailure) waiter.resolve(failure.outcome(waiter.invocation.requestId))
          else waiter.reject(failure)
        }
        drop(lane, sandbox)
        pumpAll()
      },
    )
    void sandbox.ended.then(() => {
      lane.all.delete(sandbox)
      lane.idle = lane.idle.filter((other) => other !== sandbox)
      clearTimeout(lane.timers.get(sandbox))
      lane.timers.delete(sandbox)
      pumpAll()
      if (lane.all.size === 0 && lane.waiters.length === 0) lanes.delete(lane.runnable.key)
    })
  }

  function pump(lane: Lane): void {
    while (lane.waiters.length > 0 && lane.idle.length > 0) {
      const sandbox = lane.idle.pop()
      const waiter = lane.waiters.shift()
      if (sandbox && waiter) give(lane, sandbox, waiter)
    }
    while (lane.waiters.length > lane.starting && lane.all.size < limitOf(lane.runnable)) {
      if (startingNow() >= bounds.starting && lane.all.size > 0) return
      if (lane.all.size >= cores && !mayGrow()) return
      if (total() >= bounds.total && !makeRoom() && lane.all.size > 0) return
      grow(lane)
    }
  }

  /**
   * Whether one more sandbox would get more done: while the cores are busy, the function computes, and more of it would only
   * stand in each other's way. Looked at after a while, and then those that wait are served again.
   */
  function mayGrow(): boolean {
    if (looking) return false
    const idle = looks > 0 ? idleCores.wereIdle() : undefined
    if (idle || looks >= MOST_LOOKS) {
      looks = 0
      return true
    }
    if (idle !== undefined || looks === 0) {
      looks++
      idleCores.look()
    }
    looking = setTimeout(() => {
      looking = undefined
      if ([...lanes.values()].every((lane) => lane.waiters.length === 0)) looks = 0
      pumpAll()
    }, LOOK_AGAIN).unref()
    return false
  }

  function pumpAll(): void {
    if (closed) return
    for (const lane of lanes.values()) pump(lane)
    onRoom()
  }

  return {
    run(runnable, invocation) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(refusals.throttled('ConcurrentInvocationLimitExceeded'))
        const lane = laneOf(runnable)
        if (lane.gone) return reject(lane.gone)
        const reserved = lane.runnable.reservedConcurrency
        if (reserved !== undefined && busyIn(lane) + lane.waiters.length >= reserved) {
          return reject(refusals.throttled('ReservedFunctionConcurrentInvocationLimitExceeded'))
        }
        if (lane.waiters.length >= WAITING_LIMIT) {
          return reject(refusals.throttled('ConcurrentInvocationLimitExceeded'))
        }
        const timer = setTimeout(() => {
          lane.waiters = lane.waiters.filter((other) => other !== waiter)
          reject(refusals.throttled('ConcurrentInvocationLimitExceeded'))
        }, WAITING_TIME)
        const waiter: Waiter = { invocation, resolve, reject, timer }
        lane.waiters.push(waiter)
        pump(lane)
      })
    },
    isFull(key) {
      const lane = lanes.get(key)
      return (
        lane !== undefined && limitOf(lane.runnable) > 0 && busyIn(lane) + lane.waiters.length >= limitOf(lane.runnable)
      )
    },
    room(runnable) {
      const lane = lanes.get(runnable.key)
      return Math.max(0, limitOf(runnable) - (lane ? busyIn(lane) + lane.waiters.length : 0))
    },
    async renew(runnable) {
      const lane = lanes.get(runnable.key)
      if (!lane) return
      laneOf(runnable)
      const leaving = [...lane.all].filter((sandbox) => sandbox.deployment !== runnable.deployment)
      await Promise.all(leaving.map((sandbox) => sandbox.ended))
    },
    async retire(key, sequence, reason) {
      const lane = lanes.get(key)
      if (!lane) return
      lane.runnable = { ...lane.runnable, deployment: '', sequence }
      lane.gone = reason
      for (const waiter of lane.waiters.splice(0)) {
        clearTimeout(waiter.timer)
        waiter.reject(reason)
      }
      const leaving = [...lane.all]
      for (const sandbox of [...lane.idle]) drop(lane, sandbox)
      await Promise.all(leaving.map((sandbox) => sandbox.ended))
    },
    async close() {
      closed = true
      clearTimeout(looking)
      const ends: Promise<void>[] = []
      for (const lane of lanes.values()) {
        for (const waiter of lane.waiters.splice(0)) {
          clearTimeout(waiter.timer)
          waiter.reject(refusals.throttled('ConcurrentInvocationLimitExceeded'))
        }
        for (const sandbox of lane.all) {
          clearTimeout(lane.timers.get(sandbox))
          ends.push(sandbox.end())
        }
      }
      await Promise.all(ends)
    },
  }
}
