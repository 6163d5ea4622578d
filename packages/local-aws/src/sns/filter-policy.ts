import { matchesValue } from './filter-values.ts'
import { invalidParameter } from './refusals.ts'
import { readJsonObject } from './topic-attributes.ts'

type Policy = Record<string, unknown>

/** AWS documents: at most five keys, and 256 KB. */
const MOST_KEYS = 5
const OPERATORS = ['prefix', 'suffix', 'equals-ignore-case', 'anything-but', 'numeric', 'exists']

/**
 * Checks a filter policy.
 * @param nested whether it filters by the body, where policies may lie within policies
 * @throws {ServiceError} InvalidParameterException
 */
export function checkFilterPolicy(text: string, nested: boolean): void {
  const policy = readJsonObject(text, 'FilterPolicy')
  if (Object.keys(policy).length > MOST_KEYS) throw invalidParameter('FilterPolicy: Filter policy has too many keys')
  checkLevel(policy, nested, 0)
}

function checkLevel(policy: Policy, nested: boolean, depth: number): void {
  if (depth > 20) throw invalidParameter('FilterPolicy: Filter policy is nested too deeply')
  for (const [name, rule] of Object.entries(policy)) {
    if (Array.isArray(rule)) {
      if (rule.length === 0) throw invalidParameter('FilterPolicy: Empty arrays are not allowed')
      if (name === '$or') for (const entry of rule) checkLevel(asPolicy(entry), nested, depth + 1)
      else for (const condition of rule) checkCondition(condition)
    } else if (nested) checkLevel(asPolicy(rule), nested, depth + 1)
    else throw invalidParameter(`FilterPolicy: "${name.slice(0, 100)}" must be an object or an array`)
  }
}

function asPolicy(value: unknown): Policy {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Policy
  throw invalidParameter('FilterPolicy: Match value must be String, number, true, false, or null')
}

function checkCondition(condition: unknown): void {
  if (typeof condition !== 'object' || condition === null) return
  const names = Object.keys(condition)
  const [name = ''] = names
  if (names.length !== 1 || !OPERATORS.includes(name))
    throw invalidParameter(`FilterPolicy: Unrecognized match type ${name.slice(0, 100)}`)
  const value = (condition as Record<string, unknown>)[name]
  const good =
    name === 'exists'
      ? typeof value === 'boolean'
      : name === 'numeric'
        ? isNumericRule(value)
        : name === 'anything-but'
          ? value !== null
          : typeof value === 'string'
  if (!good) throw invalidParameter(`FilterPolicy: The value of ${name} cannot be used`)
}

function isNumericRule(value: unknown): boolean {
  if (!Array.isArray(value) || value.length === 0 || value.length > 4 || value.length % 2 === 1) return false
  return value.every((part, i) => (i % 2 === 0 ? ['=', '<', '<=', '>', '>='].includes(part) : typeof part === 'number'))
}

/** Whether `values`, the attributes or the body of a message, pass a policy that was checked: every key must match. */
export function passesFilter(policy: Policy, values: unknown): boolean {
  const own = (name: string) =>
    typeof values === 'object' && values !== null && Object.hasOwn(values, name)
      ? (values as Record<string, unknown>)[name]
      : undefined
  return Object.entries(policy).every(([name, rule]) => {
    if (name === '$or' && Array.isArray(rule)) return rule.some((entry) => passesFilter(entry as Policy, values))
    if (Array.isArray(rule)) return rule.some((condition) => matchesValue(condition, own(name)))
    return passesFilter(rule as Policy, own(name))
  })
}
