import type { CodeDoc } from './code.ts'

/** Whoever brings a code back has proved the address it went to, as long as that still is the user's. */
export function markProved(attributes: Record<string, string>, { attribute, address }: CodeDoc): void {
  if (attributes[attribute] === address) attributes[`${attribute}_verified`] = 'true'
}
