import { ServiceError } from '@herald/protocol'

/** STS answers over the Query protocol, where bad input is a `ValidationError`. */
export const validationError = (message: string) => new ServiceError('ValidationError', message, { status: 400 })

export const accessDenied = (message: string) => new ServiceError('AccessDenied', message, { status: 403 })

export const missingToken = () =>
  new ServiceError('MissingAuthenticationToken', 'Request is missing Authentication Token', { status: 403 })
