/** The parts of a regular expression that say what a matching text looks like; assertions count for nothing. */
export type Part =
  | { kind: 'sign'; source: string }
  | { kind: 'sequence'; parts: readonly Part[] }
  | { kind: 'choice'; parts: readonly Part[] }
  | { kind: 'repeat'; part: Part; from: number; to: number }

/** Reads the expressions that AWS's models have. */
export function readExpression(pattern: string): Part {
  let at = 0

  function choice(): Part {
    const parts = [sequence()]
    while (pattern[at] === '|') {
      at++
      parts.push(sequence())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts }
  }

  function sequence(): Part {
    const parts: Part[] = []
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
      const part = atom()
      const repeated = quantifier(part ?? empty)
      if (part) parts.push(repeated)
    }
    return { kind: 'sequence', parts }
  }

  /** @returns undefined for anchors and assertions. */
  function atom(): Part | undefined {
    const sign = pattern[at]!
    if (sign === '(') return group()
    if (sign === '^' || sign === '$') {
      at++
      return undefined
    }
    const source = sign === '[' ? classSource() : sign === '\\' ? escapeSource() : sign
    at += source.length
    return { kind: 'sign', source }
  }

  function group(): Part | undefined {
    const opening = /^\((\?s\)|\?:|\?=|\?!|\?<=|\?<!)?/.exec(pattern.slice(at))!
    at += opening[0].length
    if (opening[1] === '?s)') return undefined
    const inside = choice()
    at++
    return opening[1] === undefined || opening[1] === '?:' ? inside : undefined
  }

  function classSource(): string {
    let end = at + 1
    while (pattern[end] !== ']') end += pattern[end] === '\\' ? 2 : 1
    return pattern.slice(at, end + 1)
  }

  const escapeSource = () => /^\\(u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{\w+\}|.)/.exec(pattern.slice(at))![0]

  function quantifier(part: Part): Part {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(at))
    if (!found) return part
    at += found[0].length
    const [whole, low, comma, high] = found
    if (low !== undefined) {
      const from = Number(low)
      return { kind: 'repeat', part, from, to: high ? Number(high) : comma ? Number.POSITIVE_INFINITY : from }
    }
    const from = whole.startsWith('+') ? 1 : 0
    return { kind: 'repeat', part, from, to: whole.startsWith('?') ? 1 : Number.POSITIVE_INFINITY }
  }

  return choice()
}

const empty: Part = { kind: 'sequence', parts: [] }
