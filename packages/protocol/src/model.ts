import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceName } from './call.ts'
import type { OperationModel, ServiceModel, Shape } from './shapes.ts'

/** Every service that Herald has a model of. */
export const serviceNames: readonly ServiceName[] = [
  'cognito-idp',
  'kms',
  'lambda',
  'sns',
  'ses',
  'sesv2',
  'sms-voice',
  'sts',
]

/**
 * Operations that the newest Cognito SDK knows and the model (August 2026) does not describe yet: they exist on AWS, so
 * they are refused by name and not as unknown.
 */
export const newerOperations: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  'cognito-idp': [
    'AdminDeleteSoftwareToken',
    'AdminListUserSessions',
    'AdminRevokeUserSession',
    'DescribeTermsByClient',
    'GetClientToken',
    'GetUserPoolClientSessionConfiguration',
    'GetUserPoolSessionConfiguration',
    'ListUserSessions',
    'RevokeUserSession',
    'SetUserPoolClientSessionConfiguration',
    'SetUserPoolSessionConfiguration',
  ],
}

const loaded = new Map<ServiceName, ServiceModel>()

/** The model of a service, read on first use and kept. */
export function modelOf(service: ServiceName): ServiceModel {
  const known = loaded.get(service)
  if (known) return known
  const file = join(import.meta.dirname, '..', 'models', `${service}.json`)
  const model = JSON.parse(readFileSync(file, 'utf8')) as ServiceModel
  loaded.set(service, model)
  return model
}

/** The operation of that very name, or undefined. Names such as `constructor` find nothing. */
export function operationOf(model: ServiceModel, name: string): OperationModel | undefined {
  return Object.hasOwn(model.operations, name) ? model.operations[name] : undefined
}

/** @throws {Error} when the model has no such shape: a defect of the model, never of a request. */
export function shapeOf(model: ServiceModel, name: string): Shape {
  const shape = model.shapes[name]
  if (!shape) throw new Error(`The model of ${model.metadata.serviceFullName} has no shape ${name}.`)
  return shape
}

/** Whether anybody may call the operation without a signature, as browsers call SignUp. */
export function isPublic(operation: OperationModel): boolean {
  return operation.authtype === 'none'
}

/** The service as its users call it: `Amazon Cognito Identity Provider`, `AWS Lambda`. */
export function displayName(service: ServiceName): string {
  return service === 'cognito-idp' ? 'Amazon Cognito' : modelOf(service).metadata.serviceFullName
}

/** `X-Amz-Target` → service and operation name, e.g. `TrentService.CreateKey`. */
export function readTarget(target: string): { service: ServiceName; operation: string } | undefined {
  const dot = target.lastIndexOf('.')
  const service = targets.get(target.slice(0, dot))
  return dot > 0 && service ? { service, operation: target.slice(dot + 1) } : undefined
}

/** Prefixes of `X-Amz-Target`; held here as well so that choosing a service loads no model. */
const targets = new Map<string, ServiceName>([
  ['AWSCognitoIdentityProviderService', 'cognito-idp'],
  ['TrentService', 'kms'],
  ['PinpointSMSVoiceV2', 'sms-voice'],
])

/** API versions of the services that speak AWS Query. */
const versions = new Map<string, ServiceName>([
  ['2010-03-31', 'sns'],
  ['2010-12-01', 'ses'],
  ['2011-06-15', 'sts'],
])

/** `Version` of a Query request → service. */
export function readVersion(version: string): ServiceName | undefined {
  return versions.get(version)
}
