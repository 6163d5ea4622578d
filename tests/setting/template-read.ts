import { readFileSync } from 'node:fs'
import { parseDocument, type ScalarTag, type Tags } from 'yaml'

/** A value of a template: what CloudFormation puts in place of others is still as it stands (`{ Ref: 'Pool' }`). */
export type Value = string | number | boolean | null | Value[] | { [name: string]: Value }

export interface Resource {
  Type: string
  Properties: { [name: string]: Value }
  DependsOn?: string | string[]
  DeletionPolicy?: string
}

export interface Template {
  Parameters: Record<string, { Type: string; Default?: string }>
  Resources: Record<string, Resource>
  Outputs: Record<string, { Value: Value }>
}

/** The short forms of YAML in their long ones: `!GetAtt Pool.Arn` is `{ 'Fn::GetAtt': ['Pool', 'Arn'] }`. */
const shortForms: Tags = [
  scalar('!Ref', (text) => ({ Ref: text })),
  scalar('!Sub', (text) => ({ 'Fn::Sub': text })),
  scalar('!GetAtt', (text) => {
    const [name, ...attribute] = text.split('.')
    return { 'Fn::GetAtt': [name, attribute.join('.')] }
  }),
]

function scalar(tag: string, resolve: (text: string) => unknown): ScalarTag {
  return { tag, resolve }
}

/** Reads a CloudFormation template of YAML. @throws {Error} for YAML that is wrong, or a short form that is not known. */
export function readTemplate(file: string): Template {
  return templateOf(readYaml(readFileSync(file, 'utf8')) as Partial<Template>)
}

export function readYaml(text: string): Value {
  const document = parseDocument(text, { customTags: shortForms })
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) throw wrong
  return document.toJS() as Value
}

export function templateOf({ Parameters = {}, Resources = {}, Outputs = {} }: Partial<Template>): Template {
  return { Parameters, Resources, Outputs }
}

/** The names of resources (and of parameters, and `AWS::…`) that a value speaks of. */
export function namesIn(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'Ref') return [String(inner)]
    if (name === 'Fn::GetAtt') return [getAttOf(inner)[0]]
    if (name === 'Fn::Sub') return subNames(Array.isArray(inner) ? String(inner[0]) : String(inner))
    return namesIn(inner)
  })
}

/** `Pool.Arn`, or `['Pool', 'Arn']`. */
export function getAttOf(value: Value): [string, string] {
  const [name, ...attribute] = Array.isArray(value) ? value.map(String) : String(value).split('.')
  return [name!, attribute.join('.')]
}

const subNames = (text: string) => [...text.matchAll(/\$\{([^}!]+)\}/g)].map(([, name]) => name!.split('.')[0]!)

/**
 * The resources in an order in which each comes after all that it speaks of.
 * @throws {Error} for a circle, as CloudFormation refuses it.
 */
export function inOrder({ Resources }: Template): [string, Resource][] {
  const done = new Map<string, Resource>()
  const visit = (name: string, way: readonly string[]) => {
    if (done.has(name)) return
    if (way.includes(name)) throw new Error(`Circular dependency between resources: ${[...way, name].join(' → ')}`)
    const resource = Resources[name]!
    const after = [...namesIn(resource.Properties ?? {}), ...[resource.DependsOn ?? []].flat()]
    for (const other of new Set(after)) if (Object.hasOwn(Resources, other)) visit(other, [...way, name])
    done.set(name, resource)
  }
  for (const name of Object.keys(Resources)) visit(name, [])
  return [...done]
}
