import { ServiceError } from '@herald/protocol'

/** `Invalid parameter: …`, as SNS words it. */
export function invalidParameter(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', `Invalid parameter: ${message}`)
}

export function topicNotFound(): ServiceError {
  return new ServiceError('NotFoundException', 'Topic does not exist')
}

export function subscriptionNotFound(): ServiceError {
  return new ServiceError('NotFoundException', 'Subscription does not exist')
}

/** AWS has it, Herald does not yet. */
export function notBuilt(what: string): ServiceError {
  return invalidParameter(`${what} exists on Amazon SNS, but is not built yet in Herald.`)
}
