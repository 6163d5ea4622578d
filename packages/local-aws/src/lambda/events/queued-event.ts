/** An asynchronous invocation on its way. Times are milliseconds of the environment's clock. */
export interface QueuedEvent {
  /** The request id of the Invoke that queued it; every attempt runs under it. */
  id: string
  functionKey: string
  functionArn: string
  enqueuedAt: number
  /** When it may run next; while it is claimed, when the claim ends. */
  dueAt: number
  /** Attempts that ended in an error of the function. */
  failures: number
  /** Attempts that never reached the function. */
  throttles: number
  traceHeader: string
  /** The process that claimed it. */
  owner?: string
  /** An AWS service sent it, so its outcome is the state of the message that it carries. */
  carriesMessage: boolean
  /** It carries the record of another invocation to that one's destination. */
  isDestination: boolean
}

/** What the caller sent, sealed for its invocation. */
export interface EventPayload {
  sealed: string
  clientContext?: string
}
