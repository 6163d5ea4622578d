import { textValue, valueText } from './form-values.ts'
import { shapeOf } from './model.ts'
import { setOwn } from './scalars.ts'
import type { MemberShape, ServiceModel, Shape } from './shapes.ts'
import { child, type Element, escapeXml } from './xml.ts'

/** Writes the members of a structure as elements. */
export function structureToXml(model: ServiceModel, shape: Shape, source: object): string {
  let text = ''
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const value = (source as Record<string, unknown>)[name]
    if (value !== undefined && value !== null) text += toXml(model, member, value, member.locationName ?? name)
  }
  return text
}

function toXml(model: ServiceModel, member: MemberShape, value: unknown, name: string): string {
  const shape = shapeOf(model, member.shape)
  const flattened = shape.flattened || member.flattened
  if (shape.type === 'structure') return element(name, structureToXml(model, shape, value as object))
  if (shape.type === 'list') {
    const inner = flattened ? name : (shape.member!.locationName ?? 'member')
    const entries = [...(value as Iterable<unknown>)].map((entry) => toXml(model, shape.member!, entry, inner)).join('')
    return flattened ? entries : element(name, entries)
  }
  if (shape.type === 'map') {
    const entries = Object.entries(value as object).map(([key, entry]) => {
      const pair =
        element(shape.key!.locationName ?? 'key', escapeXml(key)) +
        toXml(model, shape.value!, entry, shape.value!.locationName ?? 'value')
      return element(flattened ? name : 'entry', pair)
    })
    return flattened ? entries.join('') : element(name, entries.join(''))
  }
  return element(name, escapeXml(valueText(value)))
}

export function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

/** Reads the members of a structure from its element. @throws {MalformedValue} */
export function structureFromXml(model: ServiceModel, shape: Shape, source: Element): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const key = member.locationName ?? name
    const target = shapeOf(model, member.shape)
    const found = source.children.filter((entry) => entry.name === key)
    if (found.length === 0) continue
    const flattened = target.flattened || member.flattened
    result[name] = flattened ? repeated(model, target, found) : fromXml(model, target, found[0]!)
  }
  return result
}

function fromXml(model: ServiceModel, shape: Shape, source: Element): unknown {
  if (shape.type === 'structure') return structureFromXml(model, shape, source)
  if (shape.type === 'list' || shape.type === 'map') return repeated(model, shape, source.children)
  return textValue(shape, source.text)
}

/** A list or map from the elements of its entries. */
function repeated(model: ServiceModel, shape: Shape, entries: readonly Element[]): unknown {
  if (shape.type === 'list') return entries.map((entry) => fromXml(model, shapeOf(model, shape.member!.shape), entry))
  const result: Record<string, unknown> = {}
  for (const entry of entries) {
    const key = child(entry, shape.key!.locationName ?? 'key')
    const value = child(entry, shape.value!.locationName ?? 'value')
    if (key && value) setOwn(result, key.text, fromXml(model, shapeOf(model, shape.value!.shape), value))
  }
  return result
}
