import type { Refuse } from './parts.ts'

const MOST_RECIPIENTS = 50

/**
 * The bare address of `Jane <jane@example.com>`.
 * @throws {ServiceError} with the sentences that SES answers with, as observed by its users.
 */
export function bareAddress(text: string, refuse: Refuse): string {
  const open = text.lastIndexOf('<')
  const close = text.lastIndexOf('>')
  const address = (open >= 0 && close > open ? text.slice(open + 1, close) : text).trim()
  const at = address.lastIndexOf('@')
  if (at < 0 || at === address.length - 1) throw refuse("Missing final '@domain'")
  if (at === 0) throw refuse("Missing local part before '@domain'")
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (!/^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\[\x20-\x7e])*"$/.test(local) && !/^[\x21-\x7e]+$/.test(local))
    throw refuse('Local address contains control or whitespace')
  if (/[,;<>()]/.test(local)) throw refuse('Illegal address')
  if (domain.startsWith('.')) throw refuse('Domain starts with dot')
  if (!/^[A-Za-z0-9.-]+$/.test(domain)) throw refuse('Domain contains illegal character')
  return address
}

/**
 * All recipients of one send, in order and each once.
 * @throws {ServiceError} for none, more than 50 (AWS documents the limit), or one that is no address.
 */
export function recipientsOf(addresses: readonly string[], refuse: Refuse): string[] {
  if (addresses.length === 0) throw refuse('Must provide at least one destination: To, Cc or Bcc.')
  if (addresses.length > MOST_RECIPIENTS) throw refuse(`Recipient count exceeds ${MOST_RECIPIENTS}.`)
  return [...new Set(addresses.map((address) => bareAddress(address, refuse)))]
}
