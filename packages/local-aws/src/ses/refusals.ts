import { ServiceError } from '@herald/protocol'

/** The input cannot be used as it is, in version 2. */
export function badRequest(message: string): ServiceError {
  return new ServiceError('BadRequestException', message)
}

/** The same in version 1: an error that AWS documents for all its Query services. */
export function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValue', message)
}

/** SES took the request but not the message. */
export function messageRejected(message: string): ServiceError {
  return new ServiceError('MessageRejected', message)
}

/** `Template x does not exist`, as both versions word it. */
export const noSuchTemplate = {
  v1: (name: string) =>
    new ServiceError('TemplateDoesNotExistException', `Template ${name.slice(0, 200)} does not exist`, {
      members: { TemplateName: name.slice(0, 200) },
    }),
  v2: (name: string) => new ServiceError('NotFoundException', `Template ${name.slice(0, 200)} does not exist`),
}

export const noSuchIdentity = (identity: string) =>
  new ServiceError('NotFoundException', `Email identity ${identity.slice(0, 320)} does not exist.`)
