import type { ServiceName } from '../call.ts'
import { modelOf, shapeOf } from '../model.ts'
import { blobToText } from '../scalars.ts'
import type { Shape } from '../shapes.ts'
import { encode } from '../sigv4.ts'
import type { WireRequest } from '../wire.ts'

/**
 * Writes an input as a request, however broken it is: what does not fit its shape goes over the wire as it is.
 * The request is not signed.
 * @returns undefined when it cannot be said in the service's protocol: a path without one of its labels, say.
 */
export function fuzzRequest(service: ServiceName, operation: string, input: object): WireRequest | undefined {
  const { metadata } = modelOf(service)
  if (metadata.protocol === 'rest-json') return restRequest(service, operation, input as Record<string, unknown>)
  if (metadata.protocol === 'query') {
    const fields = new URLSearchParams({ Action: operation, Version: metadata.apiVersion })
    writeFields(fields, service, input, inputShape(service, operation), '')
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', path: '/', query: '', headers, body: Buffer.from(fields.toString()) }
  }
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `${metadata.targetPrefix}.${operation}`,
  }
  return { method: 'POST', path: '/', query: '', headers, body: Buffer.from(jsonText(input)) }
}

function inputShape(service: ServiceName, operation: string): Shape {
  const model = modelOf(service)
  const input = model.operations[operation]!.input
  return input ? shapeOf(model, input.shape) : { type: 'structure' }
}

/** JSON with moments in seconds and bytes in base64; whatever else is there stays. */
function jsonText(value: unknown): string {
  return JSON.stringify(plainValue(value))
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Uint8Array) return blobToText(value)
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plainValue(entry)]))
}

function plainText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return blobToText(value)
  return typeof value === 'object' ? jsonText(value) : String(value)
}

function writeFields(fields: URLSearchParams, service: ServiceName, value: unknown, shape: Shape, name: string): void {
  const model = modelOf(service)
  const below = (part: string) => (name ? `${name}.${part}` : part)
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) {
    fields.append(name, plainText(value))
  } else if (Array.isArray(value)) {
    const member = shape.member ? shapeOf(model, shape.member.shape) : ({ type: 'string' } as const)
    if (value.length === 0) fields.append(name, '')
    for (const [index, entry] of value.entries())
      writeFields(fields, service, entry, member, below(`member.${index + 1}`))
  } else if (shape.type === 'map') {
    for (const [index, [key, entry]] of Object.entries(value).entries()) {
      fields.append(below(`entry.${index + 1}.${shape.key?.locationName ?? 'key'}`), key)
      const place = below(`entry.${index + 1}.${shape.value?.locationName ?? 'value'}`)
      writeFields(fields, service, entry, shapeOf(model, shape.value!.shape), place)
    }
  } else {
    for (const [key, entry] of Object.entries(value)) {
      const member = shape.members?.[key]
      writeFields(fields, service, entry, member ? shapeOf(model, member.shape) : { type: 'string' }, below(key))
    }
  }
}

function restRequest(service: ServiceName, operation: string, input: Record<string, unknown>): WireRequest | undefined {
  const { http } = modelOf(service).operations[operation]!
  const shape = inputShape(service, operation)
  const headers: Record<string, string> = {}
  let [path = '/', query = ''] = http.requestUri.split('?')
  const pairs = query ? [query] : []
  const rest: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input)) {
    const member = shape.members?.[name]
    const key = member?.locationName ?? name
    if (member?.location === 'uri') {
      const text = encode(plainText(value).toWellFormed())
      if (text === '') return undefined
      path = path.replace(`{${key}}`, () => text).replace(`{${key}+}`, () => text)
    } else if (member?.location === 'querystring') {
      if (Array.isArray(value) && value.length === 0) return undefined
      for (const entry of Array.isArray(value) ? value : [value]) {
        pairs.push(`${encode(key)}=${encode(plainText(entry).toWellFormed())}`)
      }
    } else if (member?.location === 'header') {
      const text = plainText(value)
      if (!/^[\x20-\x7e]{0,8000}$/.test(text)) return undefined
      headers[key.toLowerCase()] = text
    } else rest[key] = value
  }
  if (path.includes('{')) return undefined
  query = pairs.join('&')
  if (path.length + query.length > 15_000) return undefined
  const payload = shape.payload ? input[shape.payload] : rest
  const bodyless = http.method === 'GET' || http.method === 'DELETE'
  const bytes = payload instanceof Uint8Array ? payload : Buffer.from(payload === undefined ? '' : jsonText(payload))
  if (!bodyless) headers['content-type'] = 'application/json'
  return { method: http.method, path, query, headers, body: bodyless ? Buffer.alloc(0) : Buffer.from(bytes) }
}
