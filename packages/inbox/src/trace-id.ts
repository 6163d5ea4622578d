import type { Environment } from '@herald/environment'

/**
 * A new trace root in X-Ray's form: `1-<8 hex: seconds since 1970>-<24 hex>`. It is the id of a message, and as
 * `Root=…` in `X-Amzn-Trace-Id` it follows the message through the function to its provider.
 */
export function newTraceRoot(environment: Environment): string {
  const seconds = Math.floor(environment.clock.now() / 1000)
  return `1-${seconds.toString(16).padStart(8, '0')}-${environment.random.bytes(12).toString('hex')}`
}

/** The root of a trace header (`Root=1-…;Parent=…;Sampled=1`), where it has one. */
export function rootOfTraceHeader(header: string | undefined): string | undefined {
  return header?.match(/(?:^|;)\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})/)?.[1]
}
