import type { EmailSource } from '../events/sources.ts'
import type { Message } from '../message.ts'
import { signLink } from './link-signature.ts'

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

/** How a link is sealed, so that it can be neither changed nor used later. */
export interface LinkSigning {
  /** The same as the page's `signingKey`; at least 16 characters. */
  key: string
  /** Until when the link is good: seconds since 1970. The code inside may end earlier. */
  expiresAt: number
}

/**
 * A link that does what a code does, every value percent-encoded: `https://app.example.com/confirm?action=confirm&user=…`.
 *
 * The code stands in the query, not in the fragment: a fragment never leaves the browser, so that a page without
 * JavaScript could not use it, and people who read mail in such browsers would be locked out. What a fragment would
 * prevent is prevented otherwise: the page sends `no-referrer` and `no-store` and loads nothing from elsewhere, and a code
 * is good once. Access logs should keep the path alone.
 * @param base an `https:` address (`http:` on the own machine); parameters it has are kept
 * @param signing seals the link; a page with a `signingKey` takes sealed links only
 * @throws {TypeError} for a base that is neither, for a short key, or where the message has no link; never names the code
 */
export function confirmUrl(base: string, parts: LinkParts | undefined, signing?: LinkSigning): string {
  if (parts === undefined) throw new TypeError('A message of this source has no code that a link could carry')
  if (!URL.canParse(base)) throw new TypeError('The base of a link is an absolute address')
  const url = new URL(base)
  const own = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(own && url.protocol === 'http:'))
    throw new TypeError('The base of a link is https:')
  const kept = Object.fromEntries(url.searchParams)
  const query: Record<string, string> = { ...kept }
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined && value !== '') query[name === 'clientId' ? 'client' : name] = value
  }
  if (signing !== undefined) {
    if (signing.key.length < 16) throw new TypeError('The key of a link has at least 16 characters')
    query.expires = String(Math.floor(signing.expiresAt))
    query.signature = signLink(query, signing.key)
  }
  url.search = ''
  url.hash = ''
  const encoded = Object.entries(query).map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`)
  return `${url.href}?${encoded.join('&')}`
}

/** Also what `encodeURIComponent` leaves and mail programs take for the link's end. */
const percentEncoded = (value: string) =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
