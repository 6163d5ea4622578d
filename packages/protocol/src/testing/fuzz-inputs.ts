import type { ServiceName } from '../call.ts'
import { modelOf, shapeOf } from '../model.ts'
import { setOwn } from '../scalars.ts'
import type { ServiceModel, Shape } from '../shapes.ts'
import { type Chance, createChance } from './chance.ts'
import { boundaryValues, brokenValues } from './edge-values.ts'
import { type Fullness, validValue } from './valid-values.ts'

export interface FuzzInput {
  /** `broken userAttributes.0.Name: longer than allowed`: enough to find it again with the same seed. */
  readonly label: string
  readonly kind: 'valid' | 'boundary' | 'broken'
  /**
   * As an operation takes it, Dates and bytes included. A broken one may hold anything JSON can say, where it does not
   * belong: write it with `fuzzRequest`, not with a protocol.
   */
  readonly input: Record<string, unknown>
}

/** Where in an input something is changed: names of members, numbers of entries, keys of maps. */
type Path = readonly (string | number)[]

interface Place {
  readonly path: Path
  readonly shape: Shape
  readonly required: boolean
}

/**
 * Inputs for an operation, the same ones for the same seed: valid ones, those at the edge of each constraint of each
 * member down to `depth` levels, and broken ones, each by one change to a valid input.
 * Valid and boundary inputs keep the model, so that only the operation itself may refuse them. Broken ones must be refused
 * with a client's error, except where a wire of mere text makes them right: in a form a number is a text as well.
 */
export function* fuzzInputs(
  service: ServiceName,
  operation: string,
  options: { seed: number; valid?: number; depth?: number },
): Generator<FuzzInput> {
  const model = modelOf(service)
  const input = model.operations[operation]?.input
  if (!input) {
    yield { label: 'valid 0', kind: 'valid', input: {} }
    return
  }
  const chance = createChance(`${options.seed}/${service}.${operation}`)
  const make = (fullness: Fullness) => validValue(chance, model, input.shape, fullness) as Record<string, unknown>
  const fullnesses: Fullness[] = ['required', 'all', 'some']
  for (let index = 0; index < (options.valid ?? 6); index++) {
    yield { label: `valid ${index}`, kind: 'valid', input: make(fullnesses[index] ?? 'some') }
  }
  for (const place of places(model, shapeOf(model, input.shape), [], options.depth ?? 4)) {
    const at = place.path.join('.')
    const changed = (value: unknown) => put(chance, model, input.shape, make('required'), place.path, value)
    for (const { label, value } of boundaryValues(chance, model, place.shape)) {
      yield { label: `boundary ${at}: ${label}`, kind: 'boundary', input: changed(value) }
    }
    for (const { label, value } of brokenValues(chance, model, place.shape)) {
      yield { label: `broken ${at}: ${label}`, kind: 'broken', input: changed(value) }
    }
    if (place.required) yield { label: `broken ${at}: missing`, kind: 'broken', input: changed(undefined) }
  }
}

function* places(model: ServiceModel, shape: Shape, path: Path, depth: number): Generator<Place> {
  if (depth === 0 || shape.document) return
  const inner = function* (name: string, step: string | number, required: boolean): Generator<Place> {
    const target = shapeOf(model, name)
    if (target.eventstream) return
    yield { path: [...path, step], shape: target, required }
    yield* places(model, target, [...path, step], depth - 1)
  }
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    yield* inner(member.shape, name, shape.required?.includes(name) === true)
  }
  if (shape.type === 'list') yield* inner(shape.member!.shape, 0, false)
  if (shape.type === 'map') yield* inner(shape.value!.shape, '*', false)
}

/** Sets one value in an input, making what is around it where that is not there yet. `*` is any one key of a map. */
function put(
  chance: Chance,
  model: ServiceModel,
  shapeName: string,
  root: Record<string, unknown>,
  path: Path,
  value: unknown,
): Record<string, unknown> {
  let holder = root
  let shape = shapeOf(model, shapeName)
  for (const [index, step] of path.entries()) {
    const member = shape.members?.[step] ?? shape.member ?? shape.value
    const key = shape.type === 'map' ? (Object.keys(holder)[0] ?? String(keyFor(chance, model, shape))) : String(step)
    if (index === path.length - 1) {
      if (value === undefined) delete holder[key]
      else setOwn(holder, key, value)
      break
    }
    if (!Object.hasOwn(holder, key)) setOwn(holder, key, validValue(chance, model, member!.shape, 'required', 1))
    holder = holder[key] as Record<string, unknown>
    shape = shapeOf(model, member!.shape)
  }
  return root
}

const keyFor = (chance: Chance, model: ServiceModel, shape: Shape) =>
  validValue(chance, model, shape.key!.shape, 'required')
