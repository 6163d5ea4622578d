/**
 * Databases cannot keep every JavaScript string as text: PostgreSQL refuses NUL, and a lone surrogate has no UTF-8 form
 * (SQLite's binding turns each of them into the same U+FFFD, so that two keys would become one). Keys and columns are
 * written in a form where these few characters become two; two different texts stay different, and the order of code
 * points is kept. Documents need none of this: JSON escapes both.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSTORABLE = /[\u0000\u0001\uE000]|\p{Surrogate}/u
const EACH_UNSTORABLE = new RegExp(UNSTORABLE, 'gu')

/** The form of `text` in the database. */
export function storedText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(EACH_UNSTORABLE, escaped) : text
}

/** Whether no database takes `text` as it is, so that it cannot be a stored form. */
export function isUnstorable(text: string): boolean {
  return text.includes('\u0000') || !text.isWellFormed()
}

function escaped(character: string): string {
  const code = character.charCodeAt(0)
  if (code <= 1) return `\u0001${String.fromCharCode(code + 1)}`
  // Lone surrogates sort just before U+E000, and must go on doing so.
  return code === 0xe000 ? '\uE000\uF000' : `\uE000${String.fromCharCode(0xe001 + code - 0xd800)}`
}

/**
 * The first stored text after all that start with `prefix`, in the order of code points, so that "starts with" is a range
 * that an index serves; undefined when there is none (an empty prefix).
 */
export function endOfPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0)
  for (let last = points.pop(); last !== undefined; last = points.pop()) {
    if (last === 0x10ffff) continue
    return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
  }
  return undefined
}
