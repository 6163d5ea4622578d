import { BlockList } from 'node:net'
import { matchesArn, matchesPattern } from './patterns.ts'
import type { Condition } from './policy.ts'

/**
 * What is known about a request, under the names of condition keys (`aws:SourceArn`, `kms:ViaService`). The names are
 * not sensitive to case. A list is a key with several values.
 */
export type ConditionContext = ReadonlyMap<string, readonly string[]>

/** Makes a context of plain values; what is undefined is absent. */
export function conditionContext(
  values: Readonly<Record<string, string | boolean | number | readonly string[] | undefined>>,
): ConditionContext {
  const context = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue
    context.set(key.toLowerCase(), typeof value === 'object' ? value : [String(value)])
  }
  return context
}

type Test = (wanted: string, given: string) => boolean

const numeric = (compare: (given: number, wanted: number) => boolean): Test => {
  return (wanted, given) => wanted.trim() !== '' && given.trim() !== '' && compare(Number(given), Number(wanted))
}
const dated = (compare: (given: number, wanted: number) => boolean): Test => {
  return (wanted, given) => compare(instant(given), instant(wanted))
}
/** Dates come as ISO 8601 or as seconds since 1970. */
const instant = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text))

/** The positive tests; a negated operator is its positive one turned round. */
const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: (wanted, given) => wanted === given,
  StringEqualsIgnoreCase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  StringLike: (wanted, given) => matchesPattern(wanted, given),
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  BinaryEquals: (wanted, given) => wanted === given,
  NumericEquals: numeric((given, wanted) => given === wanted),
  NumericLessThan: numeric((given, wanted) => given < wanted),
  NumericLessThanEquals: numeric((given, wanted) => given <= wanted),
  NumericGreaterThan: numeric((given, wanted) => given > wanted),
  NumericGreaterThanEquals: numeric((given, wanted) => given >= wanted),
  DateEquals: dated((given, wanted) => given === wanted),
  DateLessThan: dated((given, wanted) => given < wanted),
  DateLessThanEquals: dated((given, wanted) => given <= wanted),
  DateGreaterThan: dated((given, wanted) => given > wanted),
  DateGreaterThanEquals: dated((given, wanted) => given >= wanted),
  IpAddress: inRange,
}

/**
 * Whether the request fulfils one line of a condition block. Several values of one line are alternatives (for a negated
 * operator: none may match). A key the request lacks fails a positive operator and passes a negated or `…IfExists` one.
 */
export function fulfils(condition: Condition, context: ConditionContext): boolean {
  const given = context.get(condition.key.toLowerCase())
  const [, quantifier, name, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.+?)(IfExists)?$/.exec(condition.operator)!
  if (name === 'Null') {
    return condition.values.some((value) => (value.toLowerCase() === 'true') === (given === undefined))
  }
  const negated = /Not(?=Equals|Like|Ip)|^Not/.test(name!)
  const test = TESTS[name!.replace('Not', '')]
  if (!test) return false
  if (given === undefined || given.length === 0) {
    return ifExists !== undefined || quantifier === 'ForAllValues' || (negated && quantifier === undefined)
  }
  const wanted = condition.values.map((value) => withVariables(value, context))
  const matches = (value: string) => wanted.some((one) => one !== undefined && test(one, value)) !== negated
  if (quantifier === 'ForAnyValue') return given.some(matches)
  if (quantifier === 'ForAllValues') return given.every(matches)
  return negated ? given.every(matches) : given.some(matches)
}

/** Fills in `${aws:PrincipalAccount}` and the like; a variable the request lacks makes the value match nothing. */
function withVariables(value: string, context: ConditionContext): string | undefined {
  if (!value.includes('${')) return value
  let missing = false
  const filled = value.replace(/\$\{([^}]+)\}/g, (_, key: string) => {
    if (key === '*' || key === '?' || key === '$') return key
    const [found] = context.get(key.toLowerCase()) ?? []
    if (found === undefined) missing = true
    return found ?? ''
  })
  return missing ? undefined : filled
}

function inRange(range: string, address: string): boolean {
  const [network, bits] = range.split('/')
  const type = network?.includes(':') ? 'ipv6' : 'ipv4'
  try {
    const list = new BlockList()
    list.addSubnet(network!, bits === undefined ? (type === 'ipv6' ? 128 : 32) : Number(bits), type)
    return list.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
  } catch {
    return false
  }
}
