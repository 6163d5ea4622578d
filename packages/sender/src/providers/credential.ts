import type { Secretish } from '../secretish.ts'

/** The text of a credential. @throws {Error} when it is not to be had. */
export async function credential(secretish: Secretish): Promise<string> {
  if (typeof secretish !== 'string') throw new Error('only credentials given as text are supported')
  return secretish
}
