/**
 * Whether an address or number is meant by one of the patterns: `*` stands for any characters, everything else for itself.
 * Case does not count.
 */
export function matchesAny(to: string, patterns: readonly string[]): boolean {
  const sought = to.toLowerCase()
  return patterns.some((pattern) => matches(sought, pattern.toLowerCase().split('*')))
}

/** Each part in its turn, so that no pattern takes longer than the text is long. */
function matches(text: string, [first = '', ...others]: readonly string[]): boolean {
  if (others.length === 0) return text === first
  if (!text.startsWith(first)) return false
  const last = others.at(-1)!
  let at = first.length
  for (const part of others.slice(0, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
}

/** The address that a message is redirected to, with the tag of the one it was for: filters by plus address go on working. */
export function keepTag(target: string, original: string): string {
  const tag = /^[^@]*?(\+[^@]+)@/.exec(original)?.[1]
  const at = target.lastIndexOf('@')
  return tag === undefined ? target : `${target.slice(0, at)}${tag}${target.slice(at)}`
}
