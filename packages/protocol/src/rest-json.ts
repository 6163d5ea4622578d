import { errorMembers, jsonResponse, parseObject, reading, readJsonError } from './aws-json.ts'
import type { ServiceName } from './call.ts'
import { commonError } from './common-errors.ts'
import { errorForm } from './error-shapes.ts'
import { fromJson, structureFromJson, structureToJson } from './json-values.ts'
import { modelOf, shapeOf } from './model.ts'
import { findRoute } from './rest-routes.ts'
import { blobFromText, scalarFromText, timestampFromText, timestampToText } from './scalars.ts'
import type { MemberShape, ServiceModel, Shape } from './shapes.ts'
import { encode } from './sigv4.ts'
import type { Protocol, WireRequest } from './wire.ts'

/** REST-JSON: Lambda and version 2 of SES. */
export const restJson: Protocol = {
  readInput(service, operation, request) {
    const model = modelOf(service)
    const { input } = model.operations[operation]!
    if (!input) return {}
    const shape = shapeOf(model, input.shape)
    return reading(service, () => {
      const match = findRoute(service, request.method, request.path, new URLSearchParams(request.query))
      if (typeof match === 'object' && match.later) return readBody(service, withoutPlaces(shape), request)
      return { ...readBody(service, shape, request), ...readLocated(service, shape, request) }
    })
  },

  writeOutput(service, operation, output, requestId) {
    const model = modelOf(service)
    const { http, output: target } = model.operations[operation]!
    const headers: Record<string, string> = {}
    let status = http.responseCode ?? 200
    if (!target) return jsonResponse(status, 'application/json', undefined, requestId)
    const shape = shapeOf(model, target.shape)
    for (const [name, member] of Object.entries(shape.members ?? {})) {
      const value = (output as Record<string, unknown>)[name]
      if (value === undefined || value === null) continue
      if (member.location === 'statusCode') status = value as number
      if (member.location === 'header') headers[member.locationName ?? name] = toText(model, member, value)
    }
    const body = bodyOf(model, shape, output as Record<string, unknown>)
    const response = jsonResponse(
      status,
      'application/json',
      Buffer.isBuffer(body) ? undefined : body,
      requestId,
      headers,
    )
    if (status === 204) return { ...response, body: Buffer.alloc(0) }
    return Buffer.isBuffer(body) ? { ...response, body } : response
  },

  writeError(service, error, requestId) {
    const form = errorForm(service, error)
    const members: Record<string, unknown> = { ...errorMembers(service, form, error) }
    if (form.shape?.members?.Type && members.Type === undefined) members.Type = form.fault ? 'Server' : 'User'
    const headers = { 'x-amzn-ErrorType': form.name }
    return jsonResponse(form.status, 'application/json', members, requestId, headers)
  },

  writeInput: writeRestInput,

  readOutput(service, operation, response) {
    const model = modelOf(service)
    const { output } = model.operations[operation]!
    if (!output) return {}
    const shape = shapeOf(model, output.shape)
    const result = readBody(service, shape, response)
    for (const [name, member] of Object.entries(shape.members ?? {})) {
      if (member.location === 'statusCode') result[name] = response.status
      if (member.location !== 'header') continue
      const text = response.headers[(member.locationName ?? name).toLowerCase()]
      if (text !== undefined) result[name] = fromText(model, member, text)
    }
    return result
  },

  readError: readJsonError,
}

/** Members that are in the body: one of them alone (`payload`), or a JSON object of those with no other place. */
function readBody(service: ServiceName, shape: Shape, message: { body: Buffer }): Record<string, unknown> {
  const model = modelOf(service)
  if (!shape.payload) return structureFromJson(model, shape, parseObject(service, message.body))
  const member = shape.members![shape.payload]!
  const type = shapeOf(model, member.shape).type
  if (message.body.length === 0) return {}
  if (type === 'blob') return { [shape.payload]: new Uint8Array(message.body) }
  if (type === 'string') return { [shape.payload]: message.body.toString('utf8') }
  return { [shape.payload]: fromJson(model, member, parseObject(service, message.body)) }
}

/** The same members, all of them in the body. */
function withoutPlaces(shape: Shape): Shape {
  const members = Object.entries(shape.members ?? {}).map(([name, { location: _, ...member }]) => [name, member])
  return { ...shape, members: Object.fromEntries(members) }
}

/** Members that are in the path, the query string and the headers. */
function readLocated(service: ServiceName, shape: Shape, request: WireRequest): Record<string, unknown> {
  const model = modelOf(service)
  const query = new URLSearchParams(request.query)
  const match = findRoute(service, request.method, request.path, query)
  const labels = typeof match === 'object' ? match.labels : {}
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const key = member.locationName ?? name
    if (member.location === 'uri' && labels[key] !== undefined) result[name] = fromText(model, member, labels[key])
    if (member.location === 'header') {
      const text = request.headers[key.toLowerCase()]
      if (text !== undefined) result[name] = fromText(model, member, text)
    }
    if (member.location === 'querystring' && query.has(key)) {
      const target = shapeOf(model, member.shape)
      result[name] =
        target.type === 'list'
          ? query.getAll(key).map((text) => fromText(model, target.member!, text))
          : fromText(model, member, query.get(key)!)
    }
  }
  return result
}

function fromText(model: ServiceModel, member: MemberShape, text: string): unknown {
  const { type } = shapeOf(model, member.shape)
  if (type === 'string') return text
  if (type === 'timestamp') return timestampFromText(text)
  return type === 'blob' ? blobFromText(text) : scalarFromText(type, text)
}

function toText(model: ServiceModel, member: MemberShape, value: unknown): string {
  const shape = shapeOf(model, member.shape)
  if (shape.type !== 'timestamp') return String(value)
  const format = member.location === 'header' ? 'rfc822' : 'iso8601'
  return timestampToText(value as Date, member.timestampFormat ?? shape.timestampFormat ?? format)
}

/** @returns a Buffer for a blob that is the whole body, else what JSON.stringify takes. */
function bodyOf(model: ServiceModel, shape: Shape, source: Record<string, unknown>): unknown {
  if (!shape.payload) return structureToJson(model, shape, source)
  const value = source[shape.payload]
  if (value === undefined || value === null) return undefined
  const target = shapeOf(model, shape.members![shape.payload]!.shape)
  if (target.type === 'blob') return Buffer.from(value as Uint8Array)
  return target.type === 'string' ? Buffer.from(value as string) : structureToJson(model, target, value as object)
}

/** @throws {ServiceError} when a member of the path is missing. */
function writeRestInput(service: ServiceName, operation: string, input: object): WireRequest {
  const model = modelOf(service)
  const { http, input: target } = model.operations[operation]!
  const source = input as Record<string, unknown>
  const shape: Shape = target ? shapeOf(model, target.shape) : { type: 'structure' }
  let [path = '/', query = ''] = http.requestUri.split('?')
  const pairs = query ? [query] : []
  const headers: Record<string, string> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const key = member.locationName ?? name
    const value = source[name]
    if (member.location === 'uri') {
      if (value === undefined || value === '') throw commonError(service, 'invalid', `${name} must not be empty`)
      const text = toText(model, member, value)
      path = path.replace(`{${key}}`, () => encode(text))
      path = path.replace(`{${key}+}`, () => text.split('/').map(encode).join('/'))
    }
    if (value === undefined || value === null) continue
    if (member.location === 'header') headers[key.toLowerCase()] = toText(model, member, value)
    if (member.location === 'querystring') {
      const listed = shapeOf(model, member.shape)
      const entries = listed.type === 'list' ? (value as unknown[]) : [value]
      const each = listed.type === 'list' ? listed.member! : member
      for (const entry of entries) pairs.push(`${encode(key)}=${encode(toText(model, each, entry))}`)
    }
  }
  query = pairs.join('&')
  const body = http.method === 'GET' || http.method === 'DELETE' ? undefined : bodyOf(model, shape, source)
  if (body !== undefined) {
    headers['content-type'] = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
  }
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body))
  return { method: http.method, path, query, headers, body: bytes }
}
