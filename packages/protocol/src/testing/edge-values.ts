import { shapeOf } from '../model.ts'
import { compilePattern } from '../pattern.ts'
import type { ServiceModel, Shape } from '../shapes.ts'
import type { Chance } from './chance.ts'
import { LONGEST, textOf, validValue } from './valid-values.ts'

export interface EdgeValue {
  readonly label: string
  readonly value: unknown
}

/** Most entries that are made to go beyond a list's limit. */
const MOST_ENTRIES = 1100

/** Values that just keep each constraint of a shape. */
export function boundaryValues(chance: Chance, model: ServiceModel, shape: Shape): EdgeValue[] {
  const found: EdgeValue[] = []
  const add = (label: string, value: unknown) => value !== undefined && found.push({ label, value })
  switch (shape.type) {
    case 'string':
      if (shape.enum) for (const value of shape.enum) add(value, value)
      else for (const length of lengths(shape)) add(`${length} characters`, textOf(chance, shape, length))
      break
    case 'blob':
      for (const length of lengths(shape)) add(`${length} bytes`, new Uint8Array(length))
      break
    case 'list':
      for (const length of lengths(shape)) {
        if (length > MOST_ENTRIES) continue
        const entry = () => validValue(chance, model, shape.member!.shape, 'required', 1)
        add(`${length} entries`, Array.from({ length }, entry))
      }
      break
    case 'boolean':
      add('true', true)
      add('false', false)
      break
    case 'timestamp':
      add('1970', new Date(0))
      add('with a fraction', new Date(1_700_000_000_123))
      break
    case 'structure':
    case 'map':
      break
    default:
      add('smallest', shape.min ?? (shape.type === 'integer' ? -(2 ** 31) : Number.MIN_SAFE_INTEGER))
      add(
        'largest',
        Math.min(
          shape.max ?? Number.POSITIVE_INFINITY,
          shape.type === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER,
        ),
      )
  }
  return found
}

function lengths(shape: Shape): number[] {
  const edges = [shape.min, shape.max].filter((edge) => edge !== undefined && edge <= LONGEST)
  return [...new Set(edges as number[])]
}

/** Values that break the shape: too long, too short, not of the pattern, out of the enum, of another type. */
export function brokenValues(chance: Chance, model: ServiceModel, shape: Shape): EdgeValue[] {
  const found = wrongTypes(shape)
  const add = (label: string, value: unknown) => found.push({ label, value })
  const { min = 0, max = Number.POSITIVE_INFINITY } = shape
  switch (shape.type) {
    case 'string':
      if (shape.enum) add('not in the enum', `${shape.enum[0]}x`)
      else if (min > 0) add('shorter than allowed', 'a'.repeat(min - 1))
      if (max < LONGEST) add('longer than allowed', 'a'.repeat(max + 1))
      for (const value of offPattern) {
        if (shape.pattern && !compilePattern(shape.pattern).test(value)) add('not of the pattern', value)
      }
      break
    case 'blob':
      if (min > 0) add('shorter than allowed', new Uint8Array(min - 1))
      if (max < LONGEST) add('longer than allowed', new Uint8Array(max + 1))
      break
    case 'list': {
      const entry = () => validValue(chance, model, shape.member!.shape, 'required', 1)
      if (min > 0) add('fewer entries than allowed', Array.from({ length: min - 1 }, entry))
      if (max < MOST_ENTRIES) add('more entries than allowed', Array.from({ length: max + 1 }, entry))
      break
    }
    case 'map':
      if (max < MOST_ENTRIES && shapeOf(model, shape.key!.shape).enum === undefined) {
        const value = () => validValue(chance, model, shape.value!.shape, 'required', 1)
        const entries = Array.from({ length: max + 1 }, (_, index) => [`key${index}`, value()])
        add('more entries than allowed', Object.fromEntries(entries))
      }
      break
    case 'integer':
    case 'long':
      if (shape.min !== undefined) add('smaller than allowed', min - 1)
      if (shape.max !== undefined) add('larger than allowed', max + 1)
      add('out of every range', 1e30)
      add('not whole', 1.5)
  }
  return found
}

const offPattern = [
  '',
  ' ',
  '!',
  '\u0000',
  'a b',
  'ü',
  '\ud83d',
  '\n',
  '../../etc/passwd',
  '\u2028',
  '😀',
  '$(id)',
  '%00',
  '{',
  'a'.repeat(3000),
]

const circus: readonly { type: string; label: string; value: unknown }[] = [
  { type: 'string', label: 'a text', value: 'text' },
  { type: 'number', label: 'a number', value: 17 },
  { type: 'boolean', label: 'a boolean', value: true },
  { type: 'list', label: 'a list', value: [1] },
  { type: 'map', label: 'an object', value: { x: { y: 1 } } },
]

const jsonTypes: Record<Shape['type'], string> = {
  structure: 'map',
  map: 'map',
  list: 'list',
  string: 'string',
  blob: 'string',
  boolean: 'boolean',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  timestamp: 'number',
}

function wrongTypes(shape: Shape): EdgeValue[] {
  if (shape.document) return []
  const found: EdgeValue[] = circus
    .filter(({ type }) => type !== jsonTypes[shape.type])
    .map(({ label, value }) => ({ label, value }))
  if (shape.type === 'blob') found.push({ label: 'bad base64', value: '*not base64*' })
  if (shape.type === 'timestamp') found.push({ label: 'no moment', value: 1e20 })
  return found
}
