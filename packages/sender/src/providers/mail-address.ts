import type { Outcome, SendContext } from '../provider.ts'
import { type Call, call } from './call.ts'

/** What every e-mail provider that speaks HTTP takes. */
export interface MailOptions {
  /** `no-reply@acme.dev` or `Acme <no-reply@acme.dev>`. Must be allowed by this very service: each has its own list. */
  from: string
  replyTo?: string
  /** In place of the service's own: a proxy, a test's server. https, unless it is of this machine. */
  baseUrl?: string
}

/** An address and the name before it. */
export interface MailAddress {
  email: string
  name?: string
}

/**
 * Takes `Acme <no-reply@acme.dev>` apart.
 * @throws {TypeError} when it holds no single address; found when the provider is made and not at the first message.
 */
export function parseMailAddress(text: string): MailAddress {
  const [, name = '', inBrackets] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(text) ?? []
  const email = (inBrackets ?? text).trim()
  if (!isOneAddress(email) || /[\r\n]/.test(text))
    throw new TypeError('from and replyTo must be one e-mail address each')
  const bare = name.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1')
  return bare === '' ? { email } : { email, name: bare }
}

/**
 * An address as a header holds it, in ASCII: a name of other letters becomes encoded words (RFC 2047), each of at most 75
 * characters, and a name with signs of its own is quoted. SES takes nothing else.
 */
export function asciiMailAddress({ email, name }: MailAddress): string {
  if (name === undefined) return email
  if (/^[\w !#$%&'*+/=?^`{|}~-]+$/.test(name)) return `${name} <${email}>`
  if (/^[\x20-\x7e]+$/.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}" <${email}>`
  const words = ['']
  for (const letter of name) {
    if (Buffer.byteLength(words.at(-1) + letter) > 42) words.push('')
    words[words.length - 1] += letter
  }
  const encoded = words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`)
  return `${encoded.join(' ')} <${email}>`
}

/** The part after the `@`, in lower case. */
export function domainOf(address: string): string {
  const { email } = parseMailAddress(address)
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

/** Whether a text is one address. Services split at commas, so that a list would reach people who were not meant. */
export function isOneAddress(text: string): boolean {
  return /^[^\s,;:<>()[\]"\\@]+@[^\s,;:<>()"\\@]+$/.test(text)
}

/** A subject as one line. */
export function subjectOf({ subject }: { subject?: string }): string {
  return (subject ?? '').replace(/[\r\n]+/g, ' ')
}

/** Sends an e-mail by one call, if its recipient is one. */
export async function callForMail(to: string, make: () => Promise<Call>, context: SendContext): Promise<Outcome> {
  return isOneAddress(to) ? call(make, context) : { status: 'drop', reason: 'the recipient is not one e-mail address' }
}
