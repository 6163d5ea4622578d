import { modelOf, type ServiceModel, type ServiceName, type Shape, shapeOf } from '@herald/protocol'

/** What an output breaks of its model: a required member that is not there, a wrong type, a value outside its enum. */
export function outputFailures(service: ServiceName, operation: string, output: unknown): string[] {
  const model = modelOf(service)
  const target = model.operations[operation]?.output
  return target ? failuresOf(model, shapeOf(model, target.shape), output, operation) : []
}

function failuresOf(model: ServiceModel, shape: Shape, value: unknown, at: string): string[] {
  if (shape.document) return []
  if (!typeFits(shape, value)) return [`${at} is no ${shape.type}: ${JSON.stringify(value)?.slice(0, 60)}`]
  if (shape.enum && !shape.enum.includes(value as string)) return [`${at} is not in its enum: ${value}`]
  if (shape.type === 'structure') return structureFailures(model, shape, value as Record<string, unknown>, at)
  if (shape.type === 'list') {
    const member = shapeOf(model, shape.member!.shape)
    return (value as unknown[]).flatMap((entry, index) => failuresOf(model, member, entry, `${at}.${index}`))
  }
  if (shape.type === 'map') {
    const inner = shapeOf(model, shape.value!.shape)
    return Object.entries(value as object).flatMap(([key, entry]) => failuresOf(model, inner, entry, `${at}.${key}`))
  }
  return []
}

function structureFailures(model: ServiceModel, shape: Shape, value: Record<string, unknown>, at: string): string[] {
  const members = Object.entries(shape.members ?? {})
  const strange = Object.keys(value).filter((name) => !Object.hasOwn(shape.members ?? {}, name))
  return [
    ...strange.map((name) => `${at}.${name} is not in the model`),
    ...members.flatMap(([name, member]) => {
      const entry = value[name]
      if (entry === undefined || entry === null)
        return shape.required?.includes(name) ? [`${at}.${name} is missing`] : []
      return failuresOf(model, shapeOf(model, member.shape), entry, `${at}.${name}`)
    }),
  ]
}

function typeFits(shape: Shape, value: unknown): boolean {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'blob':
      return value instanceof Uint8Array
    case 'timestamp':
      return value instanceof Date && !Number.isNaN(value.getTime())
    case 'list':
      return Array.isArray(value)
    case 'structure':
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
    case 'integer':
    case 'long':
      return Number.isSafeInteger(value)
    default:
      return typeof value === 'number'
  }
}
