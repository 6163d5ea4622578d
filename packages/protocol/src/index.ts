export type { Call, Caller, Operation, Service, ServiceName } from './call.ts'
export { ServiceError } from './service-error.ts'
