/**
 * Makes `packages/protocol/src/generated/<service>.ts` (types) from `packages/protocol/models/<service>.json`.
 * The models are AWS's published API descriptions without their documentation: operations, shapes, constraints, errors.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

interface Shape {
  type: string
  enum?: string[]
  members?: Record<string, { shape: string }>
  required?: string[]
  member?: { shape: string }
  key?: { shape: string }
  value?: { shape: string }
}

interface Model {
  metadata: { serviceFullName: string; apiVersion: string }
  operations: Record<string, { input?: { shape: string }; output?: { shape: string } }>
  shapes: Record<string, Shape>
}

const root = join(import.meta.dirname, '..', 'packages', 'protocol')

function typeOf(shapes: Record<string, Shape>, name: string): string {
  const shape = shapes[name]
  if (!shape) throw new Error(`No shape ${name}`)
  switch (shape.type) {
    case 'structure':
      return typeName(name)
    case 'list':
      return `${wrap(typeOf(shapes, shape.member!.shape))}[]`
    case 'map':
      return `Record<string, ${typeOf(shapes, shape.value!.shape)}>`
    case 'string':
    case 'character':
      return shape.enum ? typeName(name) : 'string'
    case 'boolean':
      return 'boolean'
    case 'timestamp':
      return 'Date'
    case 'blob':
      return 'Uint8Array'
    default:
      return 'number'
  }
}

const wrap = (type: string) => (type.includes('|') ? `(${type})` : type)
/** Names that TypeScript's own library has already. */
const typeName = (name: string) =>
  ['Record', 'Date', 'Array', 'Error', 'Function'].includes(name) ? `${name}Shape` : name

function generate(model: Model): string {
  const lines = [
    `// Generated from the model of ${model.metadata.serviceFullName} ${model.metadata.apiVersion} by scripts/generate-protocol.ts.`,
    '',
  ]
  for (const [name, shape] of Object.entries(model.shapes).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (shape.type === 'structure') {
      lines.push(`export interface ${typeName(name)} {`)
      for (const [member, target] of Object.entries(shape.members ?? {})) {
        const optional = shape.required?.includes(member) ? '' : '?'
        lines.push(`  ${JSON.stringify(member)}${optional}: ${typeOf(model.shapes, target.shape)}`)
      }
      lines.push('}', '')
    } else if (shape.type === 'string' && shape.enum) {
      lines.push(`export type ${typeName(name)} = ${shape.enum.map((value) => JSON.stringify(value)).join(' | ')}`, '')
    }
  }
  lines.push('/** Input and output of every operation that the model knows. */', 'export interface Operations {')
  for (const [name, operation] of Object.entries(model.operations)) {
    const input = operation.input ? typeName(operation.input.shape) : 'Record<string, never>'
    const output = operation.output ? typeName(operation.output.shape) : 'Record<string, never>'
    lines.push(`  ${name}: { input: ${input}; output: ${output} }`)
  }
  lines.push('}', '')
  return lines.join('\n')
}

/** Every generated file and its text. The same models give the same text, whatever machine makes it. */
export function generateAll(): { path: string; text: string }[] {
  const files = readdirSync(join(root, 'models')).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => {
    const model = JSON.parse(readFileSync(join(root, 'models', file), 'utf8')) as Model
    return { path: join(root, 'src', 'generated', `${basename(file, '.json')}.ts`), text: generate(model) }
  })
}

if (import.meta.main) {
  for (const { path, text } of generateAll()) writeFileSync(path, text)
}
