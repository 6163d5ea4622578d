import type { Outcome, RunnableFunction } from './invocation.ts'
import type { LogBook } from './log-book.ts'
import type { OutputEvents } from './output-lines.ts'

/** How long an answer waits for output that was written before it. Milliseconds. */
const OUTPUT_GRACE = 100
/** The same where no mark will come, and what was written before the answer lies in the pipe already. Milliseconds. */
const UNMARKED_GRACE = 10

/**
 * How the end of an invocation's output is known: by the bootstrap's marks in it; or its process gives the system everything before its
 * answer, so that one turn of the event loop has read it; or not at all, of a foreign process, whose resident bytes are asked for.
 */
export type OutputEnd = { by: 'marks' | 'turn' } | { by: 'grace'; memory: () => number }

/** The log of one sandbox: what its process writes and what Lambda adds, each line under the invocation it belongs to. */
export interface InvocationLog extends OutputEvents {
  /** `2026/11/21/[$LATEST]<32 hex>` */
  readonly stream: string
  /** @param milliseconds what the start took; only the first call counts */
  started(milliseconds: number): void
  began(requestId: string): void
  /** Resolves when all that the invocation wrote has been read. */
  complete(requestId: string): Promise<void>
  reported(requestId: string, milliseconds: number, outcome: Outcome): void
  /** The process has ended; all its output is read. @param sentence why, where that cuts an invocation short */
  exited(sentence?: string): void
}

/** @param sandboxId names the log stream */
export function createInvocationLog(
  book: LogBook,
  runnable: RunnableFunction,
  sandboxId: string,
  end: OutputEnd,
): InvocationLog {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/')
  const early: string[] = []
  let startMilliseconds: number | undefined
  let startReported = false
  let current: string | undefined
  let over = false
  let marks = { requestId: '', count: 0, memory: 0 }
  let waiting: { requestId: string; resolve: () => void } | undefined

  function line(text: string): void {
    if (current) book.add(runnable.name, current, text)
    else if (early.length < 1000) early.push(text)
  }

  function wake(): void {
    waiting?.resolve()
    waiting = undefined
  }

  return {
    stream: `${day}/[${runnable.version}]${sandboxId.replaceAll('-', '')}`,
    line,
    ended(requestId, memory) {
      marks = { requestId, count: marks.requestId === requestId ? marks.count + 1 : 1, memory }
      if (marks.count === 2 && waiting?.requestId === requestId) wake()
    },
    started(milliseconds) {
      startMilliseconds ??= milliseconds
    },
    began(requestId) {
      current = requestId
      for (const text of early.splice(0)) line(text)
      line(`START RequestId: ${requestId} Version: ${runnable.version}`)
    },
    complete(requestId) {
      if (end.by === 'grace') return new Promise((resolve) => setTimeout(resolve, UNMARKED_GRACE))
      if (end.by === 'turn') return new Promise((resolve) => setImmediate(resolve))
      if (over || (marks.requestId === requestId && marks.count >= 2)) return Promise.resolve()
      return new Promise((resolve) => {
        waiting = { requestId, resolve }
        setTimeout(resolve, OUTPUT_GRACE)
      })
    },
    reported(requestId, milliseconds, outcome) {
      if (!outcome.ok && outcome.timedOut) {
        line(`${new Date().toISOString()} ${requestId} Task timed out after ${runnable.timeout.toFixed(2)} seconds`)
      }
      const memory = Math.ceil((end.by === 'grace' ? end.memory() : marks.memory) / (1024 * 1024))
      const start = startReported ? '' : `Init Duration: ${(startMilliseconds ?? 0).toFixed(2)} ms\t`
      startReported = true
      line(`END RequestId: ${requestId}`)
      line(
        `REPORT RequestId: ${requestId}\tDuration: ${milliseconds.toFixed(2)} ms\tBilled Duration: ${Math.ceil(milliseconds)} ms\t` +
          `Memory Size: ${runnable.memorySize} MB\tMax Memory Used: ${memory} MB\t${start}`,
      )
    },
    exited(sentence) {
      over = true
      if (sentence) line(current ? `RequestId: ${current} Error: ${sentence}` : `Error: ${sentence}`)
      wake()
    },
  }
}
