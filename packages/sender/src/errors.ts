/**
 * - `UnhandledSource`: the event's source is not known, or its channel has no provider
 * - `ForeignPool`: the event or the message inside it is of a pool that is not served here
 * - `DecryptFailed`: the code could not be decrypted
 * - `NotDelivered`: no provider took the message; Lambda's retry may succeed
 * - `BadEvent`: not an event of a custom sender
 * - `Configuration`: an option or environment variable is missing or wrong
 * - `Busy`: another invocation has the message in hand; Lambda's retry comes when it has ended
 * - `StoreFailed`: the store did not answer, and the message may not go out without it
 */
export type SenderErrorCode =
  | 'UnhandledSource'
  | 'ForeignPool'
  | 'DecryptFailed'
  | 'NotDelivered'
  | 'BadEvent'
  | 'Configuration'
  | 'Busy'
  | 'StoreFailed'

/** The one error that a sender throws. Its message holds no address and no secret, so it may be logged as it is. */
export class SenderError extends Error {
  readonly code: SenderErrorCode

  /** @param cause what brought it about; unlike the message it may be another library's, so it is not logged unseen. */
  constructor(code: SenderErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'SenderError'
    this.code = code
  }
}
