import { shapeOf } from '../model.ts'
import { setOwn } from '../scalars.ts'
import type { ServiceModel, Shape } from '../shapes.ts'
import type { Chance } from './chance.ts'
import { patternText } from './pattern-text.ts'

/** Longest text or blob that is made, so that a run over all operations stays quick. */
export const LONGEST = 140_000

/** Which members that are not required are there. */
export type Fullness = 'required' | 'some' | 'all'

/**
 * Makes a value that keeps every constraint of its shape. Structures deeper than five levels get required members only.
 * None is empty inside, since forms and query strings cannot say that a structure or list is there and empty.
 */
export function validValue(
  chance: Chance,
  model: ServiceModel,
  shapeName: string,
  fullness: Fullness,
  depth = 0,
): unknown {
  const shape = shapeOf(model, shapeName)
  const inner = (name: string) => validValue(chance, model, name, depth > 4 ? 'required' : fullness, depth + 1)
  switch (shape.type) {
    case 'structure': {
      if (shape.document) return { any: ['json', 1, true] }
      const result: Record<string, unknown> = {}
      for (const [name, member] of Object.entries(shape.members ?? {})) {
        const wanted = fullness === 'all' || (fullness === 'some' && chance.below(3) === 0)
        if (shape.required?.includes(name) || (wanted && depth <= 4)) result[name] = inner(member.shape)
      }
      const [first] = Object.entries(shape.members ?? {})
      if (depth > 0 && first && Object.keys(result).length === 0) result[first[0]] = inner(first[1].shape)
      return result
    }
    case 'list':
      return Array.from({ length: entryCount(chance, shape, fullness) }, () => inner(shape.member!.shape))
    case 'map': {
      const result: Record<string, unknown> = {}
      const count = entryCount(chance, shape, fullness)
      for (let tries = 0; Object.keys(result).length < count && tries < 100; tries++) {
        setOwn(result, String(inner(shape.key!.shape)), inner(shape.value!.shape))
      }
      return result
    }
    case 'boolean':
      return chance.below(2) === 0
    case 'timestamp':
      return new Date(1_600_000_000_000 + chance.below(1_000_000_000) * 100)
    case 'blob':
      return new Uint8Array(length(chance, shape)).fill(7)
    case 'string':
      return shape.enum ? chance.pick(shape.enum) : text(chance, shape)
    default:
      return number(chance, shape)
  }
}

function entryCount(chance: Chance, shape: Shape, fullness: Fullness): number {
  const least = Math.max(shape.min ?? 0, 1)
  return Math.min(shape.max ?? least, least + (fullness === 'all' ? 0 : chance.below(2)))
}

function length(chance: Chance, shape: Shape): number {
  const min = shape.min ?? 0
  return Math.min(shape.max ?? Number.POSITIVE_INFINITY, Math.max(min, 1) + chance.below(12))
}

function number(chance: Chance, shape: Shape): number {
  const min = shape.min ?? 0
  const max = Math.min(shape.max ?? min + 1000, min + 1000)
  const value = min + chance.next() * (max - min)
  return shape.type === 'float' || shape.type === 'double' ? value : Math.round(value)
}

/** A text of the shape, or undefined where its pattern cannot be written. @param wanted its exact length */
export function textOf(chance: Chance, shape: Shape, wanted?: number): string | undefined {
  const min = shape.min ?? 0
  const max = Math.min(shape.max ?? LONGEST, LONGEST)
  if (shape.pattern) return patternText(chance, shape.pattern, min, max, wanted)
  return 'abcdefghij '
    .repeat(Math.ceil((wanted ?? length(chance, shape)) / 11))
    .slice(0, wanted ?? length(chance, shape))
}

function text(chance: Chance, shape: Shape): string {
  return textOf(chance, shape) ?? 'a'.repeat(Math.max(shape.min ?? 1, 1))
}
