import type { CodeStore } from './code/code-store.ts'
import type { Downloads } from './code/downloads.ts'
import type { EventQueue } from './events/event-queue.ts'
import type { LambdaOptions } from './lambda-options.ts'
import type { LogBook } from './runtime/log-book.ts'
import type { Sandboxes } from './runtime/sandboxes.ts'
import type { Runtimes } from './runtimes/runtimes.ts'

/** What the operations work with. */
export interface LambdaParts extends LambdaOptions {
  code: CodeStore
  downloads: Downloads
  runtimes: Runtimes
  sandboxes: Sandboxes
  queue: EventQueue
  logs: LogBook
  /** True once Herald ends: what sandboxes answer from then on says nothing about the functions. */
  isClosed(): boolean
  /** How often the code of a mounted function has changed, by function key. */
  reloads: Map<string, number>
  /** Orders readings of functions, see `RunnableFunction.sequence`. */
  nextSequence(): number
  /** Resolves when what an earlier process left behind is taken over. */
  opened: Promise<void>
}
