export type { Call, Caller, Operation, Service, ServiceName } from './call.ts'
export {
  type AwsClient,
  type AwsClientOptions,
  type CallOptions,
  createAwsClient,
  type DirectCall,
  type Operations,
} from './client.ts'
export {
  absentOperation,
  type CommonReason,
  commonError,
  commonErrors,
  mayAnswer,
} from './common-errors.ts'
export {
  displayName,
  isPublic,
  modelOf,
  newerOperations,
  operationOf,
  readTarget,
  readVersion,
  serviceNames,
  shapeOf,
} from './model.ts'
export { protocolOf } from './protocols.ts'
export { findRoute } from './rest-routes.ts'
export { ServiceError } from './service-error.ts'
export type { MemberShape, OperationModel, ServiceModel, Shape } from './shapes.ts'
export { type Credentials, readSignature, type Signature, sign } from './sigv4.ts'
export { customSenderSource, type MessageReason, type Trigger, type TriggerName, triggers } from './triggers.ts'
export { findFailures, validateInput } from './validate.ts'
export type { Protocol, WireRequest, WireResponse } from './wire.ts'
