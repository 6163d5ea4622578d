import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Caller, Service } from '@herald/protocol'

export interface GatewayOptions {
  readonly services: readonly Service[]
  /** For requests whose signature names no region. */
  readonly region: string
  /** 12 digits. */
  readonly accountId: string
  /**
   * Recognises credentials that Herald issued itself, to functions, to its own parts and for sessions; undefined for all
   * others. Headers come with names in lower case: a service says in them for which resource it acts.
   */
  readonly lookupCaller: (
    accessKeyId: string,
    sessionToken: string | undefined,
    headers: Readonly<Record<string, string>>,
  ) => KnownCaller | CredentialRefusal | undefined
  /** Names beside the loopback ones that requests may be sent to, without port. */
  readonly hosts: readonly string[]
  /** Browser origins that may call the user-pool API; undefined: every origin on loopback. `*` allows all. */
  readonly origins: readonly string[] | undefined
  /** Demanded for everything administrative when the port is not on loopback. */
  readonly token?: string | undefined
  /** Whether the port is bound to a loopback address only. */
  readonly loopback: boolean
  /** Where Herald is reached, without a trailing slash; for requests that carry no usable Host. */
  readonly endpoint: () => string
  readonly random: { uuid(): string }
  readonly routes: readonly Route[]
  /** Told of every exception that is not a refusal. `context` holds the operation or path, never a body. */
  readonly onFault: (error: unknown, context: FaultContext) => void
}

export interface KnownCaller {
  readonly caller: Caller
  /** The trace that the caller works on, for requests that carry none themselves. */
  readonly traceId?: string | undefined
  readonly refusal?: undefined
}

/** Credentials that Herald issued, but whose token is wrong or whose time is over. */
export interface CredentialRefusal {
  readonly refusal: 'UnrecognizedClientException' | 'ExpiredTokenException'
  readonly message: string
}

export interface FaultContext {
  readonly requestId: string
  /** `cognito-idp.SignUp`, or method and path of a route. */
  readonly what: string
}

/** Something beside the AWS APIs that answers on the port. */
export interface Route {
  /** `HEAD` follows from `GET`. */
  readonly methods: readonly string[]
  /** A prefix of the path, or an expression that is tested against the decoded path. */
  readonly path: string | RegExp
  /** `public` routes need no token off loopback. */
  readonly access: 'administrative' | 'public'
  readonly handler: (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    call: RouteCall,
  ) => void | Promise<void>
}

export interface RouteCall {
  readonly requestId: string
  readonly sourceIp: string
  /** Where this request was sent to, without a trailing slash. */
  readonly endpoint: string
}
