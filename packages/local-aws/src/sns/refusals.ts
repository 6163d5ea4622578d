import { ServiceError } from '@herald/protocol'

/** `Invalid parameter: …`, as SNS words it. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', `Invalid parameter: ${message}`)
}

export function topicNotFound(): ServiceError {
  return new ServiceError('NotFoundException', 'Topic does not exist')
}
