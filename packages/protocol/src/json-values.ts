import { shapeOf } from './model.ts'
import {
  blobFromText,
  blobToText,
  checkNumber,
  MalformedValue,
  numberName,
  setOwn,
  timestampFromSeconds,
  timestampFromText,
  timestampToText,
} from './scalars.ts'
import type { MemberShape, ServiceModel, Shape } from './shapes.ts'

/**
 * Reads a parsed JSON value as its shape. Unknown members are ignored and nulls left out, as AWS does; nulls in lists
 * and maps stay, for validation to refuse.
 * @throws {MalformedValue} with AWS's sentence when the types do not fit.
 */
export function fromJson(model: ServiceModel, member: MemberShape, value: unknown): unknown {
  const shape = shapeOf(model, member.shape)
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return value
      const source = asObject(value)
      return structureFromJson(model, shape, source)
    }
    case 'list':
      if (!Array.isArray(value)) throw new MalformedValue(unexpected(value, 'list'))
      return value.map((entry) => (entry === null ? null : fromJson(model, shape.member!, entry)))
    case 'map': {
      const result: Record<string, unknown> = {}
      for (const [key, entry] of Object.entries(asObject(value))) {
        setOwn(result, key, entry === null ? null : fromJson(model, shape.value!, entry))
      }
      return result
    }
    default:
      return scalarFromJson(shape, member, value)
  }
}

/** Reads those members of a structure that are in the body. */
export function structureFromJson(model: ServiceModel, shape: Shape, source: object): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const key = member.locationName ?? name
    if (member.location || !Object.hasOwn(source, key)) continue
    const value = (source as Record<string, unknown>)[key]
    if (value !== null) result[name] = fromJson(model, member, value)
  }
  return result
}

function asObject(value: unknown): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new MalformedValue(unexpected(value, 'map'))
}

function unexpected(value: unknown, wanted: 'list' | 'map'): string {
  if (Array.isArray(value)) return 'Start of list found where not expected'
  if (typeof value === 'object') return 'Start of structure or map found where not expected.'
  return `Expected ${wanted} or null`
}

/** Jackson's names of JSON's tokens, as AWS's sentences have them. */
function tokenName(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE'
  return typeof value === 'number' ? 'NUMBER_VALUE' : 'STRING_VALUE'
}

function scalarFromJson(shape: Shape, member: MemberShape, value: unknown): unknown {
  if (typeof value === 'object') throw new MalformedValue(unexpected(value, 'map'))
  switch (shape.type) {
    case 'string':
      if (typeof value === 'string') return value
      throw new MalformedValue(`${tokenName(value)} can not be converted to a String`)
    case 'boolean':
      if (typeof value === 'boolean') return value
      throw new MalformedValue(`${tokenName(value)} can not be converted to a Boolean`)
    case 'blob':
      if (typeof value === 'string') return blobFromText(value)
      throw new MalformedValue(`${tokenName(value)} can not be converted to a Blob`)
    case 'timestamp':
      if (typeof value === 'number') return timestampFromSeconds(value)
      if (typeof value === 'string' && (member.timestampFormat ?? shape.timestampFormat))
        return timestampFromText(value)
      throw new MalformedValue(`${tokenName(value)} can not be converted to milliseconds since epoch`)
    default:
      if (typeof value === 'number') return checkNumber(shape.type, value)
      if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') {
        if (shape.type === 'float' || shape.type === 'double') return Number(value)
      }
      throw new MalformedValue(`${tokenName(value)} can not be converted to ${numberName(shape.type)}`)
  }
}

/**
 * Makes the JSON value of an operation's output (or a client's input): moments become seconds, blobs base64, undefined
 * members are left out, members the model does not have too.
 */
export function toJson(model: ServiceModel, member: MemberShape, value: unknown): unknown {
  const shape = shapeOf(model, member.shape)
  switch (shape.type) {
    case 'structure':
      return shape.document ? value : structureToJson(model, shape, value as object)
    case 'list':
      return [...(value as Iterable<unknown>)].map((entry) => toJson(model, shape.member!, entry))
    case 'map': {
      const result: Record<string, unknown> = {}
      for (const [key, entry] of Object.entries(value as object)) {
        if (entry !== undefined && entry !== null) setOwn(result, key, toJson(model, shape.value!, entry))
      }
      return result
    }
    case 'timestamp': {
      const format = member.timestampFormat ?? shape.timestampFormat ?? 'unixTimestamp'
      return format === 'unixTimestamp' ? (value as Date).getTime() / 1000 : timestampToText(value as Date, format)
    }
    case 'blob':
      return blobToText(value as Uint8Array)
    case 'float':
    case 'double':
      return Number.isFinite(value) ? value : String(value)
    default:
      return value
  }
}

/** Writes those members of a structure that belong in the body. */
export function structureToJson(model: ServiceModel, shape: Shape, source: object): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const value = (source as Record<string, unknown>)[name]
    if (member.location || value === undefined || value === null) continue
    result[member.locationName ?? name] = toJson(model, member, value)
  }
  return result
}
