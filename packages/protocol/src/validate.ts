import type { ServiceName } from './call.ts'
import { commonError } from './common-errors.ts'
import { modelOf, shapeOf } from './model.ts'
import { compilePattern } from './pattern.ts'
import type { ServiceModel, Shape } from './shapes.ts'

/** As many sentences as one answer carries; further ones are counted only. */
const MOST_SENTENCES = 100

/**
 * Checks an operation's input against the constraints of the model.
 * @throws {ServiceError} with the service's own code for it and AWS's sentences, as observed on live services:
 *   `1 validation error detected: Value null at 'clientId' failed to satisfy constraint: Member must not be null`.
 */
export function validateInput(service: ServiceName, operation: string, input: object): void {
  const failures = findFailures(service, operation, input)
  if (failures.length === 0) return
  const head = `${failures.length} validation error${failures.length === 1 ? '' : 's'} detected: `
  throw commonError(service, 'invalid', head + failures.slice(0, MOST_SENTENCES).join('; '))
}

/** The sentences, one for each constraint that does not hold. */
export function findFailures(service: ServiceName, operation: string, input: object): string[] {
  const model = modelOf(service)
  const target = model.operations[operation]?.input
  const failures: string[] = []
  if (target) checkStructure({ model, failures }, shapeOf(model, target.shape), input, '')
  return failures
}

interface Check {
  readonly model: ServiceModel
  readonly failures: string[]
}

function checkStructure(check: Check, shape: Shape, value: object, path: string): void {
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const at = path ? `${path}.${lowerFirst(name)}` : lowerFirst(name)
    const entry = (value as Record<string, unknown>)[name]
    if (entry !== undefined && entry !== null) checkValue(check, shapeOf(check.model, member.shape), entry, at)
    else if (shape.required?.includes(name)) {
      check.failures.push(`Value null at '${at}' failed to satisfy constraint: Member must not be null`)
    }
  }
}

function checkValue(check: Check, shape: Shape, value: unknown, at: string): void {
  const failed = (constraint: string) =>
    check.failures.push(
      `${valueText(check.model, shape, value)} at '${at}' failed to satisfy constraint: ${constraint}`,
    )
  for (const constraint of ownFailures(shape, value)) failed(constraint)
  if (shape.type === 'structure' && !shape.document) checkStructure(check, shape, value as object, at)
  if (shape.type === 'list') checkList(check, shape, value as unknown[], at, failed)
  if (shape.type === 'map') checkMap(check, shape, value as Record<string, unknown>, at, failed)
}

/** Members of simple types fail as a whole, those of structures one by one, as AWS words it. */
function checkList(
  check: Check,
  shape: Shape,
  value: readonly unknown[],
  at: string,
  failed: (constraint: string) => void,
): void {
  const inner = shapeOf(check.model, shape.member!.shape)
  if (value.includes(null)) {
    failed('Member must satisfy constraint: [Member must not be null]')
  } else if (isNested(inner)) {
    for (const [index, entry] of value.entries()) checkValue(check, inner, entry, `${at}.${index + 1}.member`)
  } else if (value.some((entry) => ownFailures(inner, entry).length > 0)) {
    failed(`Member must satisfy constraint: [${allConstraints(inner).join(', ')}]`)
  }
}

function checkMap(
  check: Check,
  shape: Shape,
  value: Record<string, unknown>,
  at: string,
  failed: (constraint: string) => void,
): void {
  const keys = shapeOf(check.model, shape.key!.shape)
  const inner = shapeOf(check.model, shape.value!.shape)
  if (Object.keys(value).some((key) => ownFailures(keys, key).length > 0)) {
    failed(`Map keys must satisfy constraint: [${allConstraints(keys).join(', ')}]`)
  }
  if (Object.values(value).includes(null)) {
    failed('Map value must satisfy constraint: [Member must not be null]')
  } else if (isNested(inner)) {
    for (const [key, entry] of Object.entries(value)) checkValue(check, inner, entry, `${at}.${key}.member`)
  } else if (Object.values(value).some((entry) => ownFailures(inner, entry).length > 0)) {
    failed(`Map value must satisfy constraint: [${allConstraints(inner).join(', ')}]`)
  }
}

const isNested = (shape: Shape) => shape.type === 'structure' || shape.type === 'list' || shape.type === 'map'

/** What a value breaks of its own shape. A value that is too long is not held against a pattern: that could take long. */
function ownFailures(shape: Shape, value: unknown): string[] {
  const size = sizeOf(shape, value)
  const found: string[] = []
  if (shape.max !== undefined && size > shape.max) found.push(maximum(shape))
  if (shape.min !== undefined && size < shape.min) found.push(minimum(shape))
  if (shape.enum && !shape.enum.includes(value as string)) found.push(enumeration(shape))
  const short = shape.max === undefined || size <= shape.max
  if (shape.pattern && short && shape.type === 'string' && !compilePattern(shape.pattern).test(value as string)) {
    found.push(patternSentence(shape))
  }
  return found
}

/** Every constraint of a simple shape: AWS lists all of them for a member of a list, broken or not. */
function allConstraints(shape: Shape): string[] {
  const found: string[] = []
  if (shape.max !== undefined) found.push(maximum(shape))
  if (shape.min !== undefined) found.push(minimum(shape))
  if (shape.enum) found.push(enumeration(shape))
  if (shape.pattern) found.push(patternSentence(shape))
  return found
}

const isNumber = (shape: Shape) => ['integer', 'long', 'float', 'double'].includes(shape.type)
const measure = (shape: Shape) => (isNumber(shape) ? 'value' : 'length')
const maximum = (shape: Shape) => `Member must have ${measure(shape)} less than or equal to ${shape.max}`
const minimum = (shape: Shape) => `Member must have ${measure(shape)} greater than or equal to ${shape.min}`
const enumeration = (shape: Shape) => `Member must satisfy enum value set: [${shape.enum!.join(', ')}]`
const patternSentence = (shape: Shape) => `Member must satisfy regular expression pattern: ${shape.pattern}`

/** What `min` and `max` are held against: the number itself, or the length in characters, bytes or entries. */
function sizeOf(shape: Shape, value: unknown): number {
  if (isNumber(shape)) return value as number
  if (shape.type === 'map') return Object.keys(value as object).length
  if (shape.type === 'boolean' || shape.type === 'timestamp' || shape.type === 'structure') return 0
  return (value as { length: number }).length
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** A code that a user typed with a blank too many is a code: the model does not call it sensitive, and Herald shows none. */
const secretShapes = ['ConfirmationCodeType']

/** `Value 'x'`, as Java prints it; only `Value` where the model calls the value, or anything in it, sensitive. */
function valueText(model: ServiceModel, shape: Shape, value: unknown): string {
  return isSensitive(model, shape) ? 'Value' : `Value '${javaText(model, shape, value)}'`
}

const sensitiveShapes = new WeakMap<Shape, boolean>()

function isSensitive(model: ServiceModel, shape: Shape): boolean {
  const known = sensitiveShapes.get(shape)
  if (known !== undefined) return known
  const own = shape.sensitive === true || secretShapes.some((name) => model.shapes[name] === shape)
  sensitiveShapes.set(shape, own)
  const inner = [...Object.values(shape.members ?? {}), shape.member, shape.key, shape.value]
  const found = own || inner.some((entry) => entry && isSensitive(model, shapeOf(model, entry.shape)))
  sensitiveShapes.set(shape, found)
  return found
}

function javaText(model: ServiceModel, shape: Shape, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (shape.type === 'list') {
    const inner = shapeOf(model, shape.member!.shape)
    return `[${(value as unknown[]).map((entry) => javaText(model, inner, entry)).join(', ')}]`
  }
  if (shape.type === 'map') {
    const inner = shapeOf(model, shape.value!.shape)
    const pairs = Object.entries(value as object).map(([key, entry]) => `${key}=${javaText(model, inner, entry)}`)
    return `{${pairs.join(', ')}}`
  }
  if (shape.type === 'structure') {
    const pairs = Object.entries(shape.members ?? {}).map(([name, member]) => {
      const entry = (value as Record<string, unknown>)[name]
      return entry === undefined ? '' : `${lowerFirst(name)}=${javaText(model, shapeOf(model, member.shape), entry)}`
    })
    return `(${pairs.filter(Boolean).join(', ')})`
  }
  if (value instanceof Uint8Array) return `java.nio.HeapByteBuffer[pos=0 lim=${value.length} cap=${value.length}]`
  return value instanceof Date ? value.toISOString() : String(value)
}
