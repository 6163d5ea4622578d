import { shapeOf } from './model.ts'
import { blobFromText, blobToText, MalformedValue, scalarFromText, setOwn, timestampFromText } from './scalars.ts'
import type { MemberShape, ServiceModel, Shape } from './shapes.ts'

/** Fields of a form by the parts of their names: `Tags.member.1.Key` is four levels deep. */
export interface FormNode {
  value?: string
  readonly children: Map<string, FormNode>
}

/** More fields than any operation takes; a request with more is refused. */
const MOST_FIELDS = 20_000

/** @throws {MalformedValue} when there are too many fields. */
export function formTree(fields: URLSearchParams): FormNode {
  const root: FormNode = { children: new Map() }
  let count = 0
  for (const [name, value] of fields) {
    if (++count > MOST_FIELDS) throw new MalformedValue('Too many parameters')
    let node = root
    for (const part of name.split('.', 32)) {
      let next = node.children.get(part)
      if (!next) {
        next = { children: new Map() }
        node.children.set(part, next)
      }
      node = next
    }
    node.value = value
  }
  return root
}

/** Reads the members of a structure; a member of which nothing is there stays out. @throws {MalformedValue} */
export function structureFromForm(model: ServiceModel, shape: Shape, node: FormNode): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const child = node.children.get(member.locationName ?? name)
    if (child) result[name] = fromForm(model, member, child)
  }
  return result
}

function fromForm(model: ServiceModel, member: MemberShape, node: FormNode): unknown {
  const shape = shapeOf(model, member.shape)
  const flattened = shape.flattened || member.flattened
  switch (shape.type) {
    case 'structure':
      return structureFromForm(model, shape, node)
    case 'list': {
      const entries = flattened ? node : node.children.get(shape.member!.locationName ?? 'member')
      return entries ? numbered(entries).map((entry) => fromForm(model, shape.member!, entry)) : []
    }
    case 'map': {
      const entries = flattened ? node : node.children.get('entry')
      const result: Record<string, unknown> = {}
      for (const entry of entries ? numbered(entries) : []) {
        const key = entry.children.get(shape.key!.locationName ?? 'key')?.value
        const value = entry.children.get(shape.value!.locationName ?? 'value')
        if (key === undefined) throw new MalformedValue('A map entry has no key')
        setOwn(result, key, value ? fromForm(model, shape.value!, value) : null)
      }
      return result
    }
    default:
      if (node.value === undefined) throw new MalformedValue('A structure was found where a simple value is expected')
      return textValue(shape, node.value)
  }
}

/** The children in the order of their numbers. @throws {MalformedValue} when one is not a number. */
function numbered(node: FormNode): FormNode[] {
  const entries = [...node.children].map(([key, child]) => {
    if (!/^\d{1,9}$/.test(key)) throw new MalformedValue(`${key.slice(0, 50)} is not a valid index`)
    return { index: Number(key), child }
  })
  return entries.sort((a, b) => a.index - b.index).map(({ child }) => child)
}

/** Reads a simple value from its text. @throws {MalformedValue} */
export function textValue(shape: Shape, text: string): unknown {
  if (shape.type === 'string') return text
  if (shape.type === 'blob') return blobFromText(text)
  return shape.type === 'timestamp' ? timestampFromText(text) : scalarFromText(shape.type, text)
}

/** Writes a structure's members as form fields under `prefix` (empty for the request itself). */
export function structureToForm(
  model: ServiceModel,
  shape: Shape,
  source: object,
  prefix: string,
  fields: URLSearchParams,
): void {
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const value = (source as Record<string, unknown>)[name]
    const key = member.locationName ?? name
    if (value !== undefined && value !== null) toForm(model, member, value, prefix ? `${prefix}.${key}` : key, fields)
  }
}

function toForm(model: ServiceModel, member: MemberShape, value: unknown, name: string, fields: URLSearchParams): void {
  const shape = shapeOf(model, member.shape)
  const flattened = shape.flattened || member.flattened
  if (shape.type === 'structure') {
    structureToForm(model, shape, value as object, name, fields)
  } else if (shape.type === 'list') {
    const entries = [...(value as Iterable<unknown>)]
    const prefix = flattened ? name : `${name}.${shape.member!.locationName ?? 'member'}`
    if (entries.length === 0) fields.append(name, '')
    for (const [index, entry] of entries.entries()) {
      toForm(model, shape.member!, entry, `${prefix}.${index + 1}`, fields)
    }
  } else if (shape.type === 'map') {
    const prefix = flattened ? name : `${name}.entry`
    for (const [index, [key, entry]] of Object.entries(value as object).entries()) {
      fields.append(`${prefix}.${index + 1}.${shape.key!.locationName ?? 'key'}`, key)
      toForm(model, shape.value!, entry, `${prefix}.${index + 1}.${shape.value!.locationName ?? 'value'}`, fields)
    }
  } else {
    fields.append(name, valueText(value))
  }
}

/** A simple value as text: moments in ISO 8601, blobs in base64. */
export function valueText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  return value instanceof Uint8Array ? blobToText(value) : String(value)
}
