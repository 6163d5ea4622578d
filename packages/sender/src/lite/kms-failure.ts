/** Why KMS did not decrypt. Holds nothing of what was sent, and of the answer only words of KMS's own. */
export class KmsFailure extends Error {
  /** Milliseconds within which another attempt is of use; undefined: at no time. */
  readonly pauseMs: number | undefined
  /** The time at KMS, in milliseconds since 1970; NaN where it is not known. */
  readonly date: number

  /** @param name KMS's own, or the one that the AWS SDK has for it. */
  constructor(name: string, message: string, pauseMs?: number, date = Number.NaN) {
    super(message)
    this.name = name
    this.pauseMs = pauseMs
    this.date = date
  }
}

/** Before the second attempt, as in the AWS SDK's standard mode; before the third it is twice as long. */
export const usualPauseMs = 50
const throttledPauseMs = 1_000

/** As the AWS SDK has them: other faults of a server stay as they are. */
const passingStatuses = [500, 502, 503, 504]
const passingName = /^RequestTimeout/
const throttlingName = /Thrott|LimitExceeded|TooManyRequests|SlowDown/

const lostConnection = ['ECONNRESET', 'EPIPE']
const passingCodes = [
  ...lostConnection,
  ...['ECONNREFUSED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
]

/** What Node throws of a connection. It has a code, and may hold bytes that were received. */
export type ConnectionError = Error & { readonly code?: string }

/** Whether the connection was closed at the other side. */
export const wasLost = ({ code }: ConnectionError): boolean => lostConnection.includes(code ?? '')

/** @param host which KMS it is. */
export function connectionFailure(host: string, { code = '', message }: ConnectionError): KmsFailure {
  const why = `KMS at ${host} could not be reached: ${message || code}.`
  return passingCodes.includes(code) ? new KmsFailure('TimeoutError', why, usualPauseMs) : new KmsFailure('Error', why)
}

/** @param what did not come, in so many milliseconds. */
export const lateFailure = (host: string, what: string, ms: number): KmsFailure =>
  new KmsFailure('TimeoutError', `KMS at ${host} gave no ${what} within ${ms} ms.`, usualPauseMs)

export interface Refusal {
  readonly status: number
  /** The error's name as KMS writes it, with a namespace before and an address after it; undefined: it gave none. */
  readonly type: string | undefined
  readonly message: string | undefined
  /** Milliseconds since 1970. */
  readonly date: number
}

/** What KMS says by an error. */
export function refusalFailure({ status, type = '', message = '', date }: Refusal): KmsFailure {
  const given = /^(?:[^#:]*#)?(\w+)/.exec(type)?.[1]
  const name = given ?? (status === 429 ? 'ThrottlingException' : status >= 500 ? 'ServiceUnavailable' : 'UnknownError')
  // After a wrong signature it repeats the whole request below the first line, with the session's token.
  const [words] = message.split('\n')
  const passes = passingStatuses.includes(status) || passingName.test(name)
  const pause = status === 429 || throttlingName.test(name) ? throttledPauseMs : passes ? usualPauseMs : undefined
  return new KmsFailure(name, words || `KMS answered with status ${status}.`, pause, date)
}
