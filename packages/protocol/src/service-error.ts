/**
 * A refusal in AWS's own terms. `code` is the error shape's name in the model (`NotAuthorizedException`); the protocol
 * layer finds the HTTP status and wire form from the model.
 */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly code: string
  /** Further members of the error shape, as `reasonCode` of InvalidParameterException. */
  readonly members: Readonly<Record<string, unknown>>
  /** Only for errors the model does not describe. */
  readonly status: number | undefined

  constructor(code: string, message: string, options: { members?: Record<string, unknown>; status?: number } = {}) {
    super(message)
    this.code = code
    this.members = options.members ?? {}
    this.status = options.status
  }
}
