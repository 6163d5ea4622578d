import type { ServiceName } from './call.ts'
import type { ServiceError } from './service-error.ts'

/** A request as it came, or will go, over the wire. */
export interface WireRequest {
  readonly method: string
  /** As sent: still percent-encoded, without the query. */
  readonly path: string
  /** As sent, without the question mark. */
  readonly query: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface WireResponse {
  readonly status: number
  /** Names as they are sent; what is read from a socket has them in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** One of AWS's wire forms, from both ends. `operation` is always one that the service's model has. */
export interface Protocol {
  /** @throws {ServiceError} when the request cannot be read as the operation's input. */
  readInput(service: ServiceName, operation: string, request: WireRequest): Record<string, unknown>
  writeOutput(service: ServiceName, operation: string, output: object, requestId: string): WireResponse
  /** `service` is undefined when the request did not name one. */
  writeError(service: ServiceName | undefined, error: ServiceError, requestId: string): WireResponse
  writeInput(service: ServiceName, operation: string, input: object): WireRequest
  readOutput(service: ServiceName, operation: string, response: WireResponse): Record<string, unknown>
  /** Reads an answer whose status is 300 or more. */
  readError(service: ServiceName, response: WireResponse): ServiceError
}
