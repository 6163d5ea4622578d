import { isUtf8 } from 'node:buffer'
import type { ServiceName } from './call.ts'
import { commonError } from './common-errors.ts'
import type { ErrorForm } from './error-shapes.ts'
import { errorForm } from './error-shapes.ts'
import { structureFromJson, structureToJson } from './json-values.ts'
import { modelOf, shapeOf } from './model.ts'
import { MalformedValue } from './scalars.ts'
import { ServiceError } from './service-error.ts'
import type { Protocol, WireResponse } from './wire.ts'

/** AWS JSON 1.0 and 1.1: Cognito user pools and KMS. */
export const awsJson: Protocol = {
  readInput(service, operation, request) {
    const model = modelOf(service)
    const { input } = model.operations[operation]!
    const body = parseObject(service, request.body)
    return reading(service, () => (input ? structureFromJson(model, shapeOf(model, input.shape), body) : {}))
  },

  writeOutput(service, operation, output, requestId) {
    const model = modelOf(service)
    const target = model.operations[operation]!.output
    const value = target ? structureToJson(model, shapeOf(model, target.shape), output) : undefined
    return jsonResponse(200, contentType(service), value, requestId)
  },

  writeError(service, error, requestId) {
    const form = errorForm(service, error)
    const body = { __type: form.name, ...errorMembers(service, form, error) }
    return jsonResponse(form.status, contentType(service), body, requestId, { 'x-amzn-ErrorType': form.name })
  },

  writeInput(service, operation, input) {
    const model = modelOf(service)
    const shape = model.operations[operation]!.input
    const value = shape ? structureToJson(model, shapeOf(model, shape.shape), input) : {}
    return {
      method: 'POST',
      path: '/',
      query: '',
      headers: { 'content-type': contentType(service), 'x-amz-target': `${model.metadata.targetPrefix}.${operation}` },
      body: Buffer.from(JSON.stringify(value)),
    }
  },

  readOutput(service, operation, response) {
    const model = modelOf(service)
    const { output } = model.operations[operation]!
    return output ? structureFromJson(model, shapeOf(model, output.shape), parseObject(service, response.body)) : {}
  },

  readError: readJsonError,
}

const contentType = (service: ServiceName | undefined) =>
  `application/x-amz-json-${(service && modelOf(service).metadata.jsonVersion) ?? '1.1'}`

/** Runs `read`; what does not fit its shape becomes the service's own refusal. */
export function reading<T>(service: ServiceName, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof MalformedValue) throw commonError(service, 'malformed', error.message)
    throw error
  }
}

/** Parses a body that must be a JSON object; an empty one counts as `{}`. @throws {ServiceError} */
export function parseObject(service: ServiceName, body: Buffer): object {
  if (body.length === 0) return {}
  // Bytes that are no text would all be read as the same sign, and two names become one.
  if (!isUtf8(body)) throw commonError(service, 'malformed', 'The request body is not valid UTF-8.')
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw commonError(service, 'malformed', 'The request body is not valid JSON.')
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw commonError(service, 'malformed', 'The request body is not a JSON object.')
}

/** The message under the name that the error's shape gives it, and the shape's further members. */
export function errorMembers(service: ServiceName | undefined, form: ErrorForm, error: ServiceError): object {
  const members = { ...error.members, [form.messageMember]: error.message }
  if (!service || !form.shape) return members
  return { [form.messageMember]: error.message, ...structureToJson(modelOf(service), form.shape, members) }
}

/** @param value undefined for an empty body. */
export function jsonResponse(
  status: number,
  type: string,
  value: unknown,
  requestId: string,
  headers: Record<string, string> = {},
): WireResponse {
  const body = Buffer.from(value === undefined ? '' : JSON.stringify(value))
  return { status, headers: { 'Content-Type': type, 'x-amzn-RequestId': requestId, ...headers }, body }
}

/** Reads an error of either JSON protocol: the header or `__type`, without namespace and address. */
export function readJsonError(service: ServiceName, response: WireResponse): ServiceError {
  let body: Record<string, unknown> = {}
  try {
    body = parseObject(service, response.body) as Record<string, unknown>
  } catch {}
  const type = response.headers['x-amzn-errortype'] ?? body.__type ?? body.code ?? `Http${response.status}`
  const code = String(type).split(':')[0]!.split('#').at(-1)!
  const { __type: _, message, Message, ...members } = body
  return new ServiceError(code, String(message ?? Message ?? ''), { members, status: response.status })
}
