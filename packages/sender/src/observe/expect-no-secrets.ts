import { spellingsOf } from './spellings.ts'

/**
 * For tests: asserts that no line holds one of the secrets or a full address, in any spelling (JSON, HTML, URL, base64,
 * hex). Case does not count.
 * @param lines log lines, or one text of all of them.
 * @throws {TypeError} without lines or without anything to look for, since such a test could not fail.
 * @throws {Error} naming the line's number and the spelling, not the secret.
 */
export function expectNoSecrets(
  lines: string | readonly string[],
  planted: { secrets?: readonly string[]; addresses?: readonly string[] },
): void {
  const all = typeof lines === 'string' ? lines.split('\n') : lines
  const sought = [
    ...(planted.secrets ?? []).map((text) => ({ text, what: 'a secret' })),
    ...(planted.addresses ?? []).map((text) => ({ text, what: 'an address' })),
  ]
  if (sought.length === 0) throw new TypeError('expectNoSecrets was given nothing to look for')
  if (sought.some(({ text }) => text.length < 4)) throw new TypeError('what to look for must have 4 characters or more')
  if (all.every((line) => line.trim() === '')) throw new TypeError('expectNoSecrets was given no lines')
  for (const { text, what } of sought) {
    const spellings = spellingsOf(text).map((spelling) => spelling.toLowerCase())
    for (const [index, line] of all.entries()) {
      const lower = line.toLowerCase()
      if (!spellings.some((spelling) => lower.includes(spelling))) continue
      throw new Error(`line ${index + 1} holds ${what} of ${text.length} characters`)
    }
  }
}
