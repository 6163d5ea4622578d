import type { Outcome, SendContext } from '../provider.ts'
import { loadPeer } from '../stores/load-peer.ts'
import { failureOfFetch } from './failure-of-fetch.ts'
import { notBegun } from './not-begun.ts'
import type { Meaning } from './outcome-of-code.ts'
import { retryAfter } from './outcome-of-http.ts'

/** What every provider that uses an AWS SDK client takes. */
export interface AwsOptions {
  /** Default: the function's own (`AWS_REGION`). */
  region?: string
  /** Default: `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`, else AWS. */
  endpoint?: string
}

/** The part of an error of the SDK that is read. Its message may hold the phone number: it is never passed on. */
export interface AwsError {
  name: string
  message: string
  $metadata?: { httpStatusCode?: number }
  $response?: { headers?: Record<string, string> }
  /** End User Messaging only. */
  Reason?: string
  Fields?: { Name?: string }[]
}

/** The part of a command of the SDK that is used: every command has it. */
interface Command {
  middlewareStack: {
    add(middleware: (next: (args: never) => unknown) => (args: never) => unknown, options: object): void
  }
}

/**
 * Loads an AWS SDK package, which Lambda's Node runtimes bring along.
 * @throws {SenderError} `Configuration`, naming what to install.
 */
export const loadSdk = <T>(name: string, load: () => Promise<T>): Promise<T> => loadPeer(name, 'this provider', load)

/** With a limit of sockets Node would ask for the connection to be kept all the same. */
const ownConnections = { keepAlive: false, maxSockets: Number.POSITIVE_INFINITY }

/**
 * Settings of a client. Retries are the sender's own, within its deadline: the SDK makes one attempt. Each has a connection
 * of its own, since a container that slept wakes with dead ones, and what breaks on one of them may have been sent.
 */
export function clientSettings({ region, endpoint }: AwsOptions) {
  return {
    maxAttempts: 1,
    requestHandler: { httpAgent: ownConnections, httpsAgent: ownConnections },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
  }
}

/**
 * Sends one command and says what became of the message.
 * @param judge what an error of this service means where its name and status do not tell.
 */
export async function callAws<C extends Command, Output>(
  command: C,
  send: (command: C, options: { abortSignal: AbortSignal }) => Promise<Output>,
  context: Pick<SendContext, 'signal' | 'now'>,
  accepted: (output: Output) => Extract<Outcome, { status: 'accepted' }>,
  judge: (error: AwsError) => Meaning | undefined,
): Promise<Outcome> {
  if (context.signal.aborted) return notBegun
  let left = false
  // The last step before the connection: whatever fails earlier (region, credentials, the input's form) was not sent.
  command.middlewareStack.add(
    (next) => (args) => {
      left = true
      return next(args)
    },
    { step: 'deserialize', priority: 'low', name: 'noteThatItLeaves' },
  )
  try {
    return accepted(await send(command, { abortSignal: context.signal }))
  } catch (error) {
    return outcomeOfAws(error as AwsError, { left, aborted: context.signal.aborted, now: context.now() }, judge)
  }
}

/** An accepted message with the id that AWS gave it. */
export function acceptedAs(id: string | undefined): Extract<Outcome, { status: 'accepted' }> {
  return { status: 'accepted', ...(id ? { id } : {}) }
}

/** Throttling by its many names; that of AWS's SDKs, and those of SNS and KMS. */
const throttled = /^(KMS)?Throttl(ed|ing)|TooManyRequests|RequestLimitExceeded|RequestThrottled|RequestTimeout|SlowDown/
/** The caller may not, or its key or token does not hold. */
const refused =
  /^(AuthorizationError|AccessDenied|NotAuthorized|InvalidSecurity|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|ExpiredToken|RequestExpired|MissingAuthenticationToken|OptInRequired|SubscriptionRequired|KMS)/

function outcomeOfAws(
  error: AwsError,
  { left, aborted, now }: { left: boolean; aborted: boolean; now: number },
  judge: (error: AwsError) => Meaning | undefined,
): Outcome {
  const name = /^[A-Za-z]{1,60}$/.test(error.name) ? error.name : 'Error'
  if (!left) return { status: 'retry', reason: `not sent: ${name}` }
  const http = error.$metadata?.httpStatusCode
  if (http === undefined) return failureOfFetch(error, aborted)
  const code = /^[A-Z_]{1,60}$/.test(error.Reason ?? '') ? ` ${error.Reason}` : ''
  // An answer that does not name its error is called Unknown by the SDK.
  const reason = name === 'Unknown' ? `HTTP ${http}` : `${name}${code}`
  if (http < 300) return { status: 'unknown', reason: `HTTP ${http}, its body could not be read`, http }
  switch (judge(error) ?? meaningOf(error.name, http)) {
    case 'retry': {
      const afterMs = retryAfter(error.$response?.headers?.['retry-after'] ?? null, now)
      return { status: 'retry', reason, http, ...(afterMs === undefined ? {} : { afterMs }) }
    }
    case 'unknown':
      return { status: 'unknown', reason, http }
    case 'account':
      return { status: 'drop', reason, http, account: true }
    case 'recipient':
      return { status: 'drop', reason, http }
  }
}

function meaningOf(name: string, http: number): Meaning {
  if (throttled.test(name) || [408, 409, 425, 429, 503].includes(http)) return 'retry'
  if (refused.test(name) || http < 400 || [401, 402, 403].includes(http)) return 'account'
  return http >= 500 ? 'unknown' : 'recipient'
}
