import type { ServiceName } from './call.ts'
import { displayName, modelOf, newerOperations, operationOf } from './model.ts'
import { ServiceError } from './service-error.ts'

/** What every operation may answer beside its own errors. */
export type CommonReason =
  /** No operation of this name exists. */
  | 'unknown-operation'
  /** AWS has it, Herald not yet. */
  | 'not-built'
  /** The body, path, header or form cannot be read as the operation's input. */
  | 'malformed'
  /** The input breaks a constraint of the model. */
  | 'invalid'
  /** A signature is needed and none is there. */
  | 'unsigned'
  /** A signature is there, but cannot be read. */
  | 'bad-signature'
  /** Credentials that Herald issued, with a wrong session token. */
  | 'wrong-credentials'
  /** Credentials that Herald issued and whose time is over. */
  | 'expired-credentials'
  /** The caller may not. */
  | 'refused'
  /** The request came to a name that Herald does not bear. */
  | 'misdirected'
  | 'wrong-method'
  | 'too-large'
  /** A defect of Herald: nothing of it is told. */
  | 'internal'

interface CommonError {
  readonly code: string
  readonly status: number
}

const json: Record<CommonReason, CommonError> = {
  'unknown-operation': { code: 'UnknownOperationException', status: 400 },
  'not-built': { code: 'OperationNotBuiltException', status: 400 },
  malformed: { code: 'SerializationException', status: 400 },
  invalid: { code: 'ValidationException', status: 400 },
  unsigned: { code: 'MissingAuthenticationTokenException', status: 400 },
  'bad-signature': { code: 'IncompleteSignatureException', status: 400 },
  'wrong-credentials': { code: 'UnrecognizedClientException', status: 400 },
  'expired-credentials': { code: 'ExpiredTokenException', status: 400 },
  refused: { code: 'AccessDeniedException', status: 400 },
  misdirected: { code: 'MisdirectedRequestException', status: 421 },
  'wrong-method': { code: 'MethodNotAllowedException', status: 405 },
  'too-large': { code: 'RequestEntityTooLargeException', status: 413 },
  internal: { code: 'InternalFailure', status: 500 },
}

const rest: Record<CommonReason, CommonError> = {
  ...json,
  refused: { code: 'AccessDeniedException', status: 403 },
  'unknown-operation': { code: 'UnknownOperationException', status: 404 },
  unsigned: { code: 'MissingAuthenticationTokenException', status: 403 },
  'bad-signature': { code: 'IncompleteSignatureException', status: 403 },
  'wrong-credentials': { code: 'UnrecognizedClientException', status: 403 },
  'expired-credentials': { code: 'ExpiredTokenException', status: 403 },
}

const query: Record<CommonReason, CommonError> = {
  'unknown-operation': { code: 'InvalidAction', status: 400 },
  'not-built': { code: 'OperationNotBuilt', status: 400 },
  malformed: { code: 'MalformedInput', status: 400 },
  invalid: { code: 'ValidationError', status: 400 },
  unsigned: { code: 'MissingAuthenticationToken', status: 403 },
  'bad-signature': { code: 'IncompleteSignature', status: 400 },
  'wrong-credentials': { code: 'InvalidClientTokenId', status: 403 },
  'expired-credentials': { code: 'ExpiredToken', status: 403 },
  refused: { code: 'AccessDenied', status: 403 },
  misdirected: { code: 'MisdirectedRequest', status: 421 },
  'wrong-method': { code: 'MethodNotAllowed', status: 405 },
  'too-large': { code: 'RequestEntityTooLarge', status: 413 },
  internal: { code: 'InternalFailure', status: 500 },
}

/** Where the model lists no error for a bad value, the service has one for all its operations. */
type CommonErrors = Readonly<Record<CommonReason, CommonError> & { 'bad-value'?: CommonError }>

/**
 * THE TABLE of errors that every operation of a service may answer. The codes of constraint failures are those seen on
 * AWS; `OperationNotBuilt…`, `Misdirected…` and `MethodNotAllowed…` are Herald's own and no SDK retries them.
 */
export const commonErrors: Readonly<Record<ServiceName, CommonErrors>> = {
  'cognito-idp': {
    ...json,
    invalid: { code: 'InvalidParameterException', status: 400 },
    internal: { code: 'InternalErrorException', status: 500 },
  },
  kms: { ...json, internal: { code: 'KMSInternalException', status: 500 } },
  lambda: { ...rest, internal: { code: 'ServiceException', status: 500 } },
  sesv2: {
    ...rest,
    invalid: { code: 'BadRequestException', status: 400 },
    internal: { code: 'InternalServiceErrorException', status: 500 },
  },
  'sms-voice': { ...json, internal: { code: 'InternalServerException', status: 500 } },
  sns: { ...query, internal: { code: 'InternalErrorException', status: 500 } },
  ses: { ...query, 'bad-value': { code: 'InvalidParameterValue', status: 400 } },
  sts: query,
}

/** @param service undefined when the request named none: the JSON form is the one every client can print. */
export function commonError(service: ServiceName | undefined, reason: CommonReason, message: string): ServiceError {
  const entry = service ? commonErrors[service][reason] : rest[reason]
  return new ServiceError(entry.code, message, { status: entry.status })
}

/** Status of an error that the service's model does not describe. */
export function commonStatus(service: ServiceName | undefined, code: string): number {
  const table = service ? commonErrors[service] : rest
  return Object.values(table).find((entry) => entry.code === code)?.status ?? 400
}

/** Whether the operation may answer with this error, by its shape's name or wire code: the model's list and the common table. */
export function mayAnswer(service: ServiceName, operation: string, code: string): boolean {
  if (Object.values(commonErrors[service]).some((entry) => entry.code === code)) return true
  const model = modelOf(service)
  return (operationOf(model, operation)?.errors ?? []).some(
    ({ shape }) => shape === code || model.shapes[shape]?.error?.code === code,
  )
}

/** The refusal of an operation that this process does not answer: not built yet, or not known to AWS either. */
export function absentOperation(service: ServiceName, operation: string): ServiceError {
  const exists =
    operationOf(modelOf(service), operation) !== undefined || newerOperations[service]?.includes(operation) === true
  return exists
    ? commonError(
        service,
        'not-built',
        `${operation} exists on ${displayName(service)}, but is not built yet in Herald.`,
      )
    : commonError(service, 'unknown-operation', `${displayName(service)} has no operation ${operation.slice(0, 100)}.`)
}
