/**
 * AWS's models carry Java's regular expressions. They are anchored here (Java matches the whole value), and what the two
 * languages read differently is rewritten: white space is ASCII in Java, needless escapes are allowed there.
 */
const compiled = new Map<string, RegExp>()

/** @throws {SyntaxError} when JavaScript cannot hold the pattern; a test compiles every pattern of every model. */
export function compilePattern(pattern: string): RegExp {
  let expression = compiled.get(pattern)
  if (!expression) {
    expression = new RegExp(...(linear.get(pattern) ?? translate(pattern)))
    compiled.set(pattern, expression)
  }
  return expression
}

const anyText = String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P} \t\n\v\f\r*]`

/**
 * Patterns that take quadratic or cubic time as they stand: a run of everything on both sides of a sign that is itself one
 * of everything. Here the characters are checked first and the sign is found after, which accepts the same values in one
 * pass.
 */
const linear = new Map<string, [string, string]>([
  [
    String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+`,
    [String.raw`^(?=[\p{L}\p{M}\p{S}\p{N}\p{P}]+$)[^][^@]*@[^]`, 'u'],
  ],
  [
    String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`,
    [String.raw`^(?=${anyText}*$)(?:(?!\{####\})[^])*\{####\}`, 'u'],
  ],
  [
    String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`,
    [String.raw`^(?=${anyText}*$)(?:(?!\{##)[^])*\{##(?:(?!##\})[^])*##\}`, 'u'],
  ],
  [String.raw`.*\{####\}.*`, [String.raw`^(?=.*$)(?:(?!\{####\}).)*\{####\}`, 'u']],
])

const space = String.raw` \t\n\v\f\r`
const notSpace = String.raw`\u{0}-\u{8}\u{e}-\u{1f}\u{21}-\u{10ffff}`
/** What may follow a backslash under the `u` flag; every other escaped sign stands for itself. */
const kept = /[\^$\\.*+?()[\]{}|/0-9dDwWbBpPxukfnrtv]/

/** @returns source and flags for a RegExp that matches whole values. */
function translate(pattern: string): [string, string] {
  const dotAll = pattern.startsWith('(?s)')
  const text = dotAll ? pattern.slice(4) : pattern
  let result = ''
  let inClass = false
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]!
    if (sign === '\\') {
      const next = text[++index] ?? ''
      if (next === 's') result += inClass ? space : `[${space}]`
      else if (next === 'S') result += inClass ? notSpace : `[^${space}]`
      else result += kept.test(next) || (inClass && next === '-') ? `\\${next}` : next
      continue
    }
    if (sign === '[' && !inClass) inClass = true
    else if (sign === ']') inClass = false
    result += sign
  }
  return [`^(?:${result})$`, dotAll ? 'us' : 'u']
}
