import type { Environment } from '@herald/environment'
import { newTraceRoot, rootOfTraceHeader } from '@herald/inbox'
import type { Call } from '@herald/protocol'

/**
 * The trace header of an invocation: the root of the request that causes it, else a new one. What the function sends
 * carries it on, and so is joined to its cause.
 */
export function traceHeaderFor(call: Call, environment: Environment): string {
  const root = rootOfTraceHeader(call.traceId) ?? newTraceRoot(environment)
  const sampled = /(?:^|;)\s*Sampled=1(?:;|$)/.test(call.traceId ?? '') ? 1 : 0
  return `Root=${root};Parent=${environment.random.bytes(8).toString('hex')};Sampled=${sampled}`
}
