import { ServiceError } from '@herald/protocol'

/** The input cannot be used as it is. */
export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', message)
}

/** SES took the request but not the message. */
export function messageRejected(message: string): ServiceError {
  return new ServiceError('MessageRejected', message)
}
