const compiled = new Map<string, RegExp>()
const COMPILED_LIMIT = 1_000

/**
 * Whether `text` matches `pattern`, in which `*` stands for any run of characters and `?` for one.
 * Everything else is literal. Policies hold few patterns, so compiled ones are kept (bounded).
 */
export function matchesPattern(pattern: string, text: string, options: { ignoreCase?: boolean } = {}): boolean {
  const id = `${options.ignoreCase ? 'i' : ''}:${pattern}`
  let expression = compiled.get(id)
  if (!expression) {
    const source = pattern
      .replace(/\*+/g, '*')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '[^]*')
      .replace(/\?/g, '[^]')
    expression = new RegExp(`^${source}$`, options.ignoreCase ? 'iu' : 'u')
    if (compiled.size >= COMPILED_LIMIT) compiled.clear()
    compiled.set(id, expression)
  }
  return expression.test(text)
}

/** Whether an ARN matches a pattern part by part: a wildcard does not reach over a colon, save in the last part (AWS documents). */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = arnParts(pattern)
  const given = arnParts(arn)
  if (!wanted || !given) return pattern === '*'
  return wanted.every((part, index) => matchesPattern(part, given[index] ?? ''))
}

function arnParts(text: string): string[] | undefined {
  const parts = text.split(':')
  if (parts.length < 6 || parts[0] !== 'arn') return undefined
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}
