import type { RunnableFunction } from '../runtime/invocation.ts'

/** How the process of a function is started. */
export interface Launch {
  command: string
  arguments: string[]
  /** Variables of the runtime that the function's own may replace. */
  variables: Record<string, string>
  /**
   * What Herald's bootstrap is told in HERALD_SANDBOX. Absent for a function that brings its own: it knows no token, and
   * writes no marks.
   */
  bootstrap?: Record<string, unknown>
  /** Its invocations go over descriptor 4, not over HTTP; it gives the system all that it wrote before it answers. */
  piped?: boolean
}

/** A function that cannot be started on this machine. The message is a sentence of Herald's, safe to show. */
export class LaunchRefusal extends Error {
  override name = 'LaunchRefusal'
  /** As the invocation's answer names it. */
  readonly errorType: string

  constructor(errorType: string, sentence: string) {
    super(sentence)
    this.errorType = errorType
  }
}

/** @throws {LaunchRefusal} */
export type Launcher = (runnable: RunnableFunction) => Promise<Launch>
