import type { Randomness } from '@herald/environment'

const digits = '0123456789'
const lowerCase = 'abcdefghijklmnopqrstuvwxyz'
export const alphanumerics = digits + lowerCase + lowerCase.toUpperCase()
export const lowerCaseAlphanumerics = digits + lowerCase

/** `length` characters of `alphabet`, each drawn without bias. */
export function randomText(random: Randomness, alphabet: string, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += alphabet[random.integer(alphabet.length)]
  return text
}
