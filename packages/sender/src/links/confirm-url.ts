import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'

/** What a link does when it is confirmed. */
export type LinkAction = 'confirm' | 'reset' | 'verify'

/** What a link carries. */
export interface LinkParts {
  /** `confirm` a sign-up, `reset` a password, or `verify` an attribute. */
  action: LinkAction
  /** The user name, or an alias of it. */
  user: string
  code: string
  clientId?: string
  /** Of an attribute to verify: `email` or `phone_number`. */
  attribute?: string
  locale?: string
  /** Where to go afterwards; the page goes only to addresses of its allow-list. */
  redirect?: string
}

const actions: Partial<Record<EmailSource, LinkAction>> = {
  SignUp: 'confirm',
  ResendCode: 'confirm',
  ForgotPassword: 'reset',
  UpdateUserAttribute: 'verify',
  VerifyUserAttribute: 'verify',
}

/** What the link of a message carries; undefined for a message that no link can answer (sign-in codes, invitations). */
export function linkOf(message: Message): LinkParts | undefined {
  const action = actions[message.source]
  if (action === undefined || message.secret === undefined) return undefined
  return {
    action,
    user: message.userName,
    code: message.secret.reveal(),
    ...(message.clientId !== undefined && { clientId: message.clientId }),
    ...(action === 'verify' && { attribute: message.kind === 'email' ? 'email' : 'phone_number' }),
    locale: message.locale,
  }
}

/**
 * A link that does what a code does, every value percent-encoded: `https://app.example.com/confirm?action=confirm&user=…`.
 *
 * The code stands in the query, not in the fragment: a fragment never leaves the browser, so that a page without
 * JavaScript could not use it, and the people who read mail in such browsers would be locked out. What a fragment would
 * keep out (logs, the `Referer`) the page answers otherwise: it sends `no-referrer` and `no-store`, loads nothing from
 * elsewhere, and a code is good once. Switch off access logs of the query, or log the path alone.
 * @param base an `https:` address (`http:` on the own machine); parameters it has are kept
 * @throws {TypeError} for a base that is neither, or where the message has no link; the error's text holds no code
 */
export function confirmUrl(base: string, parts: LinkParts | undefined): string {
  if (parts === undefined) throw new TypeError('A message of this source has no code that a link could carry')
  let url: URL
  try {
    url = new URL(base)
  } catch {
    throw new TypeError('The base of a link is an absolute address')
  }
  const own = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(own && url.protocol === 'http:'))
    throw new TypeError('The base of a link is https:')
  const query = [...Object.entries(parts)]
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
    .map(([name, value]) => `${nameOf(name)}=${percentEncoded(value)}`)
  url.hash = ''
  const before = url.search === '' || url.search === '?' ? '' : `${url.search.slice(1)}&`
  url.search = ''
  return `${url.href}?${before}${query.join('&')}`
}

const nameOf = (name: string) => (name === 'clientId' ? 'client' : name)

/** Also what `encodeURIComponent` leaves and mail programs take for the link's end. */
const percentEncoded = (value: string) =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
