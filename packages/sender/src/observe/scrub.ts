import { Secret } from '../secret.ts'
import { maskAddress, maskAddresses } from './mask.ts'
import { spellingsOf } from './spellings.ts'

/** Takes from any value what must not be written: it returns a copy and leaves the original as it is. */
export type Scrub = (value: unknown) => unknown

/** Members deeper than this are left out: what is logged is shallow. */
const deepest = 12

/** Texts shorter than this would be found everywhere. */
const shortest = 4

/**
 * @param known what is known to be secret in this invocation, and whose addresses: each spelling of them is replaced.
 *   Addresses that are not known are found by their form.
 */
export function createScrub({
  secrets = [],
  addresses = [],
}: {
  secrets?: readonly string[]
  addresses?: readonly string[]
} = {}): Scrub {
  // A secret that is an address as well is told as a secret.
  const known = new Map([
    ...addresses.map((text) => [text, maskAddress(text)] as const),
    ...secrets.map((text) => [text, `[secret ${text.length}]`] as const),
  ])
  const replacements = [...known]
    .filter(([text]) => text.length >= shortest)
    .flatMap(([text, as]) => spellingsOf(text).map((spelling) => [spelling, as] as const))
    .sort(([a], [b]) => b.length - a.length)
  const scrubText = (text: string) => {
    let left = text
    for (const [from, to] of replacements) if (left.includes(from)) left = left.replaceAll(from, () => to)
    return maskAddresses(left)
  }
  return (value) => walk(value, scrubText)
}

/** Copies a value with each text changed. `hide` says which members are left out by their names. */
export function walk(
  value: unknown,
  change: (text: string) => string,
  hide: (name: string, value: unknown) => boolean = () => false,
  above: readonly object[] = [],
): unknown {
  if (typeof value === 'string') return change(value)
  if (typeof value === 'bigint') return change(String(value))
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Secret || value instanceof Date) return value.toJSON()
  if (above.includes(value)) return '[circular]'
  if (above.length >= deepest) return '[deeper]'
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  const within = [...above, value]
  if (value instanceof Error) {
    const { name, message, stack } = value
    const code = 'code' in value ? { code: walk(value.code, change, hide, within) } : {}
    return { name, message: change(message), ...code, ...(stack !== undefined && { stack: change(stack) }) }
  }
  const each = (entry: unknown) => walk(entry, change, hide, within)
  if (Array.isArray(value)) return value.map(each)
  if (value instanceof Set) return [...value].map(each)
  const entries = value instanceof Map ? value : Object.entries(value)
  const copied = [...entries].map(([name, member]) => {
    const text = String(name)
    return [change(text), hide(text, member) ? '[removed]' : each(member)] as const
  })
  return Object.fromEntries(copied)
}
